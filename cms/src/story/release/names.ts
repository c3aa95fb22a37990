import type { Knex } from 'knex';
import { withoutMark } from './origin';
import type { StoryRow } from './snapshot';

/** What a story belongs to, by whose names it is told. */
export type NamedKind = 'column' | 'unit' | 'station' | 'category';

/** For each kind its own table, the column that is its code, and how a story points at it. */
export const NAMED = {
  column: { table: 'story_columns', code: 'slug', of: 'column_id', own: 'columnId' },
  unit: { table: 'units', code: null, of: 'unit_id', own: 'unitId' },
  station: { table: 'stations', code: null, of: 'station_id', own: 'stationId' },
  category: { table: 'categories', code: 'code', of: 'category_id', own: 'categoryId' },
} as const;

export const NAMED_KINDS = Object.keys(NAMED) as NamedKind[];

/** Keeps the names of what a story belongs to, as they are now. */
export async function keepNames(trx: Knex.Transaction, row: StoryRow): Promise<void> {
  const asked = NAMED_KINDS.filter((kind) => row[NAMED[kind].own] !== null);
  if (asked.length === 0) return;
  const [first, ...rest] = asked.map((kind) => nameQuery(trx, kind).where({ id: row[NAMED[kind].own] }));
  const found = await (first as Knex.QueryBuilder).unionAll(rest as never);
  await writeNames(trx, found);
}

/** Keeps the names of some of them, as they are now. */
export async function keepNamesOf(
  trx: Knex.Transaction,
  kind: NamedKind,
  ids: readonly number[],
): Promise<void> {
  await writeNames(trx, await nameQuery(trx, kind).whereIn('id', ids));
}

function nameQuery(trx: Knex.Transaction, kind: NamedKind): Knex.QueryBuilder {
  const { table, code } = NAMED[kind];
  return trx(table).select(
    trx.raw(`'${kind}' AS kind`),
    'id',
    'document_id',
    trx.raw(`${code ?? 'NULL'} AS code`),
    'name',
    trx.raw(`${kind === 'column' ? 'description' : 'NULL'} AS description`),
  );
}

type NameRow = { name: string; description: string | null };

async function writeNames(trx: Knex.Transaction, rows: NameRow[]): Promise<void> {
  if (rows.length === 0) return;
  const clean = rows.map((row) => ({
    ...row,
    name: withoutMark(row.name),
    description: row.description === null ? null : withoutMark(row.description),
  }));
  await trx('released_names').insert(clean).onConflict(['kind', 'id']).merge();
}
