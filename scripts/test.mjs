import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { check, vitest } from './lib/stages.mjs';

const types = (folder) => () =>
  check('tsc', ['-p', `${folder}/tsconfig.json`, '--noEmit', '--incremental', 'false']);

const api = (database) => () => vitest(['api'], { JIEDUI_TEST_DATABASE: database });

/** What `npm test` proves, in order: what is quick first. The checks of a stage run side by side, each with its name. */
const STAGES = [
  {
    words: '规范和死代码',
    checks: [
      ['lint', () => check('biome', ['ci', '.'])],
      ['lint', () => check('knip', [])],
    ],
  },
  { words: '类型:规则、控制台', checks: ['shared', 'admin'].map((folder) => ['types', types(folder)]) },
  {
    words: '类型:服务端、脚本、测试',
    checks: ['cms', 'scripts', 'tests'].map((folder) => ['types', types(folder)]),
  },
  { words: '单元测试和性质测试', checks: [['unit', () => vitest(['shared', 'admin', 'cms'])]] },
  {
    // Each mostly waits for its own server, so two cores take both at once.
    words: '接口测试(SQLite、PostgreSQL)',
    checks: [
      ['api', api('sqlite')],
      ['postgres', api('postgres')],
    ],
  },
  { words: '浏览器测试', checks: [['e2e', () => vitest(['e2e'])]] },
];

const NAMES = [...new Set(STAGES.flatMap(({ checks }) => checks.map(([name]) => name)))];

/** The stages with only the checks of these names. */
function stagesWith(names) {
  const kept = STAGES.map(({ words, checks }) => ({
    words,
    checks: checks.filter(([name]) => names.includes(name)),
  }));
  return kept.filter(({ checks }) => checks.length > 0);
}

async function runStages(stages) {
  const total = { passed: 0, failed: 0 };
  for (const { words, checks } of stages) {
    const since = Date.now();
    console.log(`\n== ${words}`);
    const results = await Promise.all(checks.map(([, run]) => run()));
    const passed = results.reduce((sum, result) => sum + result.passed, 0);
    const failed = results.reduce((sum, result) => sum + result.failed, 0);
    total.passed += passed;
    total.failed += failed;
    const verdict = failed > 0 ? `失败 ${failed}` : '通过';
    console.log(`== ${words}:${verdict}(${passed} 项,${((Date.now() - since) / 1000).toFixed(1)} 秒)`);
  }
  return total;
}

/** `npm test` runs everything; `npm test -- unit api` only those checks. */
async function test(asked) {
  const since = Date.now();
  const unknown = asked.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) fail(`没有这项测试:${unknown.join('、')}。可用:${NAMES.join('、')}`);
  const names = asked.length > 0 ? asked : NAMES;
  await makeReady(names.includes('e2e') ? undefined : ['shared', 'cms']);
  const { passed, failed } = await runStages(stagesWith(names));
  console.log(`\n共用 ${Math.round((Date.now() - since) / 1000)} 秒`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

await test(process.argv.slice(2)).catch(fail);
