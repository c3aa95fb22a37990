import { Worker } from 'node:worker_threads';
import { inRoot } from '../lib/root.mjs';
import type { CaseResult } from './report';
import { pointsRubric, sheetsOf } from './trust-sheets';

/** A province: 1.8 million scores. */
const SIZE = { units: 10_000, indicators: 60, perUnit: 3, raters: 300 };
const TURNS = 3;

/**
 * The statistics of a round (α, severity, 1,000 resamples of the ranks) in the thread in which the server computes
 * them, from the entries as the database has them. There is no floor: nothing else computes them.
 */
export async function measureTrust(): Promise<CaseResult> {
  const rubric = pointsRubric(SIZE.indicators);
  const sheets = sheetsOf(rubric, SIZE.units, SIZE.perUnit, SIZE.raters);
  const times: number[] = [];
  let reports = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const since = performance.now();
    reports = await inThread({ rubric, source: 'district', seed: 'bench', threshold: 20, sheets });
    times.push(performance.now() - since);
  }
  times.sort((a, b) => a - b);
  const p50 = times[Math.floor(TURNS / 2)] ?? 0;
  console.log(
    `\n可信度统计:${SIZE.units} 个单位、${SIZE.indicators} 项、各 ${SIZE.perUnit} 人,进度 ${reports} 次`,
  );
  return {
    name: 'trustAtSize',
    words: '可信度统计(另一线程,一致性、宽严、重抽样 1000 次)',
    ours: { rps: 1000 / p50, p50, p99: times.at(-1) ?? 0, cpu: null, failed: 0 },
    floor: null,
    stock: null,
  };
}

/** How often the thread told its progress before it ended. */
function inThread(workerData: object): Promise<number> {
  const thread = new Worker(inRoot('cms/dist/src/evaluation/trust-thread.js'), { workerData, execArgv: [] });
  let reports = 0;
  return new Promise((resolve, reject) => {
    let done = false;
    thread.on('message', (message: object) => {
      if ('trust' in message) done = true;
      else reports += 1;
    });
    thread.once('error', reject);
    thread.once('exit', () => (done ? resolve(reports) : reject(new Error('The thread ended early'))));
  });
}
