import type { Knex } from 'knex';

/** The look of every photo, found again by parts of it; and what flags are looked for by. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('photo_prints', (table) => {
    table.integer('file_id').primary();
    table.string('document_id', 40).notNullable();
    table.integer('activity_id').notNullable();
    table.string('print', 32).notNullable();
    table.index(['document_id'], 'jd_photo_prints_document_id');
  });
  await knex.schema.createTable('photo_parts', (table) => {
    table.integer('part').notNullable();
    table.integer('file_id').notNullable();
    table.primary(['part', 'file_id']);
    table.index(['file_id'], 'jd_photo_parts_file_id');
  });
  await knex.schema.alterTable('photo_flags', (table) => {
    table.unique(['document_id'], { indexName: 'jd_photo_flags_document_id_unique' });
    table.index(['activity_id', 'state'], 'jd_photo_flags_activity_id_state_index');
    table.index(['earlier_activity_id'], 'jd_photo_flags_earlier_activity_id_index');
    table.index(['state', 'kind'], 'jd_photo_flags_state_kind_index');
    table.index(['photo'], 'jd_photo_flags_photo_index');
    table.index(['earlier_photo'], 'jd_photo_flags_earlier_photo_index');
  });
}
