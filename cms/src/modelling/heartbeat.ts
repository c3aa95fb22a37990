import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { every } from '../jobs/every';
import { dialect } from '../read/reader';
import { runningModel } from './running-model';

const TABLE = 'model_servers';
const PACE = 2_000;
/** A process that has said nothing for so long is gone. */
const SILENT = 10_000;

const ME = randomUUID();
const served = () => runningModel().folder ?? '';

let stop: (() => Promise<void>) | null = null;

/** Says which model this process serves, where other servers may share its database. */
export function startHeartbeat(strapi: Core.Strapi): void {
  if (dialect() === 'sqlite') return;
  const beat = () =>
    strapi.db.connection(TABLE).insert({ id: ME, folder: served(), at: Date.now() }).onConflict('id').merge();
  stop = every(
    PACE,
    async () => {
      await beat();
    },
    (error) => strapi.log.error(error),
  );
}

export async function stopHeartbeat(strapi: Core.Strapi): Promise<void> {
  if (!stop) return;
  await stop();
  stop = null;
  await strapi.db.connection(TABLE).where({ id: ME }).delete();
}

/** Waits until no process of the installation serves another model than this one. */
export async function untilAllServe(strapi: Core.Strapi): Promise<void> {
  if (dialect() === 'sqlite') return;
  for (;;) {
    const others = await strapi.db
      .connection(TABLE)
      .where('at', '>', Date.now() - SILENT)
      .whereNot({ folder: served() })
      .first('id');
    if (!others) break;
    await new Promise((resolve) => setTimeout(resolve, PACE / 4));
  }
  await strapi.db
    .connection(TABLE)
    .where('at', '<', Date.now() - 60 * SILENT)
    .delete();
}
