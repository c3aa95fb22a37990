import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import {
  DEFAULT_PREFERENCES,
  type NoticePreferences,
  noticePreferencesSchema,
} from '@jiedui/shared/notification';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { writeTransaction } from '../write/transaction';

const TABLE = 'notice_preferences';

/** What each of the accounts has chosen; the defaults for those who have chosen nothing. */
export async function preferencesOf(
  knex: Knex,
  accounts: readonly number[],
): Promise<Map<number, NoticePreferences>> {
  const rows = await knex(TABLE).whereIn('account_id', accounts).select('account_id', 'preferences');
  const chosen = new Map(rows.map((row) => [Number(row.account_id), parsed(row.preferences)]));
  return new Map(accounts.map((id) => [id, chosen.get(id) ?? DEFAULT_PREFERENCES]));
}

const parsed = (text: string): NoticePreferences => noticePreferencesSchema.parse(JSON.parse(text));

/** Keeps what somebody has chosen for themselves; refuses with the fields that are wrong. */
export async function choose(strapi: Core.Strapi, actor: Actor, input: unknown): Promise<NoticePreferences> {
  const read = noticePreferencesSchema.safeParse(input);
  if (!read.success) {
    const errors = read.error.issues.map(({ path }) => fieldError(path.map(String), 'WRONG_TYPE'));
    throw new Refusal(400, 'BAD_INPUT', { errors });
  }
  const row = { preferences: JSON.stringify(read.data), failures: 0, retry_at: null, last_error: null };
  await writeTransaction(strapi, (trx) =>
    trx(TABLE)
      .insert({ account_id: actor.id, ...row })
      .onConflict('account_id')
      .merge(row),
  );
  return read.data;
}

/** Why the last letter to the account did not go out; null where nothing is known to be wrong. */
export async function lastFailure(knex: Knex, account: number): Promise<string | null> {
  const row = await knex(TABLE).where({ account_id: account }).first('last_error');
  return row?.last_error ?? null;
}
