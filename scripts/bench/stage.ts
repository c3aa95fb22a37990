import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Postgres, startPostgres, usePostgres } from '../lib/postgres';
import { type ServerProcess, startServer } from '../lib/server-process';
import { runScript, startScript, type Target } from './child';
import { type BenchFacts, readFacts } from './facts';
import { writeMadeType } from './made-type';
import { type People, signIn, signInAll } from './people';

/** Everything that a bench drives, running on one filled database. */
export type Stage = {
  facts: BenchFacts;
  server: ServerProcess;
  floor: Target;
  stock: Target | null;
  stockToken: string | null;
  people: People;
  close(): Promise<void>;
};

export type StageOptions = { scale: number; postgres: boolean; stock: boolean; say: (words: string) => void };

/** Fills a database of its own in a temporary folder and starts us, the floor and stock Strapi beside it. */
export async function openStage({ scale, postgres: embedded, stock, say }: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-bench-'));
  const dataDir = path.join(folder, 'data');
  const postgres = await databaseOf(embedded);
  const database = `jiedui_bench_${process.pid}`;
  const databaseUrl = (await postgres?.createDatabase(database)) ?? null;
  const env = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', DEMO: 'off', BENCH_SCALE: String(scale) };

  say('建库');
  writeMadeType(dataDir);
  // The first start makes tables and the office's account; the filling then has the database to itself.
  await (await startServer({ dataDir, databaseUrl, demo: false })).stop();
  say('填充数据');
  await runScript('fill', env);
  const facts = readFacts(dataDir);
  if (stock) say('启动原装 Strapi');
  const stockTarget = stock ? await startStock(folder, dataDir, postgres, database) : null;
  say('启动');
  const server = await startServer({ dataDir, databaseUrl, demo: false });
  const floor = await startScript('floor', env);
  const office = server.accounts.find(({ role }) => role === 'districtOffice');
  if (!office) throw new Error('The first run made no office account');
  const people = await signInAll(server.url, facts, office);
  const { username, password } = facts.town;
  return {
    facts,
    server,
    floor,
    stock: stockTarget,
    stockToken: stockTarget ? await signIn(stockTarget.url, username, password) : null,
    people,
    async close() {
      await Promise.all([server.stop(), floor.stop(), stockTarget?.stop()]);
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function databaseOf(embedded: boolean): Promise<Postgres | null> {
  if (process.env.DATABASE_URL) return usePostgres(process.env.DATABASE_URL);
  return embedded ? startPostgres({ durable: true }) : null;
}

/** Stock Strapi works on a copy: at its start it shapes the tables to its own models. */
export async function startStock(
  folder: string,
  dataDir: string,
  postgres: Postgres | null,
  template: string,
): Promise<Target> {
  const file = path.join(folder, 'stock.sqlite');
  const url = await postgres?.createDatabase(`${template}_stock`, template);
  if (!url) copyFileSync(path.join(dataDir, 'jiedui.sqlite'), file);
  return startScript('stock', {
    STOCK_DIR: path.join(folder, 'stock'),
    DATABASE_FILE: file,
    DATABASE_URL: url ?? '',
  });
}
