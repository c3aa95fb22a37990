import { dayOf } from '@jiedui/shared/calendar';
import { CONSUMER_IN_USE, hasEnded, quotaState, TOKEN_PREFIX } from '@jiedui/shared/consumer';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import { clock } from '../../clock';
import { Refusal } from '../../guard/errors';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { hashOf } from './hash';
import { countRefused, countRequest, learnStored, spentToday, usageDay } from './usage';

/** How long a checked token is believed without a look at the database, in milliseconds. */
const BELIEVED_FOR = 2_000;

/** Who reads the stories by a token. `columns`: the row ids of those it is confined to; null for all. */
export type Consumer = { id: number; documentId: string; name: string; columns: number[] | null };

type Known = { consumer: Consumer; token: number; quota: number };

const believed = new LRUCache<string, Known>({ max: 2_000, ttl: BELIEVED_FOR });

/** Counts how often what is believed has been forgotten: what was read before does not come in afterwards. */
let turn = 0;

/** Forgets who may read, so that what was revoked or changed counts from now on in this process. */
export function forgetConsumers(): void {
  turn += 1;
  believed.clear();
}

const BEARER = /^Bearer (\S+)$/i;

/** The consumer's token of a request; null where it carries none, or that of a session. */
export function consumerTokenOf(ctx: Context): string | null {
  const token = BEARER.exec(ctx.req.headers.authorization ?? '')?.[1];
  return token?.startsWith(TOKEN_PREFIX) ? token : null;
}

/**
 * The consumer whose token a request carries. Counts the request, whatever is answered (304 too), and tells what is
 * left of the day by the headers of draft-ietf-httpapi-ratelimit-headers-06. Refuses an unknown, revoked or expired
 * token, and a consumer whose quota is spent.
 */
export async function consumerOf(ctx: Context): Promise<Consumer> {
  const token = consumerTokenOf(ctx);
  if (token === null) throw new Refusal(401, 'TOKEN_REFUSED');
  const known = believed.get(token) ?? (await load(token));
  const now = Date.now();
  const { id } = known.consumer;
  const spent = spentToday(id, now);
  const isSpent = spent >= known.quota;
  const { limit, remaining, resetSeconds } = quotaState(
    known.quota,
    isSpent ? spent : spent + 1,
    usageDay(now).endsAt,
    now,
  );
  const { res } = ctx;
  res.setHeader('RateLimit-Limit', limit);
  res.setHeader('RateLimit-Remaining', remaining);
  res.setHeader('RateLimit-Reset', resetSeconds);
  if (isSpent) {
    countRefused(id, now);
    throw new Refusal(429, 'QUOTA_SPENT', { retryAfter: resetSeconds });
  }
  const answered = countRequest(id, known.token, now);
  const { socket } = ctx.req;
  const before = socket.bytesWritten;
  res.once('finish', () => answered(res.statusCode, socket.bytesWritten - before));
  return known.consumer;
}

async function load(token: string): Promise<Known> {
  const began = turn;
  const now = Date.now();
  const [row] = await reader().all(
    `SELECT t.id AS token, t.expires_on AS until, c.id, c.document_id, c.name, c.daily_quota, c.expires_on, u.requests
     FROM api_tokens t JOIN api_consumers c ON c.id = t.consumer_id
     LEFT JOIN api_usage u ON u.consumer_id = c.id AND u.day = ?
     WHERE t.token_hash = ? AND t.revoked_at IS NULL AND c.state = ?`,
    [usageDay(now).day, hashOf(token), CONSUMER_IN_USE],
  );
  const today = dayOf(clock().now());
  if (!row || hasEnded(dayIn(row.until), today) || hasEnded(dayIn(row.expires_on), today))
    throw new Refusal(401, 'TOKEN_REFUSED');
  const id = Number(row.id);
  learnStored(id, Number(row.requests ?? 0), now);
  const known = {
    consumer: {
      id,
      documentId: String(row.document_id),
      name: String(row.name),
      columns: await columnsOf(id),
    },
    token: Number(row.token),
    quota: Number(row.daily_quota),
  };
  if (began === turn) believed.set(token, known);
  return known;
}

const dayIn = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value).slice(0, 10);

/** The columns that a consumer is confined to; null where none is named. */
async function columnsOf(consumer: number): Promise<number[] | null> {
  const link = modelOf('api-consumer').links.get('columns');
  if (!link) throw new Error('Consumers have no columns');
  const rows = await reader().all(
    `SELECT ${link.other} AS id FROM ${link.table} WHERE ${link.own} = ? ORDER BY ${link.other}`,
    [consumer],
  );
  return rows.length > 0 ? rows.map((row) => Number(row.id)) : null;
}
