import type { Knex } from 'knex';

/**
 * The counters of failed sign-ins of several processes, as their library lays them out. Made here because the
 * library makes it behind the first requests' back, which then fail.
 */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable('sign_in_tries')) return;
  await knex.schema.createTable('sign_in_tries', (table) => {
    table.string('key').primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire');
  });
}
