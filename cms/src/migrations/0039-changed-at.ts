import type { Knex } from 'knex';

/** Whoever begins at a time asks for the first place since then, of all stories or within their columns. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('released_stories', (table) =>
    table.index(['changed_at', 'position'], 'jd_released_stories_since'),
  );
  await knex.schema.alterTable('released_columns', (table) =>
    table.index(['column_id', 'changed_at', 'position'], 'jd_released_columns_since'),
  );
}
