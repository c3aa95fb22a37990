import type { Core } from '@strapi/strapi';
import BetterSqlite, { type Database, type Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import pg from 'pg';

export type Param = string | number | null;
export type Row = Record<string, unknown>;

/**
 * The connection that hot reads use: apart from the writers' connection, so that a long import stops
 * nobody from reading, and with prepared statements. SQL is written with `?` for both databases.
 */
export type Reader = {
  all(sql: string, params: readonly Param[]): Promise<Row[]>;
  /** The same without names: each row as its values in the order of the columns, for hot lists. */
  arrays(sql: string, params: readonly Param[]): Promise<unknown[][]>;
  close(): Promise<void>;
};

const STATEMENTS_KEPT = 300;

/** Opens the read connection of the installation's database. */
export function openReader(strapi: Core.Strapi): Reader {
  const { client, connection, pool } = strapi.config.get('database.connection') as {
    client: string;
    connection: { filename?: string; connectionString?: string };
    pool?: { max?: number };
  };
  return client === 'sqlite'
    ? sqliteReader(connection.filename ?? '')
    : postgresReader(connection.connectionString ?? '', pool?.max ?? 10);
}

function sqliteReader(filename: string): Reader {
  const database: Database = new BetterSqlite(filename, { readonly: true });
  database.pragma('busy_timeout = 5000');
  const statements = new LRUCache<string, Statement>({ max: STATEMENTS_KEPT });
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const fresh = database.prepare(sql);
    statements.set(sql, fresh);
    return fresh;
  };
  return {
    async all(sql, params) {
      return prepared(sql)
        .raw(false)
        .all(...params) as Row[];
    },
    async arrays(sql, params) {
      return prepared(sql)
        .raw(true)
        .all(...params) as unknown[][];
    },
    async close() {
      database.close();
    },
  };
}

function postgresReader(connectionString: string, max: number): Reader {
  // Compiling a statement takes longer than any of ours takes to run.
  const pool = new pg.Pool({ connectionString, max, options: '-c jit=off' });
  const names = new LRUCache<string, { name: string; text: string }>({ max: STATEMENTS_KEPT * 10 });
  let count = 0;
  const prepared = (sql: string) => {
    const known = names.get(sql);
    if (known) return known;
    count += 1;
    const fresh = { name: `read_${count}`, text: numbered(sql) };
    names.set(sql, fresh);
    return fresh;
  };
  return {
    async all(sql, params) {
      const result = await pool.query({ ...prepared(sql), values: params as Param[], types: PG_TYPES });
      return result.rows as Row[];
    },
    async arrays(sql, params) {
      const query = {
        ...prepared(sql),
        values: params as Param[],
        types: PG_TYPES,
        rowMode: 'array' as const,
      };
      const result = await pool.query(query);
      return result.rows as unknown[][];
    },
    async close() {
      await pool.end();
    },
  };
}

/** The statement with PostgreSQL's numbered marks. */
function numbered(sql: string): string {
  const [first = '', ...rest] = sql.split('?');
  return rest.reduce((text, part, index) => `${text}$${index + 1}${part}`, first);
}

/** Days and instants come as text, counts as numbers: the read models decide what they mean. */
const PG_TYPES = {
  getTypeParser(oid: number) {
    switch (oid) {
      case 1082: // date
      case 1114: // timestamp without time zone
        return (text: string) => text;
      case 20: // bigint, the type of count(*)
        return Number;
      case 1700: // numeric
        return Number;
      default:
        return pg.types.getTypeParser(oid);
    }
  },
} as pg.CustomTypesConfig;
