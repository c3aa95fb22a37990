import type { Knex } from 'knex';

/**
 * What is out, as it came out: one row a story, drawn up when it is published, corrected or withdrawn. Everything that
 * answers without a session reads these tables and no others.
 * `position`: the place of the story's last change among all changes, in the order in which they were committed; the
 * counter's row is locked until the transaction ends. Instants are milliseconds.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('released_head', (table) => {
    table.integer('id').primary();
    table.bigInteger('position').notNullable();
  });
  await knex('released_head').insert({ id: 1, position: 0 });
  await knex.schema.createTable('released_stories', (table) => {
    table.integer('story_id').primary();
    table.string('document_id', 40).notNullable();
    table.bigInteger('position').notNullable();
    table.boolean('visible').notNullable();
    table.string('change', 16).notNullable();
    table.string('title', 255).notNullable();
    table.integer('column_id');
    table.integer('unit_id');
    table.integer('station_id');
    table.string('category', 64);
    table.boolean('good_practice').notNullable();
    table.bigInteger('released_at').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.text('source').notNullable();
    table.text('item').notNullable();
    table.text('html').notNullable();
    table.unique(['document_id'], { indexName: 'jd_released_stories_document_id_unique' });
    table.unique(['position'], { indexName: 'jd_released_stories_position_unique' });
    table.index(['visible', 'released_at', 'story_id'], 'jd_released_stories_newest');
    table.index(['column_id', 'visible', 'released_at', 'story_id'], 'jd_released_stories_column');
    table.index(['unit_id', 'visible', 'released_at'], 'jd_released_stories_unit');
    table.index(['station_id', 'visible', 'released_at'], 'jd_released_stories_station');
    table.index(['category', 'visible', 'released_at'], 'jd_released_stories_category');
  });
  await knex.schema.createTable('released_tags', (table) => {
    table.integer('story_id').notNullable();
    table.string('tag', 60).notNullable();
    table.primary(['story_id', 'tag']);
    table.index(['tag', 'story_id'], 'jd_released_tags_tag');
  });
  await knex.schema.createTable('released_pictures', (table) => {
    table.string('key', 40).primary();
    table.integer('story_id').notNullable();
    table.integer('photo_id').notNullable();
    table.text('file').notNullable();
    table.boolean('live').notNullable();
    table.index(['story_id'], 'jd_released_pictures_story');
    table.index(['photo_id'], 'jd_released_pictures_photo');
  });
  // A story may leave a column that a consumer is confined to: for them it is gone.
  await knex.schema.createTable('released_columns', (table) => {
    table.integer('story_id').notNullable();
    table.integer('column_id').notNullable();
    table.bigInteger('position').notNullable();
    table.boolean('live').notNullable();
    table.primary(['story_id', 'column_id']);
    table.index(['column_id', 'position'], 'jd_released_columns_position');
  });
}
