import type { Knex } from 'knex';
import { clock } from '../../clock';
import { keepNamesOf, NAMED, type NamedKind } from './names';
import { takePositions } from './position';

/**
 * Brings a new name of what stories belong to into everything that is out. Every story that is told by it is a changed
 * one from now on: whoever follows the changes learns of the name. Few statements, however many stories. The turn of
 * changes is taken by the caller.
 */
export async function renameReleased(trx: Knex.Transaction, kind: NamedKind, id: number): Promise<void> {
  // A column is told of before any story is out in it; of others only those by which one is.
  if (kind !== 'column' && !(await trx('released_names').where({ kind, id }).first('id'))) return;
  const { of } = NAMED[kind];
  const mine = { [of]: id, visible: true };
  await keepNamesOf(trx, kind, [id]);
  const [counted] = await trx('released_stories').where(mine).count({ n: '*' });
  const count = Number(counted?.n);
  const first = await takePositions(trx, Math.max(count, 1));
  if (count === 0) return;
  const visible = trx.client.config.client === 'pg' ? 'visible' : 'visible = 1';
  await trx.raw(
    `UPDATE released_stories SET position = ? + n.place, changed_at = ?
     FROM (SELECT story_id AS moved, row_number() OVER (ORDER BY position) AS place
           FROM released_stories WHERE ${of} = ? AND ${visible}) AS n
     WHERE story_id = n.moved`,
    [first - 1, Date.parse(clock().now()), id],
  );
  await trx.raw(
    `UPDATE released_columns SET position = s.position, changed_at = s.changed_at FROM released_stories AS s
     WHERE s.story_id = released_columns.story_id AND s.column_id = released_columns.column_id
       AND s.${of} = ? AND s.${visible}`,
    [id],
  );
}
