import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';
import { dialect } from '../read/reader';

type Row = Record<string, unknown>;

/** Rows that one statement of PostgreSQL brings. */
const MOST_ROWS = 2_000;

/**
 * Inserts rows of one shape and gives their row ids in the order of the rows. SQLite is fastest with one
 * prepared statement that runs once a row; PostgreSQL with few statements of many rows, each column an array.
 */
export async function insertMany(
  trx: Knex.Transaction,
  table: string,
  rows: readonly Row[],
  key = 'id',
): Promise<number[]> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return [];
  return dialect() === 'sqlite'
    ? insertOneByOne(trx, table, columns, rows)
    : insertTogether(trx, table, columns, rows, key);
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

async function insertTogether(
  trx: Knex.Transaction,
  table: string,
  columns: string[],
  rows: readonly Row[],
  key: string,
) {
  const types = await columnTypes(trx, table);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) => `"${column}"::${types.get(column) ?? 'text'}`).join(', ');
  const arrays = columns.map(() => '?::text[]').join(', ');
  // Sorted, so that the sequence counts in the order of the rows.
  const statement = `INSERT INTO ${table} (${names}) SELECT ${values}
    FROM unnest(${arrays}) WITH ORDINALITY AS r(${names}, place_) ORDER BY place_ RETURNING ${key} AS id`;
  const ids: number[] = [];
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const part = rows.slice(start, start + MOST_ROWS);
    const bindings = columns.map((column) => part.map((row) => asText(row[column])));
    const written = (await trx.raw(statement, bindings as never)) as { rows: { id: number | string }[] };
    ids.push(...written.rows.map(({ id }) => Number(id)).sort((one, other) => one - other));
  }
  return ids;
}

/** Every type of PostgreSQL reads its own text. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const typesByTable = new Map<string, Map<string, string>>();

/** The types of a table's columns. They only change with the model, and that starts a new process. */
async function columnTypes(trx: Knex.Transaction, table: string): Promise<Map<string, string>> {
  const known = typesByTable.get(table);
  if (known) return known;
  const { rows } = (await trx.raw(
    `SELECT attname, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  )) as { rows: { attname: string; type: string }[] };
  const types = new Map(rows.map(({ attname, type }) => [attname, type]));
  typesByTable.set(table, types);
  return types;
}
