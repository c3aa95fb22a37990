import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { countTouched } from '../ledger/touched';
import { renameTouched } from '../story/release/touched-names';

/**
 * Takes SQLite's write lock before anything is read. A transaction that reads first and writes later fails at
 * once when another process has written in between (an import at the command line beside the server); with
 * the lock taken first it waits its turn. PostgreSQL locks rows and needs none of it.
 */
export async function takeWriteLock(trx: Knex.Transaction): Promise<void> {
  if (trx.client.config.client === 'better-sqlite3')
    await trx.raw('UPDATE leases SET holder = holder WHERE 1 = 0');
}

/** A transaction that writes. Inside another one it is part of it. */
export async function writeTransaction<T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return (await strapi.db.transaction(async ({ trx }) => {
    await takeWriteLock(trx as Knex.Transaction);
    const result = await work(trx as Knex.Transaction);
    await countTouched(trx as Knex.Transaction);
    await renameTouched(trx as Knex.Transaction);
    return result;
  })) as T;
}
