import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startServer } from '../../scripts/lib/server-process';
import {
  lastPublication,
  model,
  OFFICE_RULES,
  officeOf,
  publish,
  type,
  untilEnded,
  writeDraft,
} from './support/model';

// A server is killed at every step of a publication that takes a field with values out. PostgreSQL shares all of it
// but the statements, which `publishing` tries.
const RECORDS = 250;
const FULL = model({
  types: { 'api::memo.memo': type('memo', { colour: { type: 'string' }, size: { type: 'integer' } }) },
  access: { memo: OFFICE_RULES },
});
const WITHOUT = model({
  types: { 'api::memo.memo': type('memo', { size: { type: 'integer' } }) },
  access: { memo: OFFICE_RULES },
});
const TRIAL = { MODEL_TRIAL_MS: '300' };
/** So long that whoever dies on trial has died before its end, however slow the machine. */
const LONG_TRIAL = { MODEL_TRIAL_MS: '60000' };

let parent: string;
let template: string;

/** A data folder with the full model in force and its records, from which every case starts. */
beforeAll(async () => {
  if (inject('server').databaseUrl) return;
  parent = mkdtempSync(path.join(os.tmpdir(), 'jiedui-faults-'));
  template = path.join(parent, 'template');
  const server = await startServer({ dataDir: template, demo: false, env: TRIAL });
  writeDraft(template, FULL);
  await publish(await officeOf(server));
  await untilEnded(template, 1);
  await server.stop();
  const database = new BetterSqlite(path.join(template, 'jiedui.sqlite'));
  const insert = database.prepare(
    'INSERT INTO memos (document_id, title, colour, size, rev, example) VALUES (?, ?, ?, ?, 1, 0)',
  );
  database.transaction(() => {
    for (let at = 0; at < RECORDS; at += 1) {
      insert.run(`memo${String(at).padStart(20, '0')}`, `便条${at}`, 'red', at);
    }
  })();
  database.close();
  writeDraft(template, WITHOUT);
});

afterAll(() => rmSync(parent ?? '', { recursive: true, force: true }));

type Facts = { columns: string[]; records: number; sizes: number; entries: number; noted: string[] };

function factsOf(dataDir: string): Facts {
  const database = new BetterSqlite(path.join(dataDir, 'jiedui.sqlite'), { readonly: true });
  const one = (sql: string) => Number(Object.values(database.prepare(sql).get() as object)[0]);
  const facts = {
    columns: (database.pragma('table_info(memos)') as { name: string }[]).map(({ name }) => name),
    records: one('SELECT count(*) FROM memos'),
    sizes: one('SELECT sum(size) FROM memos'),
    entries: one("SELECT count(*) FROM audit_entries WHERE action = 'model' AND resource = 'memo'"),
    noted: database
      .prepare("SELECT transition FROM audit_entries WHERE resource = 'model' AND row_id = 2 ORDER BY id")
      .pluck()
      .all() as string[],
  };
  database.close();
  return facts;
}

/** The log is written a moment after the file. */
async function untilNoted(dataDir: string, transition: string): Promise<void> {
  for (let left = 100; factsOf(dataDir).noted.at(-1) !== transition; left -= 1) {
    if (left === 0) throw new Error(`The log does not say ${transition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Case = readonly [fault: string, end: 'done' | 'rolledBack'];

/** One of every kind at each change; `npm run test:long` tries all. */
const SHORT: Case[] = [
  ['starting:both', 'rolledBack'],
  ['checking:worker', 'rolledBack'],
  ['draining:worker', 'rolledBack'],
  ['switched:primary', 'done'],
  ['clearing:both', 'done'],
  ['dropping:worker', 'done'],
];
const ALL: Case[] = [
  ...SHORT,
  ['starting:worker', 'rolledBack'],
  ['checking:both', 'rolledBack'],
  ['switching:primary', 'rolledBack'],
  ['draining:both', 'done'],
  ['backup:worker', 'done'],
  ['backup:both', 'done'],
  ['clearing:worker', 'done'],
  ['cleared:both', 'done'],
  ['dropping:both', 'done'],
];

const SIZES = (RECORDS * (RECORDS - 1)) / 2;

describe.runIf(!inject('server').databaseUrl)('a publication whose server is killed', () => {
  it.concurrent.for(process.env.TEST_LONG ? ALL : SHORT)(
    'at %s ends %s, with all data',
    async ([fault, end]) => {
      const dataDir = path.join(parent, fault.replace(':', '-'));
      cpSync(template, dataDir, { recursive: true });
      let server = await startServer({
        dataDir,
        demo: false,
        env: { ...(fault === 'draining:worker' ? LONG_TRIAL : TRIAL), MODEL_FAULT: fault },
      });
      try {
        const office = await officeOf(server);
        await publish(office).catch(() => undefined);
        if (!fault.endsWith('worker')) {
          await server.ended;
          server = await startServer({ dataDir, demo: false, env: TRIAL });
        }
        expect((await untilEnded(dataDir, 2)).step).toBe(end);
        const memos = await (await officeOf(server)).get('/memos?pagination[pageSize]=1');
        expect(memos.meta.pagination.total).toBe(RECORDS);
        expect(Object.hasOwn(memos.data[0] ?? {}, 'colour')).toBe(end === 'rolledBack');
        await untilNoted(dataDir, end === 'done' ? 'publish' : 'rollBack');
        const facts = factsOf(dataDir);
        expect(facts).toMatchObject({ records: RECORDS, sizes: SIZES });
        expect(facts.columns.includes('colour')).toBe(end === 'rolledBack');
        expect(facts.entries).toBe(end === 'done' ? RECORDS : 0);
        expect(lastPublication(dataDir, 2).error === null).toBe(end === 'done');
      } finally {
        await server.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  );
});
