import type { Knex } from 'knex';

/** What people are told, and how each wants to be told. Both are personal and no records: nothing is decided by them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('notifications', (table) => {
    table.increments('id');
    table.integer('account_id').notNullable();
    table.string('kind', 20).notNullable();
    // The same thing is told to the same person once.
    table.string('key', 200).notNullable();
    table.text('content').notNullable();
    table.string('link', 255).notNullable();
    table.string('told_at', 30).notNullable();
    table.string('read_at', 30);
    table.boolean('in_console').notNullable();
    table.boolean('by_mail').notNullable();
    table.string('mailed_at', 30);
    table.unique(['account_id', 'key'], { indexName: 'jd_notifications_account_key' });
    table.index(['account_id', 'in_console', 'id'], 'jd_notifications_inbox');
    table.index(['by_mail', 'mailed_at', 'account_id'], 'jd_notifications_mail');
  });
  await knex.schema.createTable('notice_preferences', (table) => {
    table.integer('account_id').primary();
    table.text('preferences').notNullable();
    table.string('last_letter_on', 10);
    table.integer('failures').notNullable().defaultTo(0);
    table.bigInteger('retry_at');
    table.text('last_error');
  });
}
