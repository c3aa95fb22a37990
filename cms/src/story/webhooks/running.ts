import type { Core } from '@strapi/strapi';
import { every } from '../../jobs/every';
import { withLease } from '../../jobs/lease';
import { disableWebhook } from './disable';
import { dispatcher } from './dispatcher';
import { forgetDeliveries } from './forget';
import { sendingOf } from './sending';

const PACE = 1_000;
/** A killed process is followed by another one after this long. */
const LEASE_SECONDS = 30;
const HOUR = 3_600_000;

let stop: (() => Promise<void>) | null = null;

/** Tells consumers of what has changed, in one process at a time. */
export function startWebhooks(strapi: Core.Strapi): void {
  const sending = sendingOf(strapi);
  const onError = (error: unknown) => void strapi.log.error(error);
  let heldUntil = 0;
  const sender = dispatcher({
    ...sending,
    chance: Math.random,
    disable: (webhook, cause) => disableWebhook(strapi, webhook, cause),
    mayGoOn: () => Date.now() < heldUntil,
    onError,
  });
  const turn = async () => {
    const until = Date.now() + LEASE_SECONDS * 1000;
    const held = await withLease(sending.knex, 'webhooks', LEASE_SECONDS, async () => {
      heldUntil = until;
      await sender.begin();
    });
    if (!held) heldUntil = 0;
  };
  const stopSending = every(PACE, turn, onError);
  const forget = async () =>
    void (await withLease(sending.knex, 'webhook-log', HOUR / 1000, () =>
      forgetDeliveries(sending.knex, Date.now()),
    ));
  const stopForgetting = every(HOUR, forget, onError);
  stop = async () => {
    heldUntil = 0;
    await Promise.all([stopSending(), stopForgetting()]);
    await sender.ended();
  };
}

export async function stopWebhooks(): Promise<void> {
  await stop?.();
  stop = null;
}
