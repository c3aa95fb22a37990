import type { Knex } from 'knex';

/**
 * While it is disabled nothing goes out: what still waited was missed, as is what comes until it is enabled. Where the
 * first of that stands in the order of changes is kept, also over several times, until it is replayed.
 */
export async function stopTelling(trx: Knex, webhook: number): Promise<void> {
  const waiting = () => trx('webhook_deliveries').where({ webhook_id: webhook, state: 'waiting' });
  const first = await waiting().min('position as position').first();
  const head = await trx('released_head').first('position');
  const known = await trx('webhook_standings').where({ webhook_id: webhook }).first('disabled_position');
  const positions = [
    ...(first?.position ? [Number(first.position) - 1] : []),
    ...(known?.disabled_position ? [Number(known.disabled_position)] : []),
    Number(head?.position ?? 0),
  ];
  await waiting().update({ state: 'dropped' });
  await setStanding(trx, webhook, { disabled_position: Math.min(...positions) });
}

/** Begins with what is new, and with no failures. */
export const beginTelling = (trx: Knex, webhook: number): Promise<void> =>
  setStanding(trx, webhook, { failures: 0, failing_since: null });

export async function setStanding(
  trx: Knex,
  webhook: number,
  values: Record<string, unknown>,
): Promise<void> {
  await trx('webhook_standings')
    .insert({ webhook_id: webhook, ...values })
    .onConflict('webhook_id')
    .merge(Object.keys(values));
}
