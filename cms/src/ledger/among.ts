import type { Knex } from 'knex';
import type { Sql } from '../read/scope-sql';

export const isPostgres = (trx: Knex): boolean => trx.client.config.client !== 'better-sqlite3';

/** A column is one of these ids, however many they are, in one parameter. */
export function among(trx: Knex, column: string, ids: readonly number[]): Sql {
  return isPostgres(trx)
    ? { text: `${column} = ANY (?::int[])`, params: [`{${ids.join(',')}}`] }
    : { text: `${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(ids)] };
}
