import type { Knex } from 'knex';

/**
 * What consumers of the stories API show themselves with, of which only the hash is kept, and what they asked for on
 * each day of the district. Instants are milliseconds.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('api_tokens', (table) => {
    table.increments('id');
    table.integer('consumer_id').notNullable();
    table.string('token_hash', 64).notNullable();
    table.string('hint', 4).notNullable();
    table.string('made_by', 255).notNullable();
    table.bigInteger('made_at').notNullable();
    table.string('expires_on', 10);
    table.bigInteger('used_at');
    table.bigInteger('revoked_at');
    table.unique(['token_hash'], { indexName: 'jd_api_tokens_token_hash_unique' });
    table.index(['consumer_id', 'revoked_at'], 'jd_api_tokens_consumer');
  });
  await knex.schema.createTable('api_usage', (table) => {
    table.integer('consumer_id').notNullable();
    table.string('day', 10).notNullable();
    table.bigInteger('requests').notNullable();
    table.bigInteger('not_modified').notNullable();
    table.bigInteger('refused').notNullable();
    table.bigInteger('bytes').notNullable();
    table.primary(['consumer_id', 'day']);
    table.index(['day'], 'jd_api_usage_day');
  });
}
