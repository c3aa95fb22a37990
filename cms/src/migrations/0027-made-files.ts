import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Knex } from 'knex';
import { readEnvironment } from '../environment';

/**
 * Files that are made after the answer: whose they are (a unit, a result), and of each at most one that is being made.
 * The packs of before belonged to accounts; whoever needs one has it made again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('made_files', (table) => {
    table.string('id', 64).primary();
    table.string('kind', 32).notNullable();
    table.string('owner', 40).notNullable();
    table.string('variant', 64).notNullable();
    table.string('file_name', 200).notNullable();
    table.string('state', 16).notNullable();
    table.integer('done').notNullable();
    table.integer('total').notNullable();
    table.bigInteger('heartbeat_at').notNullable();
    table.bigInteger('created_at').notNullable();
    table.index(['created_at'], 'jd_made_files_created_at');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX jd_made_files_working_unique ON made_files (kind, owner, variant) WHERE state = 'working'",
  );
  await knex.schema.dropTable('selection_packs');
  await rm(path.join(readEnvironment().dataDir, 'selection-packs'), { recursive: true, force: true });
}
