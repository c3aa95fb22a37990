import type { Knex } from 'knex';

/** What the duties of a page of units are counted over. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('stories', (table) => {
    table.index(['unit_id', 'state', 'submitted_at'], 'jd_stories_unit_submitted');
  });
}
