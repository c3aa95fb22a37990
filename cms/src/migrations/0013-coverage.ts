import type { Knex } from 'knex';

/** 创文 indicators, found by their code. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('civility_indicators', (t) => {
    t.unique(['document_id'], { indexName: 'jd_civility_indicators_document_id_unique' });
    t.unique(['code'], { indexName: 'jd_civility_indicators_code_unique' });
  });
}
