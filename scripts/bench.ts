import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { alternate, type Side } from './bench/alternate';
import { casesOf } from './bench/cases';
import { measureLedger } from './bench/ledger';
import type { LedgerSize } from './bench/ledger-fill';
import { measurePublish } from './bench/publish';
import { measureRecompute } from './bench/recompute';
import { asJson, type CaseResult, printResult } from './bench/report';
import { openStage, type Stage } from './bench/stage';
import { measureStories } from './bench/stories';
import { measureTrust } from './bench/trust';

// npm run bench -- [--scale 10] [--postgres] [--json FILE] [--seconds 3] [--rounds 3] [--growth] [--ledger province] [--only CASE,…]

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    json: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    ledger: { type: 'string', default: 'district' },
  },
});

const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
/** Ten times the data may cost ten times as much; what is measured on a shared machine is not exact. */
const MOST_GROWTH = 10 * 1.3;

async function runCases(stage: Stage): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of casesOf(stage.facts, stage.people, stage.stockToken)) {
    if (options.only && !options.only.split(',').includes(one.name)) continue;
    const sides: Side[] = [
      { target: stage.server, load: one.ours },
      { target: one.floorIsOurs ? stage.server : stage.floor, load: one.floor },
    ];
    if (one.stock && stage.stock) sides.push({ target: stage.stock, load: one.stock });
    const [ours, floor, stock = null] = await alternate(sides, { seconds, rounds }, one.prepare);
    if (!ours || !floor) throw new Error('Nothing was measured');
    const result = { name: one.name, words: one.words, ours, floor, stock };
    printResult(result);
    results.push(result);
  }
  if (!options.only || options.only.includes('summaryRecomputed')) {
    const ours = await measureRecompute(stage);
    const result = {
      name: 'summaryRecomputed',
      words: '一张评分表变动后重算汇总',
      ours,
      floor: null,
      stock: null,
    };
    printResult(result);
    results.push(result);
  }
  return results;
}

async function benchAt(scale: number, stock: boolean): Promise<CaseResult[]> {
  const since = Date.now();
  const say = (words: string) => console.log(`[${((Date.now() - since) / 1000).toFixed(0)} 秒] ${words} …`);
  const stage = await openStage({ scale, postgres: options.postgres, stock, say });
  try {
    const { units, sites, activities, sheets } = stage.facts.counts;
    console.log(`数据:单位 ${units}、站点 ${sites}、活动 ${activities}、评分表 ${sheets}(各 30 项)`);
    return await runCases(stage);
  } catch (error) {
    console.error(stage.server.output().slice(-4000));
    throw error;
  } finally {
    await stage.close();
  }
}

/** Whether ten times the data costs at most ten times as much, case by case. */
async function growth(): Promise<number> {
  const small = await benchAt(1, false);
  const large = await benchAt(10, false);
  let worst = 0;
  console.log('\n数据增至 10 倍,每次请求耗时(p50)的倍数:');
  for (const [at, { words, ours }] of large.entries()) {
    const times = ours.p50 / Math.max(small[at]?.ours.p50 ?? 1, 0.1);
    worst = Math.max(worst, times);
    console.log(`  ${words}:${times.toFixed(1)}`);
  }
  return worst <= MOST_GROWTH ? 0 : 1;
}

async function ledgerCases(): Promise<CaseResult[]> {
  const say = (words: string) => console.log(`\n${words} …`);
  const size: LedgerSize = options.ledger === 'province' ? 'province' : 'district';
  const results = await measureLedger({ size, postgres: options.postgres, say });
  results.forEach(printResult);
  return results;
}

/** What is measured without a server that is asked: the statistics of a round, and its sign-off. */
async function statisticsCases(): Promise<CaseResult[]> {
  const asked = (name: string) =>
    !options.only || options.only.split(',').some((one) => one.startsWith(name));
  const results: CaseResult[] = [];
  if (asked('trust')) results.push(await measureTrust());
  if (asked('publish')) results.push(...(await measurePublish(options.postgres)));
  results.forEach(printResult);
  return results;
}

async function storyCases(): Promise<CaseResult[]> {
  const say = (words: string) => console.log(`\n${words} …`);
  const { postgres, only } = options;
  return measureStories({ postgres, only: only?.split(',') ?? null, turns: { seconds, rounds }, say });
}

const WITHOUT_STAGE = ['ledger', 'trust', 'publish', 'story'];

async function main(): Promise<number> {
  if (options.growth) return growth();
  const onlyLedger = options.only?.startsWith('ledger') ?? false;
  const staged = !options.only?.split(',').every((one) => WITHOUT_STAGE.some((name) => one.startsWith(name)));
  const results = staged ? await benchAt(Number(options.scale), true) : [];
  results.push(...(await statisticsCases()));
  if (!options.only || onlyLedger) results.push(...(await ledgerCases()));
  if (!options.only || options.only.includes('story')) results.push(...(await storyCases()));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(asJson(results), null, 2)}\n`);
  return results.some(({ ours }) => ours.failed > 0) ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.stack);
    process.exit(1);
  },
);
