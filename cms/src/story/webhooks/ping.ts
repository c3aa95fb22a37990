import type { Actor } from '@jiedui/shared/access';
import type { Delivery } from '@jiedui/shared/webhook';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../../guard/errors';
import { writeTransaction } from '../../write/transaction';
import { endpointOf, sendEvent } from './endpoint';
import { eventOf } from './event';
import { deliveryById } from './log';
import { outboxRow } from './outbox';
import { noteDone, webhookOf } from './record';
import { sendingOf } from './sending';

const NO_SECRET = { zh: '请先生成签名密钥。', en: 'Make its secret first.' };

/** Sends a message without a story, once and at once, also to one that is disabled; counts for nothing. */
export async function ping(strapi: Core.Strapi, actor: Actor, documentId: string): Promise<Delivery> {
  const sending = sendingOf(strapi);
  const webhook = await webhookOf(sending.knex, actor, 'update', documentId);
  const endpoint = await endpointOf(sending, webhook.id, { active: false });
  if (!endpoint) throw new Refusal(422, 'GATE_NOT_MET', { words: NO_SECRET });
  const now = sending.now();
  const event = eventOf('ping', null, now);
  const { failure, ...seen } = await sendEvent(sending, endpoint, event);
  const base = outboxRow({ webhook: webhook.id, type: 'ping', about: null, now, replayed: false, ...event });
  return writeTransaction(strapi, async (trx) => {
    const state = failure === null ? 'delivered' : 'givenUp';
    const tried = { ...seen, failure, state, tries: 1, first_tried_at: now, tried_at: now };
    const [inserted] = await trx('webhook_deliveries')
      .insert({ ...base, ...tried })
      .returning('id');
    await noteDone(trx, actor, await webhookOf(trx, actor, 'update', documentId), '发送测试消息');
    return deliveryById(trx, Number(inserted?.id));
  });
}
