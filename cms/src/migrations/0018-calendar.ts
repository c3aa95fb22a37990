import type { Knex } from 'knex';

/** The addresses at which accounts subscribe to their calendars. Of the secret in an address only the hash is kept. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('calendar_feeds', (table) => {
    table.increments('id');
    table.integer('account_id').notNullable();
    table.string('token_hash', 64).notNullable();
    table.string('kind', 10).notNullable();
    table.string('of_id', 40);
    table.string('of_name', 255);
    table.string('created_at', 30).notNullable();
    table.string('used_at', 30);
    table.string('revoked_at', 30);
    table.unique(['token_hash'], { indexName: 'jd_calendar_feeds_token' });
    table.index(['account_id', 'revoked_at'], 'jd_calendar_feeds_account');
  });
}
