import type { Knex } from 'knex';

/** Talks are found by their round, and what somebody is asked by the account; each is asked once. A round has one case. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('rounds', (table) => {
    table.unique(['calibrates_id'], { indexName: 'jd_rounds_calibrates_id_unique' });
  });
  await knex.schema.alterTable('moderations', (table) => {
    table.unique(['document_id'], { indexName: 'jd_moderations_document_id_unique' });
    table.index(['round_id', 'unit_id', 'code'], 'jd_moderations_round_id_unit_id_code_index');
    table.index(['unit_id'], 'jd_moderations_unit_id_index');
  });
  await knex.schema.alterTable('moderation_replies', (table) => {
    table.unique(['document_id'], { indexName: 'jd_moderation_replies_document_id_unique' });
    table.unique(['moderation_id', 'evaluator_id'], {
      indexName: 'jd_moderation_replies_moderation_id_evaluator_id_unique',
    });
    table.index(['evaluator_id', 'state'], 'jd_moderation_replies_evaluator_id_state_index');
    table.index(['evaluation_id'], 'jd_moderation_replies_evaluation_id_index');
    table.index(['round_id'], 'jd_moderation_replies_round_id_index');
    table.index(['unit_id'], 'jd_moderation_replies_unit_id_index');
  });
}
