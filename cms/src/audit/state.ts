import { hash } from 'node:crypto';
import { canonicalJson } from '@jiedui/shared/canonical';
import type { Attribute } from '@jiedui/shared/model';
import { fromColumn } from '../read/codec';
import type { Struct } from '../read/struct';

/** What the audit needs to know of a record type: which columns make up a record's state, which fields hold files. */
export type AuditedType = {
  /** Strapi's name of the type, by which files say where they belong. */
  uid: string;
  resource: string;
  table: string;
  media: string[];
  columns: { name: string; column: string; attribute: Attribute }[];
  /** What lies within its records: to-many relations and components. */
  nested: Struct;
  /** Fields that are not the program's own. */
  added: readonly string[];
};

/** A record's state as it stands in its row, in the API's notation, so that both databases agree. */
export function stateOfRow(type: AuditedType, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    // A column that is not there (yet, or any more) is an empty one.
    type.columns.map(({ name, column, attribute }) => [name, fromColumn(attribute, row[column] ?? null)]),
  );
}

/**
 * The fingerprint that an audit entry keeps of the state after the change: a content hash, by Node's own SHA-256. What
 * is empty is left out, so that a field that is added to the model, or an empty one that leaves it, changes no record.
 */
export function stateHash(state: Record<string, unknown>): string {
  const filled = Object.entries(state).filter(([, value]) => value !== null && value !== undefined);
  return hash('sha256', canonicalJson(Object.fromEntries(filled)));
}

/** The same as entries were written before what is empty was left out; they stay valid. */
export function formerStateHash(type: AuditedType, state: Record<string, unknown>): string {
  const names = type.columns.map(({ name }) => name).filter((name) => !type.added.includes(name));
  return hash('sha256', canonicalJson(Object.fromEntries(names.map((name) => [name, state[name] ?? null]))));
}

/** Whether two values are alike: PostgreSQL gives the keys of a structure back in an order of its own. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  const structured = typeof one === 'object' && one !== null && typeof other === 'object' && other !== null;
  return structured && canonicalJson(one) === canonicalJson(other);
}

/** The fields in which two states differ, as `[before, after]`. */
export function changesBetween(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const was = before?.[name] ?? null;
    const is = after?.[name] ?? null;
    if (name !== 'rev' && !sameValue(was, is)) changes[name] = [was, is];
  }
  return changes;
}
