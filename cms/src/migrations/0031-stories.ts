import type { Knex } from 'knex';

const TABLES = [
  'story_columns',
  'story_photos',
  'portrait_consents',
  'story_comments',
  'media_placements',
  'api_consumers',
  'story_webhooks',
];

const UNIQUE: [table: string, ...columns: string[]][] = [
  ['story_columns', 'name'],
  ['story_columns', 'slug'],
  ['api_consumers', 'name'],
];

/** What lists sort by and scopes follow. */
const PLAIN: [table: string, ...columns: string[]][] = [
  ['stories', 'column_id'],
  ['stories', 'activity_id'],
  ['stories', 'state', 'scheduled_for'],
  ['story_photos', 'story_id'],
  ['portrait_consents', 'photo_id'],
  ['story_comments', 'story_id'],
  ['media_placements', 'unit_id', 'published_on'],
  ['media_placements', 'station_id'],
  ['media_placements', 'story_id'],
  ['media_placements', 'state', 'published_on'],
  ['story_webhooks', 'consumer_id'],
];

/** The desk's tables. */
export async function up(knex: Knex): Promise<void> {
  for (const table of TABLES) {
    await knex.schema.alterTable(table, (t) =>
      t.unique(['document_id'], { indexName: `jd_${table}_document_id_unique` }),
    );
  }
  for (const [table, ...columns] of UNIQUE) {
    await knex.schema.alterTable(table, (t) =>
      t.unique(columns, { indexName: `jd_${table}_${columns.join('_')}_unique` }),
    );
  }
  for (const [table, ...columns] of PLAIN) {
    await knex.schema.alterTable(table, (t) => t.index(columns, `jd_${table}_${columns.join('_')}_index`));
  }
}
