import type { Knex } from 'knex';

/**
 * The bulletin of each published result as it was signed, sentence by sentence with the answers it was written from:
 * what is asked later is compared with it. Beside the record, because lists never show it. And the packs that units
 * ask for, which are made after the answer.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('result_bulletins', (table) => {
    table.integer('result_id').primary();
    table.integer('sheets').notNullable();
    table.integer('evaluators').notNullable();
    table.string('issuer', 200).notNullable();
    table.text('bulletin').notNullable();
  });
  await knex.schema.createTable('selection_packs', (table) => {
    table.string('id', 64).primary();
    table.integer('actor_id').notNullable();
    table.string('file_name', 200).notNullable();
    table.string('state', 16).notNullable();
    table.integer('done').notNullable();
    table.integer('total').notNullable();
    table.bigInteger('heartbeat_at').notNullable();
    table.bigInteger('created_at').notNullable();
    table.index(['created_at'], 'jd_selection_packs_created_at');
    table.index(['actor_id', 'state'], 'jd_selection_packs_actor_id_state');
  });
}
