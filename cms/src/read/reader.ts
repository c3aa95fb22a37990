import type { Core } from '@strapi/strapi';
import type { Dialect } from './codec';
import { openReader, type Param, type Reader } from './database';

let current: { reader: Reader; dialect: Dialect } | null = null;

/** Opens the read connection of this process. */
export function startReader(strapi: Core.Strapi): void {
  const client = strapi.config.get('database.connection.client');
  current = { reader: openReader(strapi), dialect: client === 'sqlite' ? 'sqlite' : 'postgres' };
}

export async function stopReader(): Promise<void> {
  const closing = current;
  current = null;
  await closing?.reader.close();
}

export function reader(): Reader {
  return opened().reader;
}

export function dialect(): Dialect {
  return opened().dialect;
}

/** A condition on a row id being among many, with one parameter for however many there are. */
export function amongIds(column: string, ids: readonly number[]): { text: string; params: Param[] } {
  // SQLite has no arrays, but reads a list from JSON.
  return dialect() === 'postgres'
    ? { text: `${column} = ANY (?::int[])`, params: [`{${ids.join(',')}}`] }
    : { text: `${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(ids)] };
}

/** The same of texts. */
export function amongTexts(column: string, texts: readonly string[]): { text: string; params: Param[] } {
  return dialect() === 'postgres'
    ? { text: `${column} = ANY (?::text[])`, params: [arrayLiteral(texts)] }
    : { text: `${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(texts)] };
}

const arrayLiteral = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

function opened() {
  if (!current) throw new Error('The read connection is opened when Strapi starts; it has not started');
  return current;
}
