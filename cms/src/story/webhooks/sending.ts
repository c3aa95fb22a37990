import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../../environment';
import type { Sending } from './endpoint';
import { sealingKey } from './secrets';
import { resolveName } from './target';

/** Sending as this installation does it. */
export function sendingOf(strapi: Core.Strapi): Sending {
  const { webhookAllow, secrets } = readEnvironment();
  return {
    knex: strapi.db.connection,
    now: Date.now,
    resolve: resolveName,
    allow: webhookAllow,
    key: sealingKey(secrets.encryptionKey),
  };
}
