import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';
import { dialect } from '../read/reader';

type Row = Record<string, unknown>;

/** Bindings that one statement of PostgreSQL may have, with room to spare. */
const MOST_BINDINGS = 30_000;

/**
 * Inserts rows of one shape and gives their row ids in the order of the rows. SQLite is fastest with one
 * prepared statement that runs once a row; PostgreSQL with few statements of many rows.
 */
export async function insertMany(
  trx: Knex.Transaction,
  table: string,
  rows: readonly Row[],
): Promise<number[]> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return [];
  return dialect() === 'sqlite'
    ? insertOneByOne(trx, table, columns, rows)
    : insertTogether(trx, table, columns, rows);
}

async function insertOneByOne(trx: Knex.Transaction, table: string, columns: string[], rows: readonly Row[]) {
  const connection = (await trx.client.acquireConnection()) as Database;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = connection.prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`);
  return rows.map((row) => {
    const values = columns.map((column) => bindable(row[column]));
    return Number(statement.run(...values).lastInsertRowid);
  });
}

/** SQLite takes no booleans. */
const bindable = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value ?? null));

async function insertTogether(trx: Knex.Transaction, table: string, columns: string[], rows: readonly Row[]) {
  const perStatement = Math.max(1, Math.floor(MOST_BINDINGS / columns.length));
  const ids: number[] = [];
  for (let start = 0; start < rows.length; start += perStatement) {
    const part = rows.slice(start, start + perStatement);
    const written = (await trx(table).insert(part).returning('id')) as { id: number | string }[];
    // A sequence gives growing numbers within one statement, in the order of its rows.
    ids.push(...written.map(({ id }) => Number(id)).sort((a, b) => a - b));
  }
  return ids;
}
