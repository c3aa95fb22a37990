import { z } from 'zod';
import type { FieldError } from '../model';
import { fieldError, isStorable } from '../model';

/** The parameters of an address, and what is read of them. Named here: the server's own zod is of another version. */
export type QuerySchema = z.ZodObject;
export type QueryOf<S extends QuerySchema> = z.infer<S>;

/** A query as it was read: what it says, or what is wrong with which parameter. */
export type ReadQuery<T> = { query: T } | { errors: FieldError[] };

/**
 * Reads the parameters of an address, in their order, as Strapi's clients write it: `fields[0]=title`, `fields[]=title`
 * and `fields=title` say the same, as do `[$eq]` and nothing. What is not known is refused, not passed over.
 */
export function readQuery<S extends z.ZodObject>(
  schema: S,
  pairs: Iterable<readonly [string, string]>,
): ReadQuery<z.infer<S>> {
  const given = new Map<string, string[]>();
  for (const [raw, value] of pairs) {
    const name = nameOf(raw);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  const input: Record<string, unknown> = Object.create(null);
  const errors: FieldError[] = [];
  for (const [name, values] of given) {
    if (!Object.hasOwn(schema.shape, name)) errors.push(fieldError([name], 'UNKNOWN_FIELD'));
    else if (!values.every(isStorable)) errors.push(fieldError([name], 'BAD_CHARACTERS'));
    else if (isList(schema.shape[name])) input[name] = values.flatMap((value) => value.split(','));
    else if (values.length > 1) errors.push(fieldError([name], 'WRONG_TYPE'));
    else input[name] = values[0];
  }
  if (errors.length > 0) return { errors };
  const read = schema.safeParse({ ...input });
  if (read.success) return { query: read.data };
  return { errors: read.error.issues.map((issue) => fieldError([String(issue.path[0])], codeOf(issue))) };
}

const nameOf = (raw: string): string => raw.replace(/(?:\[\d*\])+$/, '').replace(/\[\$eq\]$/, '');

function isList(schema: unknown): boolean {
  return schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
}

function codeOf({ code }: z.core.$ZodIssue): FieldError['code'] {
  if (code === 'invalid_value') return 'NOT_AN_OPTION';
  if (code === 'too_big' || code === 'too_small') return 'OUT_OF_RANGE';
  return 'WRONG_TYPE';
}
