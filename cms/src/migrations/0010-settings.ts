import type { Knex } from 'knex';

const UNIQUE: [table: string, ...columns: string[]][] = [
  ['honours', 'code'],
  ['words', 'key'],
  ['form_rules', 'resource', 'field', 'role'],
  ['computed_columns', 'resource', 'name'],
];

const TABLES = ['honours', 'words', 'saved_views', 'form_rules', 'computed_columns'];

/** What the office sets itself: its keys, its addresses, and the lists of a person's views. */
export async function up(knex: Knex): Promise<void> {
  for (const [table, ...columns] of UNIQUE) {
    const indexName = `jd_${table}_${columns.join('_')}_unique`;
    await knex.schema.alterTable(table, (t) => t.unique(columns, { indexName }));
  }
  for (const table of TABLES) {
    const indexName = `jd_${table}_document_id_unique`;
    await knex.schema.alterTable(table, (t) => t.unique(['document_id'], { indexName }));
  }
  await knex.schema.alterTable('saved_views', (t) =>
    t.index(['path', 'owner_id'], 'jd_saved_views_path_owner'),
  );
}
