import { existsSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import pg from 'pg';

/** Where an installation keeps its records. */
export type DatabasePlace = { dataDir: string; databaseUrl: string | null };

/** Days and exact numbers as the server reads them. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** The database of an installation, to be read without its server. */
export function openDatabase({ databaseUrl, dataDir }: DatabasePlace): Knex {
  if (databaseUrl) {
    const connection = { connectionString: databaseUrl, types: TYPES } as Knex.PgConnectionConfig;
    return knex({ client: 'pg', connection, pool: { min: 0, max: 1 } });
  }
  const filename = path.join(dataDir, 'jiedui.sqlite');
  if (!existsSync(filename)) throw new Error(`没有数据库:${filename}。请检查 DATA_DIR。`);
  return knex({
    client: 'better-sqlite3',
    connection: { filename, options: { readonly: true } },
    useNullAsDefault: true,
  });
}
