import type { Knex } from 'knex';

/** An import of one record type, and which records a job has written: what it takes to undo it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('import_jobs', (table) => {
    table.string('resource', 64);
    table.string('key_fields', 255);
  });
  await knex.schema.createTable('import_rows', (table) => {
    table.increments('id');
    table.string('job_id', 64).notNullable();
    table.string('resource', 64).notNullable();
    table.string('document_id', 64).notNullable();
    table.integer('rev').notNullable();
    table.boolean('made').notNullable();
    table.index(['job_id'], 'jd_import_rows_job_id');
  });
}
