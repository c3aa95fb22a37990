import type { Attribute } from '@jiedui/shared/model';
import type { Param } from './database';

/**
 * How values travel between the API and the columns, on both databases. Instants are ISO texts in UTC in
 * the API; SQLite keeps them as milliseconds and PostgreSQL as a timestamp without zone (in UTC).
 */
export type Dialect = 'sqlite' | 'postgres';

export function toColumn(attribute: Attribute, value: unknown, dialect: Dialect): Param | boolean {
  if (value === null || value === undefined || value === '') return null;
  switch (attribute.type) {
    case 'boolean':
      return dialect === 'sqlite' ? Number(Boolean(value)) : Boolean(value);
    case 'datetime':
      return dialect === 'sqlite' ? Date.parse(String(value)) : new Date(String(value)).toISOString();
    case 'json':
    case 'blocks':
      return JSON.stringify(value);
    case 'integer':
    case 'float':
    case 'decimal':
      return Number(value);
    default:
      return String(value);
  }
}

export function fromColumn(attribute: Attribute, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (attribute.type) {
    case 'boolean':
      return value === true || value === 1;
    case 'datetime':
      return instantText(value);
    case 'json':
    case 'blocks':
      return typeof value === 'string' ? JSON.parse(value) : value;
    default:
      return value;
  }
}

function instantText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return new Date(value).toISOString();
  const text = String(value).replace(' ', 'T');
  return new Date(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`).toISOString();
}

/** A value of a filter, as the column's parameter. */
export function filterParam(attribute: Attribute, value: unknown, dialect: Dialect): Param {
  const encoded =
    attribute.type === 'boolean' && typeof value === 'string'
      ? toColumn(attribute, value === 'true', dialect)
      : toColumn(attribute, value, dialect);
  // better-sqlite3 binds no booleans, and pg reads a text 'true' as one.
  return typeof encoded === 'boolean' ? String(encoded) : encoded;
}
