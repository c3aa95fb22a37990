import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@jiedui/shared/access';
import { type FeedInput, feedInputSchema, MOST_FEEDS } from '@jiedui/shared/activity';
import { fieldError } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { writeTransaction } from '../write/transaction';

const TABLE = 'calendar_feeds';

/** A subscription as its owner sees it. */
type Feed = {
  id: number;
  kind: string;
  ofName: string | null;
  createdAt: string;
  usedAt: string | null;
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The account's subscriptions that are in force, newest first. */
export async function feedsOf(actor: Actor): Promise<Feed[]> {
  const rows = await reader().all(
    `SELECT id, kind, of_name, created_at, used_at FROM ${TABLE}
     WHERE account_id = ? AND revoked_at IS NULL ORDER BY id DESC`,
    [actor.id],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    kind: String(row.kind),
    ofName: row.of_name as string | null,
    createdAt: String(row.created_at),
    usedAt: row.used_at as string | null,
  }));
}

/** Makes an address for the account. Its secret is in this answer and nowhere else. */
export async function subscribe(
  strapi: Core.Strapi,
  actor: Actor,
  input: unknown,
): Promise<{ token: string }> {
  const read = feedInputSchema.safeParse(input);
  if (!read.success) {
    const errors = read.error.issues.map(({ path }) =>
      fieldError(path.length > 0 ? path.map(String) : ['kind'], 'WRONG_TYPE'),
    );
    throw new Refusal(400, 'BAD_INPUT', { errors });
  }
  const name = await nameOf(actor, read.data);
  const token = randomBytes(32).toString('base64url');
  await writeTransaction(strapi, async (trx) => {
    const [counted] = await trx(TABLE)
      .where({ account_id: actor.id })
      .whereNull('revoked_at')
      .count({ n: '*' });
    if (Number(counted?.n) >= MOST_FEEDS) throw tooMany();
    await trx(TABLE).insert({
      account_id: actor.id,
      token_hash: hashOf(token),
      kind: read.data.kind,
      of_id: 'of' in read.data ? read.data.of : null,
      of_name: name,
      created_at: clock().now(),
    });
  });
  return { token };
}

function tooMany(): Refusal {
  const message = {
    zh: `最多可有 ${MOST_FEEDS} 个订阅地址,请先停用不用的。`,
    en: `There may be ${MOST_FEEDS} addresses; revoke some first.`,
  };
  return new Refusal(409, 'BAD_INPUT', {
    words: message,
    errors: [fieldError(['kind'], 'OUT_OF_RANGE', message)],
  });
}

/** The name of what is subscribed to, which the account must be able to read. */
async function nameOf(actor: Actor, input: FeedInput): Promise<string | null> {
  if (!('of' in input)) return null;
  try {
    return String((await findRecord(modelOf(input.kind), actor, input.of, { fields: ['name'] })).name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['of'], 'UNKNOWN_RELATION')] });
  }
}

/** Ends an address of the account: from now on it does not exist. */
export async function revoke(strapi: Core.Strapi, actor: Actor, id: number): Promise<void> {
  if (!Number.isInteger(id) || id > MOST_ID) throw new Refusal(404, 'NOT_FOUND');
  const ended = await writeTransaction(strapi, (trx) =>
    trx(TABLE)
      .where({ id, account_id: actor.id })
      .whereNull('revoked_at')
      .update({ revoked_at: clock().now() }),
  );
  if (ended === 0) throw new Refusal(404, 'NOT_FOUND');
}

export type OpenFeed = { id: number; account: number; kind: string; of: string | null; name: string | null };

/** What a row's number can be in the database. */
const MOST_ID = 2_147_483_647;

/** The subscription of an address; null where there is none, or it has been revoked. */
export async function feedOf(token: string): Promise<OpenFeed | null> {
  const [row] = await reader().all(
    `SELECT id, account_id, kind, of_id, of_name FROM ${TABLE} WHERE token_hash = ? AND revoked_at IS NULL`,
    [hashOf(token)],
  );
  if (!row) return null;
  return {
    id: Number(row.id),
    account: Number(row.account_id),
    kind: String(row.kind),
    of: row.of_id as string | null,
    name: row.of_name as string | null,
  };
}

const HOUR = 60 * 60 * 1000;

/** Notes that the address was asked, at most once an hour: calendar programs ask often. */
export async function noteUse(strapi: Core.Strapi, id: number): Promise<void> {
  const now = clock().now();
  const before = new Date(Date.parse(now) - HOUR).toISOString();
  const [row] = await reader().all(`SELECT used_at FROM ${TABLE} WHERE id = ?`, [id]);
  if (typeof row?.used_at === 'string' && row.used_at > before && row.used_at <= now) return;
  await writeTransaction(strapi, (trx) => trx(TABLE).where({ id }).update({ used_at: now }));
}
