import type { Core } from '@strapi/strapi';
import { every } from './every';
import { withLease } from './lease';

const HOUR = 3_600_000;

/** Longer than a phone is likely to be without a line and still hold what it wants to send. */
const KEPT = 7 * 24 * HOUR;

let stop: (() => Promise<void>) | null = null;

/** Lets the keys of requests go when nobody will ask again, in one process at a time. */
export function startForgettingKeys(strapi: Core.Strapi): void {
  const knex = strapi.db.connection;
  stop = every(
    HOUR,
    async () => {
      await withLease(knex, 'request-keys', HOUR / 1000, () =>
        knex.transaction(async (trx) => {
          await trx('request_keys')
            .where('made_at', '<', Date.now() - KEPT)
            .delete();
        }),
      );
    },
    (error) => strapi.log.error(error),
  );
}

export async function stopForgettingKeys(): Promise<void> {
  await stop?.();
  stop = null;
}
