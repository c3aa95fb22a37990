import type { Knex } from 'knex';

const TABLE = 'released_columns';

/**
 * Notes in which column a story stands from this change on; null for none. Gives that column and those it has left
 * now.
 */
export async function moveColumns(
  trx: Knex.Transaction,
  story: number,
  column: number | null,
  change: { position: number; changed_at: number },
): Promise<{ columns: number[]; left: number[] }> {
  const gone = trx(TABLE).where({ story_id: story, live: true });
  if (column !== null) gone.whereNot({ column_id: column });
  const left = await gone.update({ live: false, ...change }).returning('column_id');
  if (column !== null) {
    await trx(TABLE)
      .insert({ story_id: story, column_id: column, live: true, ...change })
      .onConflict(['story_id', 'column_id'])
      .merge();
  }
  return {
    columns: column === null ? [] : [Number(column)],
    left: left.map(({ column_id }) => Number(column_id)),
  };
}
