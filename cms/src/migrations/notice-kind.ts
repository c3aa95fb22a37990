import type { NoticeKind } from '@jiedui/shared/notification';
import type { Knex } from 'knex';

const AT_ONCE = 500;

/**
 * A kind of notice that came after people had chosen theirs: whoever has any in the console gets it there too, as those
 * have who chose nothing.
 */
export async function addNoticeKind(knex: Knex, kind: NoticeKind): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await knex('notice_preferences')
      .where('account_id', '>', after)
      .orderBy('account_id')
      .limit(AT_ONCE)
      .select('account_id', 'preferences');
    for (const { account_id, preferences } of rows) {
      const chosen = JSON.parse(preferences) as { console: string[] };
      if (chosen.console.length === 0 || chosen.console.includes(kind)) continue;
      const text = JSON.stringify({ ...chosen, console: [...chosen.console, kind] });
      await knex('notice_preferences').where({ account_id }).update({ preferences: text });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.account_id);
  }
}
