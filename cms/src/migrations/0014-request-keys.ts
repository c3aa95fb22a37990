import type { Knex } from 'knex';

/** Writes that have been done, by the key that their request came with: whoever asks again is not written twice. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('request_keys', (table) => {
    table.integer('actor_id').notNullable();
    table.string('key', 64).notNullable();
    table.string('fingerprint', 64).notNullable();
    // Of a record that was made; every other write names its record in the address.
    table.string('document_id', 40);
    table.bigInteger('made_at').notNullable();
    table.primary(['actor_id', 'key']);
    table.index(['made_at'], 'jd_request_keys_made_at');
  });
}
