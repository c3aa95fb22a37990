import type { Knex } from 'knex';

/**
 * What each published result of a unit was computed from, word for word, and no more than one result of a number.
 * Beside the records, because nobody reads it but whoever computes it again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('result_inputs', (table) => {
    table.integer('result_id').notNullable();
    table.integer('unit_id').notNullable();
    table.text('inputs').notNullable();
    table.primary(['result_id', 'unit_id']);
  });
  await knex.schema.alterTable('results', (table) => {
    table.unique(['document_id'], { indexName: 'jd_results_document_id_unique' });
    table.unique(['round_id', 'number'], { indexName: 'jd_results_round_id_number_unique' });
  });
  await knex.schema.alterTable('unit_results', (table) => {
    table.unique(['document_id'], { indexName: 'jd_unit_results_document_id_unique' });
    table.unique(['result_id', 'unit_id'], { indexName: 'jd_unit_results_result_id_unit_id_unique' });
    table.index(['unit_id'], 'jd_unit_results_unit_id_index');
    table.index(['round_id', 'place'], 'jd_unit_results_round_id_place_index');
  });
}
