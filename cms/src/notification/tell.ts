import { DEFAULT_PREFERENCES, type NoticeKind } from '@jiedui/shared/notification';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { preferencesOf } from './preferences';

/** Something to tell: in words, with where to go. The same key is told to the same person once. */
export type Notice = { kind: NoticeKind; key: string; title: Words; detail: Words; link: string };

const ROWS_AT_ONCE = 100;

/** Tells the accounts, each in the ways it has chosen for this kind. */
export async function tell(
  trx: Knex,
  accounts: readonly number[],
  notices: readonly Notice[],
): Promise<void> {
  if (accounts.length === 0 || notices.length === 0) return;
  const chosen = await preferencesOf(trx, accounts);
  const rows = accounts.flatMap((account) =>
    notices.flatMap((notice) => {
      const { console, email } = chosen.get(account) ?? DEFAULT_PREFERENCES;
      const ways = { in_console: console.includes(notice.kind), by_mail: email.includes(notice.kind) };
      return ways.in_console || ways.by_mail ? [{ account_id: account, ...rowOf(notice), ...ways }] : [];
    }),
  );
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await trx('notifications')
      .insert(rows.slice(start, start + ROWS_AT_ONCE))
      .onConflict(['account_id', 'key'])
      .ignore();
  }
}

const rowOf = ({ kind, key, title, detail, link }: Notice) => ({
  kind,
  key,
  link,
  content: JSON.stringify({ title, detail }),
  told_at: clock().now(),
});
