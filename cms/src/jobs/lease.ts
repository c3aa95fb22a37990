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
  // In a transaction, for that one waits for its lock without stopping the process.
  if (!(await knex.transaction((trx) => take(trx, name, seconds)))) return false;
  await job();
  return true;
}

async function take(trx: Knex, name: string, seconds: number): Promise<boolean> {
  const now = Date.now();
  const mine = { holder: HOLDER, until: now + seconds * 1000 };
  const taken = await trx('leases')
    .where({ name })
    .andWhere((lease) => lease.where('until', '<', now).orWhere({ holder: HOLDER }))
    .update(mine);
  if (taken > 0) return true;
  const inserted = await trx('leases')
    .insert({ name, ...mine })
    .onConflict('name')
    .ignore()
    .returning('name');
  return inserted.length > 0;
}
