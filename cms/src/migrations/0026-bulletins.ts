import type { Knex } from 'knex';

/**
 * The bulletin of each published result as it was signed, sentence by sentence with the answers it was written from:
 * what is asked later is compared with it. Beside the record, because lists never show it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('result_bulletins', (table) => {
    table.integer('result_id').primary();
    table.integer('sheets').notNullable();
    table.integer('evaluators').notNullable();
    table.string('issuer', 200).notNullable();
    table.text('bulletin').notNullable();
  });
}
