import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../lib/postgres';
import { startServer } from '../lib/server-process';
import { runScript } from './child';
import type { CaseResult } from './report';

/**
 * The sign-off of a round of 1,000 units with three sheets each: what is computed before its transaction, and the
 * transaction, during which others wait to write. Once, since a round is signed off once.
 */
export async function measurePublish(embedded: boolean): Promise<CaseResult[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-bench-publish-'));
  const dataDir = path.join(folder, 'data');
  const postgres = embedded ? await startPostgres({ durable: true }) : null;
  try {
    const databaseUrl = (await postgres?.createDatabase(`jiedui_publish_${process.pid}`)) ?? null;
    await (await startServer({ dataDir, databaseUrl, demo: false })).stop();
    await runScript('publish-work', { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', DEMO: 'off' });
    const read = readFileSync(path.join(dataDir, 'publish-work.json'), 'utf8');
    const { before, inside } = JSON.parse(read) as { before: number; inside: number };
    return [
      once('publishBefore', '签发 1000 个单位 × 3 张表:事务之前的统计', before),
      once('publishInside', '签发 1000 个单位 × 3 张表:事务之内', inside),
    ];
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const once = (name: string, words: string, ms: number): CaseResult => ({
  name,
  words,
  ours: { rps: 1000 / ms, p50: ms, p99: ms, cpu: null, failed: 0 },
  floor: null,
  stock: null,
});
