import type { Knex } from 'knex';

const AT_ONCE = 500;

/**
 * What a story said over time: each text once (`story_texts`), and when it was so (`story_versions`). And the notices of
 * stories, for those who had chosen theirs before there were any. Instants are milliseconds.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('story_texts', (table) => {
    table.integer('story_id').notNullable();
    table.string('hash', 64).notNullable();
    table.text('body').notNullable();
    table.primary(['story_id', 'hash']);
  });
  await knex.schema.createTable('story_versions', (table) => {
    table.increments('id');
    table.integer('story_id').notNullable();
    table.string('hash', 64).notNullable();
    table.bigInteger('at').notNullable();
    table.string('by_name', 255).notNullable();
    table.string('state', 32).notNullable();
    table.integer('rev').notNullable();
    table.string('label', 64).notNullable();
    table.index(['story_id', 'id'], 'jd_story_versions_story');
  });
  await addNotices(knex);
}

async function addNotices(knex: Knex): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await knex('notice_preferences')
      .where('account_id', '>', after)
      .orderBy('account_id')
      .limit(AT_ONCE)
      .select('account_id', 'preferences');
    for (const { account_id, preferences } of rows) {
      const chosen = JSON.parse(preferences) as { console: string[] };
      if (chosen.console.length === 0 || chosen.console.includes('story')) continue;
      const text = JSON.stringify({ ...chosen, console: [...chosen.console, 'story'] });
      await knex('notice_preferences').where({ account_id }).update({ preferences: text });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.account_id);
  }
}
