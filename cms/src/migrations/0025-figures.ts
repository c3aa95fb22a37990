import type { Knex } from 'knex';

/**
 * One figure of a kind for a unit of a round, as the office enters it; and beside a unit's kept result the figures it
 * was computed with.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('metric_entries', (table) => {
    table.unique(['document_id'], { indexName: 'jd_metric_entries_document_id_unique' });
    table.unique(['round_id', 'unit_id', 'metric'], {
      indexName: 'jd_metric_entries_round_unit_metric_unique',
    });
    table.index(['unit_id'], 'jd_metric_entries_unit_id_index');
  });
  await knex.schema.alterTable('round_results', (table) => table.text('figures'));
}
