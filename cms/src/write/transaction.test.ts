import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite, { type Database } from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeWriteLock } from './transaction';

// Two processes on one SQLite file: ours through knex, the other through a connection of its own.
let folder: string;
let ours: Knex;
let other: Database;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-lock-'));
  const filename = path.join(folder, 'test.sqlite');
  ours = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  await ours.raw('PRAGMA journal_mode = WAL');
  await ours.schema.createTable('leases', (table) => table.string('holder'));
  await ours.schema.createTable('units', (table) => table.string('name'));
  await ours('units').insert({ name: 'before' });
  other = new BetterSqlite(filename, { timeout: 0 });
});

afterEach(async () => {
  other.close();
  await ours.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const otherWrites = () => other.prepare("UPDATE units SET name = 'other'").run();

describe('a transaction that reads before it writes', () => {
  it('makes the other process wait once it holds the lock, and writes', async () => {
    await ours.transaction(async (trx) => {
      await takeWriteLock(trx);
      await trx('units').select();
      expect(otherWrites).toThrow(/locked/);
      await trx('units').update({ name: 'ours' });
    });
    expect(await ours('units').first('name')).toEqual({ name: 'ours' });
    otherWrites();
  });

  it('would be ended by the other process without it', async () => {
    const work = ours.transaction(async (trx) => {
      await trx('units').select();
      otherWrites();
      await trx('units').update({ name: 'ours' });
    });
    await expect(work).rejects.toThrow(/locked/);
  });
});
