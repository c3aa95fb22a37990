import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../lib/server-process';
import { alternate, type Side, type Turns } from './alternate';
import { runScript, startScript } from './child';
import { signIn } from './people';
import { type CaseResult, printResult } from './report';
import { databaseOf, startStock } from './stage';
import { storyCasesOf } from './story-cases';

type Options = { postgres: boolean; only: string[] | null; turns: Turns; say: (words: string) => void };

/** What is read of 50,000 stories that are out: by consumers, by readers of feeds, and by those who have it already. */
export async function measureStories({
  postgres: embedded,
  only,
  turns,
  say,
}: Options): Promise<CaseResult[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-bench-stories-'));
  const dataDir = path.join(folder, 'data');
  const postgres = await databaseOf(embedded);
  const database = `jiedui_bench_stories_${process.pid}`;
  const running: { stop(): Promise<void> }[] = [];
  const run = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const started = await starting;
    running.push(started);
    return started;
  };
  try {
    const databaseUrl = (await postgres?.createDatabase(database)) ?? null;
    const token = `jdc_${randomBytes(32).toString('base64url')}`;
    const env = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', DEMO: 'off', BENCH_TOKEN: token };
    say('稿件:填充 50,000 篇');
    const first = await startServer({ dataDir, databaseUrl, demo: false });
    const office = first.accounts.find(({ role }) => role === 'districtOffice');
    await first.stop();
    if (!office) throw new Error('The first run made no office account');
    await runScript('story-fill', env);
    const stock = await run(startStock(folder, dataDir, postgres, database));
    const server = await run(startServer({ dataDir, databaseUrl, demo: false }));
    const floor = await run(startScript('story-floor', env));
    const stockToken = await signIn(stock.url, office.username, office.password);
    const results: CaseResult[] = [];
    for (const one of await storyCasesOf(server.url, { token, stockToken })) {
      if (only && !only.some((name) => one.name.startsWith(name))) continue;
      const sides: Side[] = [
        { target: server, load: one.ours },
        { target: one.floorIsOurs ? server : floor, load: one.floor },
        ...(one.stock ? [{ target: stock, load: one.stock }] : []),
      ];
      const [ours, floored, stocked = null] = await alternate(sides, turns);
      if (!ours || !floored) throw new Error('Nothing was measured');
      const { name, words, least } = one;
      const result = { name, words, ours, floor: floored, stock: stocked, least };
      printResult(result);
      results.push(result);
    }
    return results;
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
