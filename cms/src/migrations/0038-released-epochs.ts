import type { Knex } from 'knex';

/**
 * The histories of what is out, one begun at each start of the server: after a database was restored, places are given
 * out a second time, and what was told of the lost ones may not be gone on from.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('released_epochs', (table) => {
    table.increments('id');
    table.string('name', 16).notNullable();
    table.bigInteger('position').notNullable();
    table.unique(['name'], { indexName: 'jd_released_epochs_name_unique' });
  });
  await knex.schema.alterTable('released_head', (table) => {
    table.string('epoch', 16).notNullable().defaultTo('');
  });
}
