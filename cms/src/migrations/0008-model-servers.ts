import type { Knex } from 'knex';

/** Which version of the model every process of the installation serves, said by itself every few seconds. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('model_servers', (table) => {
    table.string('id', 64).primary();
    table.string('folder').notNullable();
    table.bigInteger('at').notNullable();
  });
}
