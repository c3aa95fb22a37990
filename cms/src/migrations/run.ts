import type { Knex } from 'knex';
import { Umzug } from 'umzug';

export type Migration = { up: (knex: Knex) => Promise<void> };

const TABLE = 'jiedui_migrations';

/** Runs those that have not run yet, in their order. One that is cut short leaves nothing behind and runs again. */
export async function runMigrations(
  knex: Knex,
  migrations: readonly (readonly [name: string, migration: Migration])[],
): Promise<void> {
  if (!(await knex.schema.hasTable(TABLE))) {
    await knex.schema.createTable(TABLE, (table) => table.string('name').primary());
  }
  const umzug = new Umzug({
    migrations: migrations.map(([name, { up }]) => ({ name, up: () => runWhole(knex, name, up) })),
    storage: {
      executed: async () => (await knex(TABLE).orderBy('name').select('name')).map((row) => String(row.name)),
      // Noted already, in the transaction of the migration itself.
      logMigration: async () => {},
      unlogMigration: async ({ name }) => {
        await knex(TABLE).where({ name }).delete();
      },
    },
    logger: undefined,
  });
  await umzug.up();
}

function runWhole(knex: Knex, name: string, up: Migration['up']): Promise<void> {
  return knex.transaction(async (trx) => {
    await up(trx);
    await trx(TABLE).insert({ name });
  });
}
