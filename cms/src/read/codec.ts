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
    case 'timestamp':
      return dialect === 'sqlite' ? Date.parse(String(value)) : new Date(String(value)).toISOString();
    case 'json':
    case 'blocks':
      return JSON.stringify(value);
    case 'integer':
    case 'float':
    case 'decimal':
      return Number(value);
    case 'time':
      return timeText(String(value));
    default:
      return String(value);
  }
}

/** `08:30` → `08:30:00.000`: as Strapi writes a time of day. */
function timeText(time: string): string {
  const [hours = '', minutes = '', seconds = ''] = time.split(':');
  const [whole = '', thousandths = ''] = seconds.split('.');
  return `${hours}:${minutes}:${whole.padStart(2, '0')}.${thousandths.padEnd(3, '0').slice(0, 3)}`;
}

export function fromColumn(attribute: Attribute, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (attribute.type) {
    case 'boolean':
      return value === true || value === 1;
    case 'datetime':
    case 'timestamp':
      return instantText(value);
    // Larger than a number holds exactly; and what one driver gives as text, the other gives as a number.
    case 'biginteger':
      return String(value);
    case 'decimal':
    case 'float':
      return Number(value);
    case 'time':
      return timeText(String(value));
    case 'json':
    case 'blocks':
      return typeof value === 'string' ? JSON.parse(value) : value;
    default:
      return value;
  }
}

/** PostgreSQL's way to write an instant without zone: `2022-11-16 01:30:00`, with up to six digits of a second. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/;

function instantText(value: unknown): string {
  if (typeof value === 'string') {
    // Rewritten as text: a Date for every cell of a page is the dearest part of reading it.
    const parts = TIMESTAMP.exec(value);
    if (parts) return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  }
  return new Date(value as string | number | Date).toISOString();
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

/** A stored JSON value, whichever way the database gives it out; null for none. */
export const jsonOf = <T>(value: unknown): T => fromColumn({ type: 'json' }, value) as T;
