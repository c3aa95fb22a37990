import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { type Delivery, MOST_REPLAYED } from '@jiedui/shared/webhook';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../../guard/errors';
import { writeTransaction } from '../../write/transaction';
import { takePositions } from '../release/position';
import { type Current, currentStates } from './current';
import { eventOf } from './event';
import { deliveryById } from './log';
import { insertRows, outboxRow } from './outbox';
import { type Receiver, receiversOf } from './receivers';
import { noteDone, type WebhookRow, webhookOf } from './record';
import { setStanding } from './standing';

const NOT_TOLD: Words = {
  zh: '现在不推送:请先启用推送地址、生成签名密钥,并确认接口用户在用。',
  en: 'It is not told now: enable it, make its secret, and see that its consumer is in use.',
};
const NOTHING_TO_TELL: Words = {
  zh: '这条消息不能补发:测试消息请重新测试;稿件已不在可取专栏的,无需补发。',
  en: 'There is nothing to send again: make a new test, or the story is not within the columns any more.',
};
const SINCE: Words = {
  zh: '请填写起始时间(since),或 missed: true。',
  en: 'Give a point of time (since), or missed: true.',
};

const replaySchema = z.union([
  z.strictObject({ since: z.iso.datetime({ offset: true }) }),
  z.strictObject({ missed: z.literal(true) }),
]);

export type Replayed = { replayed: number; more: boolean; until: string | null };

const refused = (words: Words) => new Refusal(422, 'GATE_NOT_MET', { words });

/** Tells again how the stories are now that have changed since, or that were missed; so many at a time. */
export function replay(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
  input: unknown,
): Promise<Replayed> {
  const parsed = replaySchema.safeParse(input);
  if (!parsed.success)
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['since'], 'BAD_INPUT', SINCE)] });
  const asked = parsed.data;
  return writeTransaction(strapi, async (trx) => {
    const webhook = await turnOf(trx, actor, documentId);
    const receiver = await receiverOf(trx, webhook);
    const missedFrom = 'missed' in asked ? await missedAfter(trx, webhook) : null;
    if ('missed' in asked && missedFrom === null) return { replayed: 0, more: false, until: null };
    const wanted = 'since' in asked ? { since: Date.parse(asked.since) } : { after: missedFrom ?? 0 };
    const found = await currentStates(trx, receiver, wanted, MOST_REPLAYED + 1);
    const told = found.slice(0, MOST_REPLAYED);
    const last = told.at(-1);
    const more = found.length > told.length;
    const now = Date.now();
    await insertRows(
      trx,
      told.map((current) => rowOf(receiver, current, now)),
    );
    if ('missed' in asked)
      await setStanding(trx, webhook.id, { disabled_position: more && last ? last.position : null });
    const from = 'since' in asked ? `${asked.since} 以来` : '停用期间';
    await noteDone(trx, actor, webhook, `补发${from}的变动:${told.length} 篇`);
    return { replayed: told.length, more, until: last ? new Date(last.changedAt).toISOString() : null };
  });
}

/**
 * Sends a delivery again. What has changed since is told as it is now: an old message after a newer one would only
 * mislead. The same message bears the same id, so that whoever has it already knows it.
 */
export function replayDelivery(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
  delivery: number,
): Promise<Delivery> {
  return writeTransaction(strapi, async (trx) => {
    const webhook = await turnOf(trx, actor, documentId);
    const row = await trx('webhook_deliveries').where({ id: delivery, webhook_id: webhook.id }).first();
    if (!row) throw new Refusal(404, 'NOT_FOUND');
    const receiver = await receiverOf(trx, webhook);
    if (row.story_id === null) throw refused(NOTHING_TO_TELL);
    await noteDone(trx, actor, webhook, `补发 ${row.event_id}`);
    const story = Number(row.story_id);
    return deliveryById(
      trx,
      (await hurry(trx, receiver, story)) ?? (await tellAgain(trx, receiver, story, row)),
    );
  });
}

/**
 * The webhook, with the turn of changes: whoever brings something out at this moment is waited for, so that it is told
 * in its order, and missed by nobody.
 */
async function turnOf(trx: Knex.Transaction, actor: Actor, documentId: string): Promise<WebhookRow> {
  const webhook = await webhookOf(trx, actor, 'update', documentId);
  await takePositions(trx, 0);
  return webhook;
}

/** What of a story waits for its next try is tried at once; gives the last of it. */
async function hurry(trx: Knex, { webhook }: Receiver, story: number): Promise<number | null> {
  const waiting = () =>
    trx('webhook_deliveries').where({ webhook_id: webhook, story_id: story, state: 'waiting' });
  const last = await waiting().max('id as id').first();
  if (!last?.id) return null;
  await waiting().update({ next_at: Date.now() });
  return Number(last.id);
}

type Told = { event_id: string; body: string; position: number | string; type: string };

async function tellAgain(trx: Knex, receiver: Receiver, story: number, row: Told): Promise<number> {
  const [current] = await currentStates(trx, receiver, { story }, 1);
  if (!current) throw refused(NOTHING_TO_TELL);
  const same = Number(row.position) === current.position && row.type === current.type;
  const fresh = rowOf(receiver, current, Date.now());
  await insertRows(trx, [same ? { ...fresh, event_id: row.event_id, body: row.body } : fresh]);
  return (await hurry(trx, receiver, story)) ?? 0;
}

async function receiverOf(trx: Knex, { id }: WebhookRow): Promise<Receiver> {
  const [receiver] = await receiversOf(trx, id);
  if (!receiver) throw refused(NOT_TOLD);
  return receiver;
}

async function missedAfter(trx: Knex, { id }: WebhookRow): Promise<number | null> {
  const row = await trx('webhook_standings').where({ webhook_id: id }).first('disabled_position');
  return row?.disabled_position === null || row?.disabled_position === undefined
    ? null
    : Number(row.disabled_position);
}

function rowOf({ webhook }: Receiver, current: Current, now: number) {
  const { type } = current;
  return outboxRow({ webhook, type, about: current, now, replayed: true, ...eventOf(type, current, now) });
}
