import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { check, vitest } from './lib/stages.mjs';

const types = (folder) => () =>
  check('tsc', ['-p', `${folder}/tsconfig.json`, '--noEmit', '--incremental', 'false']);

const api = (database) => () => vitest(['api'], { JIEDUI_TEST_DATABASE: database });

/** What `npm test` proves, in order: what is quick first. The checks of a stage run side by side. */
const STAGES = [
  {
    key: 'lint',
    words: '规范和死代码',
    checks: [() => check('biome', ['ci', '.']), () => check('knip', [])],
  },
  { key: 'types', words: '类型:规则、控制台', checks: ['shared', 'admin'].map(types) },
  { key: 'types', words: '类型:服务端、脚本、测试', checks: ['cms', 'scripts', 'tests'].map(types) },
  { key: 'unit', words: '单元测试和性质测试', checks: [() => vitest(['shared', 'admin', 'cms'])] },
  { key: 'api', words: '接口测试(SQLite)', checks: [api('sqlite')] },
  { key: 'postgres', words: '接口测试(PostgreSQL)', checks: [api('postgres')] },
  { key: 'e2e', words: '浏览器测试', checks: [() => vitest(['e2e'])] },
];

async function runStages(stages) {
  const total = { passed: 0, failed: 0 };
  for (const { words, checks } of stages) {
    const since = Date.now();
    console.log(`\n== ${words}`);
    const results = await Promise.all(checks.map((run) => run()));
    const passed = results.reduce((sum, result) => sum + result.passed, 0);
    const failed = results.reduce((sum, result) => sum + result.failed, 0);
    total.passed += passed;
    total.failed += failed;
    const verdict = failed > 0 ? `失败 ${failed}` : '通过';
    console.log(`== ${words}:${verdict}(${passed} 项,${((Date.now() - since) / 1000).toFixed(1)} 秒)`);
  }
  return total;
}

/** `npm test` runs everything; `npm test -- unit api` only those stages. */
async function test(keys) {
  const since = Date.now();
  const known = [...new Set(STAGES.map(({ key }) => key))];
  const unknown = keys.filter((key) => !known.includes(key));
  if (unknown.length > 0) fail(`没有这个测试阶段:${unknown.join('、')}。可用:${known.join('、')}`);
  const stages = keys.length > 0 ? STAGES.filter(({ key }) => keys.includes(key)) : STAGES;
  await makeReady(stages.some(({ key }) => key === 'e2e') ? undefined : ['shared', 'cms']);
  const { passed, failed } = await runStages(stages);
  console.log(`\n共用 ${Math.round((Date.now() - since) / 1000)} 秒`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

await test(process.argv.slice(2)).catch(fail);
