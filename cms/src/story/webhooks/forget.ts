import { DELIVERIES_KEPT } from '@jiedui/shared/webhook';
import type { Knex } from 'knex';

const DAY = 86_400_000;
const AT_ONCE = 1_000;

/** Forgets old deliveries, in steps that keep no writer waiting, and what is left of webhooks that were deleted. */
export async function forgetDeliveries(knex: Knex, now: number): Promise<void> {
  const before = now - DELIVERIES_KEPT * DAY;
  await deleteInSteps(knex, (query) => query.where('made_at', '<', before));
  await deleteInSteps(knex, (query) => query.whereNotIn('webhook_id', knex('story_webhooks').select('id')));
  await knex('webhook_standings').whereNotIn('webhook_id', knex('story_webhooks').select('id')).delete();
}

async function deleteInSteps(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  for (;;) {
    const rows: { id: number }[] = await narrow(knex('webhook_deliveries'))
      .orderBy('id')
      .limit(AT_ONCE)
      .select('id');
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await knex.transaction(async (trx) => {
      await trx('webhook_deliveries').whereIn('id', ids).delete();
    });
  }
}
