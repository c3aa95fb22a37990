import { dayOf } from '@jiedui/shared/calendar';
import { mayMailNow } from '@jiedui/shared/notification';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createTransport, type Transporter } from 'nodemailer';
import { clock } from '../clock';
import { readEnvironment } from '../environment';
import { loadActor } from '../guard/session';
import { every } from '../jobs/every';
import { withLease } from '../jobs/lease';
import { tellDue } from './due';
import { letterOf, type Told } from './letter';
import { preferencesOf } from './preferences';

const PACE = 5_000;
const LEASE_SECONDS = 120;
const ACCOUNTS_AT_ONCE = 50;
const NOTICES_AT_ONCE = 500;
/** Waits after a letter could not be sent, in minutes. */
const PATIENCE = [1, 5, 15, 60, 240];
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

let stop: (() => Promise<void>) | null = null;

/** Sends what people want to have by mail, in one process at a time; does nothing where no mail server is set. */
export function startMailing(strapi: Core.Strapi): void {
  const { smtp } = readEnvironment();
  if (!smtp) return;
  const transport = createTransport({ url: smtp.url, pool: true, ...TIMEOUTS });
  const knex = strapi.db.connection;
  const job = () =>
    withLease(knex, 'mail', LEASE_SECONDS, async () => {
      await lookForReaders(strapi, knex);
      await sendLetters(knex, transport);
    });
  const stopJob = every(
    PACE,
    async () => void (await job()),
    (error) => strapi.log.error(error),
  );
  stop = async () => {
    await stopJob();
    transport.close();
  };
}

export async function stopMailing(): Promise<void> {
  await stop?.();
  stop = null;
}

/** Those who read letters need not sign in to be told what is due. */
async function lookForReaders(strapi: Core.Strapi, knex: Knex): Promise<void> {
  const readers = await knex('notice_preferences')
    .whereRaw(`preferences NOT LIKE '%"email":[]%'`)
    .orderBy('account_id')
    .select('account_id');
  for (const { account_id: id } of readers) {
    const actor = await loadActor(Number(id));
    if (actor) await tellDue(strapi, actor);
  }
}

async function sendLetters(knex: Knex, transport: Transporter): Promise<void> {
  const waiting = await knex('notifications as n')
    .join('up_users as a', 'a.id', 'n.account_id')
    .leftJoin('notice_preferences as p', 'p.account_id', 'n.account_id')
    .where({ 'n.by_mail': true, 'a.blocked': false })
    .whereNull('n.mailed_at')
    .where((due) => due.whereNull('p.retry_at').orWhere('p.retry_at', '<', Date.now()))
    .distinct('n.account_id', 'p.last_letter_on')
    .orderBy('n.account_id')
    .limit(ACCOUNTS_AT_ONCE);
  const chosen = await preferencesOf(
    knex,
    waiting.map((row) => Number(row.account_id)),
  );
  for (const row of waiting) {
    const account = Number(row.account_id);
    const preferences = chosen.get(account);
    if (!preferences?.address) await giveUp(knex, account);
    else if (mayMailNow(preferences, clock().now(), row.last_letter_on))
      await sendTo(knex, transport, account, preferences.address);
  }
}

async function sendTo(knex: Knex, transport: Transporter, account: number, address: string): Promise<void> {
  const rows = await knex('notifications')
    .where({ account_id: account, by_mail: true })
    .whereNull('mailed_at')
    .orderBy('id')
    .limit(NOTICES_AT_ONCE)
    .select('id', 'kind', 'content', 'link');
  const told = rows.map(({ kind, content, link }) => ({ kind, link, ...JSON.parse(content) }) as Told);
  const { smtp, publicUrl } = readEnvironment();
  try {
    await transport.sendMail({ from: smtp?.from, to: address, ...letterOf(told, publicUrl) });
  } catch (error) {
    await putOff(knex, account, error);
    return;
  }
  await markSent(
    knex,
    account,
    rows.map(({ id }) => Number(id)),
  );
}

async function markSent(knex: Knex, account: number, ids: number[]): Promise<void> {
  const now = clock().now();
  await knex.transaction(async (trx) => {
    await trx('notifications').whereIn('id', ids).update({ mailed_at: now });
    await trx('notice_preferences')
      .where({ account_id: account })
      .update({ last_letter_on: dayOf(now), failures: 0, retry_at: null, last_error: null });
  });
}

async function putOff(knex: Knex, account: number, error: unknown): Promise<void> {
  const row = await knex('notice_preferences').where({ account_id: account }).first('failures');
  const failures = Number(row?.failures ?? 0) + 1;
  const minutes = PATIENCE[Math.min(failures, PATIENCE.length) - 1] ?? 0;
  await knex('notice_preferences')
    .where({ account_id: account })
    .update({
      failures,
      retry_at: Date.now() + minutes * 60_000,
      last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    });
}

/** Without an address there is no letter, now or later. */
async function giveUp(knex: Knex, account: number): Promise<void> {
  await knex('notifications')
    .where({ account_id: account })
    .whereNull('mailed_at')
    .update({ by_mail: false });
}
