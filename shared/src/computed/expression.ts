import { Environment } from '@marcbachmann/cel-js';
import type { Words } from '../text/words';
import { allowedParts, asDecimals, type Node } from './allowed';
import { problemOf } from './problem';

export type ValueKind = 'number' | 'text' | 'flag';

/** What an expression may name: fields of the record, and the names of what its relations lead to (`unit.name`). */
export type Names = {
  fields: Readonly<Record<string, ValueKind>>;
  /** By relation: the field that names the other record. */
  relations: Readonly<Record<string, string>>;
};

/** Why there is no expression, in words, and where in the text (from 0). */
export type Problem = { message: Words; at: number };

export type Expression = {
  kind: ValueKind;
  /** The fields and relations that it reads. */
  uses: string[];
  /** The value for a record, in the API's notation; throws where a value that it needs is empty. */
  value: (record: Readonly<Record<string, unknown>>) => unknown;
};

/** Longest text of an expression. */
export const LONGEST = 500;
const LIMITS = {
  maxAstNodes: 120,
  maxDepth: 16,
  maxListElements: 0,
  maxMapEntries: 0,
  maxCallArguments: 2,
};

const TYPE_OF: Record<ValueKind, string> = { number: 'double', text: 'string', flag: 'bool' };
const KIND_OF: Record<string, ValueKind> = { double: 'number', int: 'number', string: 'text', bool: 'flag' };

/** Operators that CEL does not have: numbers are numbers to an official, whole or not. */
const MORE: [signature: string, value: (a: never, b: never) => unknown][] = [
  ['double % double: double', (a: number, b: number) => a % b],
  ['int + double: double', (a: bigint, b: number) => Number(a) + b],
  ['double + int: double', (a: number, b: bigint) => a + Number(b)],
  ['int - double: double', (a: bigint, b: number) => Number(a) - b],
  ['double - int: double', (a: number, b: bigint) => a - Number(b)],
  ['int * double: double', (a: bigint, b: number) => Number(a) * b],
  ['double * int: double', (a: number, b: bigint) => a * Number(b)],
  ['int / double: double', (a: bigint, b: number) => Number(a) / b],
  ['double / int: double', (a: number, b: bigint) => a / Number(b)],
  ['double == int', (a: number, b: bigint) => a === Number(b)],
];

function environmentOf({ fields, relations }: Names): Environment {
  const environment = new Environment({ limits: LIMITS });
  for (const [signature, value] of MORE) environment.registerOperator(signature, value as never);
  for (const [name, kind] of Object.entries(fields)) environment.registerVariable(name, TYPE_OF[kind]);
  for (const [name, title] of Object.entries(relations)) {
    environment.registerVariable({ name, schema: { [title]: 'string' } });
  }
  return environment;
}

/**
 * Reads an expression and checks its types: what comes back either works on every record or says what is wrong
 * and where. Nothing in it can call into the program, loop, or grow beyond its length.
 */
export function readExpression(text: string, names: Names): Expression | Problem {
  if (text.length > LONGEST) {
    return {
      at: LONGEST,
      message: { zh: `表达式最多 ${LONGEST} 个字符。`, en: `At most ${LONGEST} characters.` },
    };
  }
  try {
    return checked(text, names);
  } catch (error) {
    return problemOf(error);
  }
}

function checked(text: string, names: Names): Expression | Problem {
  const parsed = environmentOf(names).parse(text);
  const tree = parsed.ast as unknown as Node;
  const { uses, problem } = allowedParts(tree);
  if (problem) return problem;
  asDecimals(tree);
  const { valid, type, error } = parsed.check();
  if (!valid) return problemOf(error);
  const kind = KIND_OF[String(type)];
  if (!kind)
    return {
      at: 0,
      message: { zh: '结果应为数字、文字或是否。', en: 'Should be a number, text or yes/no.' },
    };
  const known = uses.filter(
    (name) => Object.hasOwn(names.fields, name) || Object.hasOwn(names.relations, name),
  );
  const value = (record: Readonly<Record<string, unknown>>) =>
    plain(parsed(contextOf(record, known, names)) as unknown);
  return { kind, uses: known, value };
}

/** An empty number is left out, so that what needs it fails; an empty text is no text, an empty flag is no. */
function contextOf(record: Readonly<Record<string, unknown>>, uses: string[], names: Names) {
  const context: Record<string, unknown> = {};
  for (const name of uses) {
    const value = record[name];
    const title = names.relations[name];
    if (title) context[name] = { [title]: textOf((value as Record<string, unknown> | null)?.[title]) };
    else if (names.fields[name] === 'text') context[name] = textOf(value);
    else if (names.fields[name] === 'flag') context[name] = value === true;
    else if (value !== null && value !== undefined) context[name] = Number(value);
  }
  return context;
}

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
