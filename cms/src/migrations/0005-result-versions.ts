import type { Knex } from 'knex';

/**
 * Each kept result carries the version of the round with which it was written, so that the next summary fetches
 * the changed ones only.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('round_results', (table) => {
    table.bigInteger('version').notNullable().defaultTo(1);
  });
}
