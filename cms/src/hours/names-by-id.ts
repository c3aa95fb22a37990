import type { Knex } from 'knex';

const CHUNK = 500;

/** What rows of a table are called, by their row id. */
export async function namesById(
  knex: Knex,
  table: string,
  column: string,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id > 0);
  const names = new Map<number, string>();
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const rows = await knex(table)
      .whereIn('id', wanted.slice(start, start + CHUNK))
      .select('id', column);
    for (const row of rows) names.set(Number(row.id), String(row[column]));
  }
  return names;
}
