import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** This process, as the holder of leases. */
const HOLDER = randomUUID();

/**
 * Runs a job if this process holds, or can take, the lease of that name for the next `seconds`.
 * With many processes on one database only one of them works; a killed holder's lease runs out.
 */
export async function withLease(
  knex: Knex,
  name: string,
  seconds: number,
  job: () => Promise<void>,
): Promise<boolean> {
  const now = Date.now();
  const mine = { holder: HOLDER, until: now + seconds * 1000 };
  const taken = await knex('leases')
    .where({ name })
    .andWhere((lease) => lease.where('until', '<', now).orWhere({ holder: HOLDER }))
    .update(mine);
  if (taken === 0) {
    const inserted = await knex('leases')
      .insert({ name, ...mine })
      .onConflict('name')
      .ignore()
      .returning('name');
    if (inserted.length === 0) return false;
  }
  await job();
  return true;
}
