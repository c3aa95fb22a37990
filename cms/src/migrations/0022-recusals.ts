import type { Knex } from 'knex';

/** Who is recused from which unit, once; looked for by either side. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('recusals', (table) => {
    table.unique(['document_id'], { indexName: 'jd_recusals_document_id_unique' });
    table.unique(['evaluator_id', 'unit_id'], { indexName: 'jd_recusals_evaluator_id_unit_id_unique' });
    table.index(['unit_id'], 'jd_recusals_unit_id_index');
  });
}
