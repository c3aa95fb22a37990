import type { Knex } from 'knex';
import type { AllowList } from './allow-list';
import { IN_USE } from './receivers';
import { openSecret } from './secrets';
import { type Outcome, send } from './send';
import { signedHeaders } from './signature';
import { aimAt, type Resolve } from './target';

/** What sending needs besides the database; a test gives its own. */
export type Sending = {
  knex: Knex;
  now: () => number;
  resolve: Resolve;
  allow: AllowList;
  /** The key that secrets are sealed with. */
  key: Buffer;
};

export type Endpoint = { webhook: number; url: string; secrets: string[] };

/** Where a webhook's requests go and what signs them; null without a secret. `active`: only where it is told now. */
export async function endpointOf(
  { knex, now, key }: Sending,
  webhook: number,
  { active }: { active: boolean },
): Promise<Endpoint | null> {
  const query = knex('story_webhooks as w')
    .join('webhook_standings as s', 's.webhook_id', 'w.id')
    .join('api_consumers as c', 'c.id', 'w.consumer_id')
    .where({ 'w.id': webhook })
    .whereNotNull('s.secret')
    .first('w.url', 's.secret', 's.former_secret', 's.former_until');
  if (active) query.where(IN_USE);
  const row = await query;
  if (!row) return null;
  const former = row.former_secret && Number(row.former_until) > now() ? [row.former_secret] : [];
  const secrets = [row.secret, ...former].map((text) => openSecret(key, webhook, String(text)));
  return { webhook, url: String(row.url), secrets };
}

/** Sends one event once. The address is resolved and checked anew every time. */
export async function sendEvent(
  sending: Sending,
  { url, secrets }: Endpoint,
  event: { id: string; body: string },
): Promise<Outcome & { took: number }> {
  const since = Date.now();
  const aim = await aimAt(url, sending.allow, sending.resolve);
  const outcome =
    'failure' in aim
      ? { status: null, answer: null, failure: aim.failure }
      : await send(aim.target, event.body, signedHeaders(secrets, event.id, event.body, sending.now()));
  return { ...outcome, took: Date.now() - since };
}
