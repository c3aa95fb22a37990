import type { Knex } from 'knex';

/** One appeal on an indicator of a unit in a round, unless an earlier one ended without a decision. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('appeals', (table) => {
    table.unique(['document_id'], { indexName: 'jd_appeals_document_id_unique' });
    table.index(['unit_id', 'state'], 'jd_appeals_unit_id_state_index');
    table.index(['reviewer_id', 'state'], 'jd_appeals_reviewer_id_state_index');
    table.index(['state', 'filed_at'], 'jd_appeals_state_filed_at_index');
  });
  await knex.raw(
    `CREATE UNIQUE INDEX jd_appeals_round_id_unit_id_indicator_unique ON appeals (round_id, unit_id, indicator)
     WHERE state NOT IN ('withdrawn', 'refused')`,
  );
}
