import type { Knex } from 'knex';

/**
 * Takes the next places in the order of changes and gives the first of them. The counter stays locked until the
 * transaction ends: whoever draws up what is out reads its records after this, and so after whoever was before.
 */
export async function takePositions(trx: Knex.Transaction, count = 1): Promise<number> {
  const [head] = await trx('released_head')
    .where({ id: 1 })
    .update({ position: trx.raw('position + ?', [count]), moved_at: Date.now() })
    .returning('position');
  if (!head) throw new Error('The counter of changes is missing');
  return Number(head.position) - count + 1;
}
