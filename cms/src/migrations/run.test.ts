import knex, { type Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMigrations } from './run';

let db: Knex;
beforeEach(() => {
  db = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    pool: { min: 1, max: 1 },
    useNullAsDefault: true,
  });
});
afterEach(() => db.destroy());

const done = async () => (await db('jiedui_migrations').orderBy('name')).map(({ name }) => name);
const first = { up: (trx: Knex) => trx.schema.createTable('first', (table) => table.integer('id')) };
const makes = async (trx: Knex) => {
  await trx.schema.createTable('second', (table) => table.integer('id'));
  await trx('second').insert({ id: 1 });
};
const cut = {
  up: async (trx: Knex) => {
    await makes(trx);
    throw new Error('cut short');
  },
};

describe('a migration that is cut short', () => {
  it('leaves nothing behind, runs again, and not a third time', async () => {
    const started = runMigrations(db, [
      ['0001', first],
      ['0002', cut],
    ]);
    await expect(started).rejects.toThrow('cut short');
    expect(await done()).toEqual(['0001']);
    expect(await db.schema.hasTable('second')).toBe(false);
    for (const _turn of ['again', 'once more'])
      await runMigrations(db, [
        ['0001', first],
        ['0002', { up: makes }],
      ]);
    expect(await done()).toEqual(['0001', '0002']);
    expect(await db('second')).toEqual([{ id: 1 }]);
  });
});
