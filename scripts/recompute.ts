import { existsSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../cms/src/environment';
import { type Recomputed, recomputeResults } from '../cms/src/evaluation/recompute';
import { openDatabase } from './lib/open-database';
import { dataDir } from './lib/settings.mjs';

const USAGE = '用法:npm run recompute -- 轮次名称或编号,或 npm run recompute -- --all';
const MOST_SHOWN = 20;

const isEqual = ({ faults, differences, statisticsDiffer }: Recomputed) =>
  faults.length === 0 && differences.length === 0 && !statisticsDiffer;

function print(one: Recomputed): void {
  const { name, units, engine, faults, differences, statisticsDiffer } = one;
  const by = engine.published === engine.now ? engine.now : `签发时 ${engine.published},现在 ${engine.now}`;
  console.log(`${name}:${units} 个单位,计算引擎 ${by}。`);
  if (isEqual(one)) console.log('  一致:由冻结的输入重算,与公布的结果逐位相同。');
  for (const fault of faults.slice(0, MOST_SHOWN)) console.log(`  输入不符:${fault}`);
  for (const { name: unit, what, before, after } of differences.slice(0, MOST_SHOWN))
    console.log(`  结果不同:${unit} ${what}:公布 ${JSON.stringify(before)},重算 ${JSON.stringify(after)}`);
  const more = [faults, differences].reduce((sum, list) => sum + Math.max(0, list.length - MOST_SHOWN), 0);
  if (more > 0) console.log(`  …… 另有 ${more} 处`);
  if (!one.bulletinKept) console.log('  通报:签发时没有留存指纹,无法核对。');
  if (statisticsDiffer) console.log('  结果不同:可信度统计量');
}

async function main(): Promise<void> {
  const [asked] = process.argv.slice(2);
  if (!asked) throw new Error(USAGE);
  // Reading the settings would make secrets where there are none: a wrong folder must not look like a new one.
  if (!existsSync(path.join(dataDir(), 'secrets.json'))) {
    throw new Error(`${dataDir()} 里没有 secrets.json:不是本系统的数据目录。请检查 DATA_DIR。`);
  }
  const database = openDatabase(readEnvironment());
  try {
    const found = await recomputeResults(database, asked === '--all' ? null : asked);
    if (found.length === 0)
      throw new Error(asked === '--all' ? '还没有公布的结果。' : `没有公布过结果的轮次:${asked}`);
    for (const one of found) print(one);
    process.exitCode = found.every(isEqual) ? 0 : 1;
  } finally {
    await database.destroy();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
