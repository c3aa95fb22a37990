import type { Knex } from 'knex';

/**
 * The ledger of the cadence rules as it was last counted. An edition is one set of rules with its windows; while a new
 * one is counted the old one is read. All of it can be made anew from the records.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ledger_editions', (table) => {
    table.increments('id');
    table.string('fingerprint', 64).notNullable();
    table.text('content').notNullable();
    table.boolean('complete').notNullable();
  });
  await knex.schema.createTable('ledger_windows', (table) => {
    table.integer('edition_id').notNullable();
    table.integer('rule_no').notNullable();
    table.integer('window_no').notNullable();
    table.string('key', 20).notNullable();
    table.date('from_day').notNullable();
    table.date('to_day').notNullable();
    table.integer('needs').notNullable();
    table.primary(['edition_id', 'rule_no', 'window_no']);
  });
  // The window of each day, so that activities find theirs by an equal day and not by a range.
  await knex.schema.createTable('ledger_days', (table) => {
    table.integer('edition_id').notNullable();
    table.integer('rule_no').notNullable();
    table.date('day').notNullable();
    table.integer('window_no').notNullable();
    table.bigInteger('cutoff');
    table.primary(['edition_id', 'rule_no', 'day']);
  });
  await knex.schema.createTable('ledger_counts', (table) => {
    table.integer('edition_id').notNullable();
    table.integer('rule_no').notNullable();
    table.integer('party_id').notNullable();
    table.integer('window_no').notNullable();
    table.integer('in_time').notNullable();
    table.integer('late').notNullable();
    table.primary(['edition_id', 'rule_no', 'party_id', 'window_no']);
  });
  // All that the ledger asks of an activity, so that counting reads the index alone.
  await knex.schema.alterTable('activities', (table) =>
    table.index(['pairing_id', 'day', 'state', 'category_id', 'reported_at'], 'jd_activities_ledger'),
  );
}
