import type { Knex } from 'knex';

/** All that the ledger of a site's activities counts, so that counting reads no record. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('activities', (table) => {
    table.index(['station_id', 'month', 'unit_id', 'verified_at'], 'jd_activities_ledger_index');
  });
}
