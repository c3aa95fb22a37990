import type { Knex } from 'knex';

const AT_ONCE = 500;

/**
 * What a story was drawn up from goes beside what came of it: lists read the latter only, and no longer pass over the
 * former. What is told of a story has its text in it, and the address at which its page is now.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('released_sources', (table) => {
    table.integer('story_id').primary();
    table.text('source').notNullable();
  });
  await knex.raw(
    'INSERT INTO released_sources (story_id, source) SELECT story_id, source FROM released_stories WHERE visible = ?',
    [true],
  );
  for (let last = 0; ; ) {
    const rows = await knex('released_stories')
      .where('story_id', '>', last)
      .orderBy('story_id')
      .limit(AT_ONCE)
      .select('story_id', 'visible', 'item', 'html');
    for (const { story_id, visible, item, html } of rows) {
      if (visible)
        await knex('released_stories')
          .where({ story_id })
          .update({ item: withText(item, html) });
    }
    if (rows.length < AT_ONCE) break;
    last = rows.at(-1).story_id;
  }
  await knex.raw('ALTER TABLE released_stories DROP COLUMN source');
  await knex.raw('ALTER TABLE released_stories DROP COLUMN html');
}

function withText(kept: string, html: string): string {
  const item = JSON.parse(kept);
  return JSON.stringify({ ...item, url: String(item.url).replace('/s/', '/read/'), html });
}
