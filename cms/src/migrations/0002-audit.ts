import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_entries', (table) => {
    table.bigIncrements('id');
    table.bigInteger('at').notNullable();
    table.string('actor_document_id', 64).notNullable();
    table.string('actor_name').notNullable();
    table.string('actor_role', 64).notNullable();
    table.string('action', 32).notNullable();
    table.string('resource', 64).notNullable();
    table.bigInteger('row_id').notNullable();
    table.string('document_id', 64).notNullable();
    table.integer('rev').notNullable();
    table.string('transition', 64);
    table.text('reason');
    table.text('changes').notNullable();
    table.string('state_hash', 64);
    table.index(['resource', 'document_id', 'id'], 'jd_audit_entries_record');
  });
  await knex.schema.createTable('audit_pending', (table) => {
    table.bigInteger('entry_id').primary();
  });
  await knex.schema.createTable('audit_seals', (table) => {
    table.bigInteger('seq').primary();
    table.bigInteger('entry_id').notNullable().unique();
    table.string('seal', 64).notNullable();
  });
}
