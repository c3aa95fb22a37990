import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment';
import { every } from '../jobs/every';
import { withLease } from '../jobs/lease';
import { reader } from '../read/reader';
import { sealPending } from './sealer';

/** Entries are sealed at the latest this long after their commit, in milliseconds. */
const PACE = 500;
const LEASE_SECONDS = 60;

let stop: (() => Promise<void>) | null = null;

/** Seals new audit entries in the background, in one process at a time. */
export function startSealing(strapi: Core.Strapi): void {
  const { dataDir, secrets } = readEnvironment();
  const knex = strapi.db.connection;
  stop = every(
    PACE,
    async () => {
      const [pending] = await reader().all(
        'SELECT entry_id FROM audit_pending WHERE NOT refused LIMIT 1',
        [],
      );
      if (!pending) return;
      await withLease(knex, 'audit-seal', LEASE_SECONDS, async () => {
        // A large import leaves many entries: all of them now, in batches between which others get their turn.
        for (;;) {
          const { sealed, refused } = await sealPending(knex, secrets.audit, dataDir);
          for (const id of refused)
            strapi.log.error(
              `Audit entry ${id} was not written by the server and is not sealed: verify-audit`,
            );
          if (sealed + refused.length === 0) break;
        }
      });
    },
    (error) => strapi.log.error(error),
  );
}

export async function stopSealing(): Promise<void> {
  await stop?.();
  stop = null;
}
