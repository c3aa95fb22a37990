import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('leases', (table) => {
    table.string('name', 64).primary();
    table.string('holder', 64).notNullable();
    table.bigInteger('until').notNullable();
  });
  await knex.schema.createTable('import_jobs', (table) => {
    table.string('id', 64).primary();
    table.integer('actor_id').notNullable();
    table.string('file_name').notNullable();
    table.string('state', 16).notNullable();
    table.text('progress').notNullable();
    table.text('result');
    table.text('error');
    table.bigInteger('heartbeat_at').notNullable();
    table.bigInteger('created_at').notNullable();
    table.index(['created_at'], 'jd_import_jobs_created_at');
  });
}
