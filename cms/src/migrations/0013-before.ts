import type { Knex } from 'knex';

const TABLES = ['activity_materials', 'guardian_consents'];

/** What must be there before an activity: found by the activity, and by what waits for a review. */
export async function up(knex: Knex): Promise<void> {
  for (const table of TABLES) {
    const indexName = `jd_${table}_document_id_unique`;
    await knex.schema.alterTable(table, (t) => {
      t.unique(['document_id'], { indexName });
      t.index(['activity_id'], `jd_${table}_activity_id_index`);
    });
  }
  await knex.schema.alterTable('activity_materials', (t) =>
    t.index(['state', 'activity_id'], 'jd_activity_materials_state_index'),
  );
}
