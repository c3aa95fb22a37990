import type { Knex } from 'knex';

/**
 * One row a unit of a round, kept up to date with every submitted sheet: the ranked summary reads these
 * instead of averaging all sheets. It can be made again from the sheets at any time.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('round_results', (table) => {
    table.integer('round_id').notNullable();
    table.integer('unit_id').notNullable();
    table.text('result').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.primary(['round_id', 'unit_id']);
  });
  await knex.schema.createTable('round_versions', (table) => {
    table.integer('round_id').primary();
    table.bigInteger('version').notNullable();
  });
}
