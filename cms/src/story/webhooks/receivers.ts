import { CONSUMER_IN_USE } from '@jiedui/shared/consumer';
import { WEBHOOK_IN_USE } from '@jiedui/shared/webhook';
import type { Knex } from 'knex';

/** A webhook that is told of stories, and the columns of its consumer; none stands for all. */
export type Receiver = { webhook: number; columns: ReadonlySet<number> };

/** That a webhook `w` and its consumer `c` are in use. */
export const IN_USE = { 'w.state': WEBHOOK_IN_USE, 'c.state': CONSUMER_IN_USE };

/**
 * The webhooks that are told now: in use, with a secret, of a consumer that is in use. Two statements, however many
 * there are.
 */
export async function receiversOf(trx: Knex, only?: number): Promise<Receiver[]> {
  const query = trx('story_webhooks as w')
    .join('api_consumers as c', 'c.id', 'w.consumer_id')
    .join('webhook_standings as s', 's.webhook_id', 'w.id')
    .where(IN_USE)
    .whereNotNull('s.secret')
    .orderBy('w.id')
    .select('w.id', 'w.consumer_id');
  if (only !== undefined) query.where('w.id', only);
  const rows = await query;
  const columns = await columnsOf(
    trx,
    rows.map((row) => Number(row.consumer_id)),
  );
  return rows.map((row) => ({
    webhook: Number(row.id),
    columns: columns.get(Number(row.consumer_id)) ?? new Set(),
  }));
}

async function columnsOf(trx: Knex, consumers: readonly number[]): Promise<Map<number, Set<number>>> {
  const rows = await trx('api_consumers_columns_lnk')
    .whereIn('api_consumer_id', [...new Set(consumers)])
    .select('api_consumer_id', 'story_column_id');
  const found = new Map<number, Set<number>>();
  for (const { api_consumer_id: consumer, story_column_id: column } of rows) {
    const known = found.get(Number(consumer)) ?? new Set();
    found.set(Number(consumer), known.add(Number(column)));
  }
  return found;
}
