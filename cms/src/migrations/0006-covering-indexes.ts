import type { Knex } from 'knex';

/** Indexes of activities that hold all that a page or a count asks for, so that no record is read to be left out. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('activities', (table) => {
    table.index(['station_id', 'month', 'unit_id', 'verified_at'], 'jd_activities_ledger_index');
    // By day, with what scopes look at: takes the place of the one by day alone.
    table.index(['starts_at', 'id', 'station_id', 'unit_id'], 'jd_activities_newest_index');
    table.dropIndex(['starts_at'], 'jd_activities_starts_at_index');
  });
}
