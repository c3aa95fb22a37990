import type { Actor } from '@jiedui/shared/access';
import { FORMER_SECRET_HOLDS } from '@jiedui/shared/webhook';
import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../../write/transaction';
import { noteDone, webhookOf } from './record';
import { newSecret, sealSecret } from './secrets';
import { sendingOf } from './sending';
import { setStanding } from './standing';

export type NewSecret = { secret: string; formerUntil: string | null };

/** Makes the secret that signs; told this once. The former one signs too for a day, so that nobody misses anything. */
export function rotateSecret(strapi: Core.Strapi, actor: Actor, documentId: string): Promise<NewSecret> {
  const { key, now } = sendingOf(strapi);
  return writeTransaction(strapi, async (trx) => {
    const webhook = await webhookOf(trx, actor, 'update', documentId);
    const before = await trx('webhook_standings').where({ webhook_id: webhook.id }).first('secret');
    const former = (before?.secret ?? null) as string | null;
    const at = now();
    const secret = newSecret();
    const formerUntil = former === null ? null : at + FORMER_SECRET_HOLDS;
    await setStanding(trx, webhook.id, {
      secret: sealSecret(key, webhook.id, secret),
      secret_at: at,
      former_secret: former,
      former_until: formerUntil,
    });
    await noteDone(trx, actor, webhook, former === null ? '生成签名密钥' : '更换签名密钥');
    return { secret, formerUntil: formerUntil === null ? null : new Date(formerUntil).toISOString() };
  });
}
