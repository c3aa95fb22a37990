import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { amongIds, dialect, reader } from '../read/reader';
import { writeTransaction } from '../write/transaction';

const PAGE = 30;

const SHOWN = () => (dialect() === 'postgres' ? 'in_console' : 'in_console = 1');

/** What the account was told in the console, newest first; `before` is the id at which the last page ended. */
export async function inbox(actor: Actor, query: { before?: unknown; unread?: unknown }) {
  const before = query.before === undefined ? null : Number(query.before);
  if (before !== null && !Number.isSafeInteger(before))
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['before'], 'BAD_QUERY')] });
  const conditions = ['account_id = ?', SHOWN()];
  if (before !== null) conditions.push('id < ?');
  if (query.unread === 'true') conditions.push('read_at IS NULL');
  const rows = await reader().all(
    `SELECT id, kind, content, link, told_at, read_at FROM notifications
     WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${PAGE + 1}`,
    [actor.id, ...(before === null ? [] : [before])],
  );
  const data = rows.slice(0, PAGE).map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    ...(JSON.parse(String(row.content)) as object),
    link: row.link,
    toldAt: row.told_at,
    read: row.read_at !== null,
  }));
  return { data, meta: { more: rows.length > PAGE, unread: await unreadOf(actor.id) } };
}

/** How many notices each of the accounts has not read yet; an account without any is left out. */
export async function unreadOfAll(accounts: readonly number[]): Promise<Map<number, number>> {
  const { text, params } = amongIds('account_id', accounts);
  const rows = await reader().all(
    `SELECT account_id, count(*) AS n FROM notifications
     WHERE ${text} AND ${SHOWN()} AND read_at IS NULL GROUP BY account_id`,
    params,
  );
  return new Map(rows.map((row) => [Number(row.account_id), Number(row.n)]));
}

const unreadOf = async (account: number) => (await unreadOfAll([account])).get(account) ?? 0;

/** Marks the account's own notices as read: one, or all up to the newest that it has seen. */
export async function markRead(strapi: Core.Strapi, actor: Actor, input: unknown): Promise<number> {
  const { id, upTo } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const [column, value] = id === undefined ? (['upTo', upTo] as const) : (['id', id] as const);
  if (!Number.isSafeInteger(value))
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([column], 'WRONG_TYPE')] });
  await writeTransaction(strapi, (trx) =>
    trx('notifications')
      .where({ account_id: actor.id })
      .where('id', column === 'id' ? '=' : '<=', Number(value))
      .whereNull('read_at')
      .update({ read_at: clock().now() }),
  );
  return unreadOf(actor.id);
}
