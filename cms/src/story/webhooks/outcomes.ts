import { failsTooLong, nextTry } from '@jiedui/shared/webhook';
import type { Knex } from 'knex';
import type { Outcome } from './send';

export type Due = { id: number; event: string; body: string; tries: number; firstTriedAt: number | null };
/** Why an address is disabled. */
export type Cause = 'gone' | 'failing';

type Marking = { knex: Knex; now: () => number; chance: () => number };

/** Writes down what came of a try; gives why the address is not to be told any more, if so. */
export function mark(
  { knex, now, chance }: Marking,
  webhook: number,
  due: Due,
  outcome: Outcome & { took: number },
): Promise<Cause | null> {
  const at = now();
  const { failure, ...seen } = outcome;
  const tries = due.tries + 1;
  const firstTried = due.firstTriedAt ?? at;
  const tried = { ...seen, failure, tries, first_tried_at: firstTried, tried_at: at };
  return knex.transaction(async (trx) => {
    const row = trx('webhook_deliveries').where({ id: due.id });
    if (failure === null) {
      await row.update({ ...tried, state: 'delivered' });
      await trx('webhook_standings')
        .where({ webhook_id: webhook })
        .update({ tried_at: at, received: true, failures: 0, failing_since: null });
      return null;
    }
    const next = failure === 'gone' ? null : nextTry(tries, firstTried, at, chance());
    // What was dropped while it was under way stays so.
    await row
      .where({ state: 'waiting' })
      .update({ ...tried, ...(next === null ? { state: 'givenUp' } : { next_at: next }) });
    await trx('webhook_standings')
      .where({ webhook_id: webhook })
      .update({
        tried_at: at,
        received: false,
        failures: trx.raw('failures + 1'),
        failing_since: trx.raw('COALESCE(failing_since, ?)', [at]),
      });
    if (failure === 'gone') return 'gone';
    const standing = await trx('webhook_standings').where({ webhook_id: webhook }).first();
    return failsTooLong(Number(standing.failures), Number(standing.failing_since), at) ? 'failing' : null;
  });
}
