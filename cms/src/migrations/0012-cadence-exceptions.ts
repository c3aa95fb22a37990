import type { Knex } from 'knex';

/** The cells that exceptions excuse, as far as exceptions and parties say today; what is met stays met. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('cadence_exceptions', (table) => {
    table.unique(['document_id'], { indexName: 'jd_cadence_exceptions_document_id_unique' });
    // A holiday is entered once, however often it is loaded.
    table.unique(['starts_on'], {
      indexName: 'jd_cadence_exceptions_holiday_once',
      predicate: knex.whereRaw("kind = 'holiday'"),
    });
  });
  await knex.schema.createTable('ledger_excused', (table) => {
    table.integer('edition_id').notNullable();
    table.integer('rule_no').notNullable();
    table.integer('party_id').notNullable();
    table.integer('window_no').notNullable();
    table.primary(['edition_id', 'rule_no', 'party_id', 'window_no']);
  });
  // What the categories of a site are counted from, without the records.
  await knex.schema.alterTable('activities', (table) => {
    table.index(['station_id', 'month', 'state', 'category_id'], 'jd_activities_station_categories');
    table.index(['month', 'state', 'category_id', 'station_id'], 'jd_activities_month_categories');
  });
}
