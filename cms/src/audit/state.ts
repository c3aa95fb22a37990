import { hash } from 'node:crypto';
import { canonicalJson } from '@jiedui/shared/canonical';
import type { Attribute } from '@jiedui/shared/model';
import { fromColumn } from '../read/codec';

/** What the audit needs to know of a record type: which columns make up a record's state, which fields hold files. */
export type AuditedType = {
  /** Strapi's name of the type, by which files say where they belong. */
  uid: string;
  resource: string;
  table: string;
  media: string[];
  columns: { name: string; column: string; attribute: Attribute }[];
};

/** A record's state as it stands in its row, in the API's notation, so that both databases agree. */
export function stateOfRow(type: AuditedType, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    type.columns.map(({ name, column, attribute }) => [name, fromColumn(attribute, row[column])]),
  );
}

/** The fingerprint that an audit entry keeps of the state after the change: a content hash, by Node's own SHA-256. */
export function stateHash(state: Record<string, unknown>): string {
  return hash('sha256', canonicalJson(state));
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
    if (name !== 'rev' && JSON.stringify(was) !== JSON.stringify(is)) changes[name] = [was, is];
  }
  return changes;
}
