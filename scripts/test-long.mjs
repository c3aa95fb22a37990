import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { check, vitest } from './lib/stages.mjs';

// npm run test:long: what is too slow for every change. Fifty times the random cases, and the bench at ten
// times the data, which fails when growth is worse than linear.
async function testLong() {
  await makeReady(['shared', 'cms']);
  const unit = await vitest(['shared', 'admin', 'cms'], { FAST_CHECK_RUNS: '5000' });
  const growth = await check('tsx', ['scripts/bench.ts', '--growth']);
  console.log(`${unit.passed + growth.passed} passed, ${unit.failed + growth.failed} failed`);
  process.exit(unit.failed + growth.failed > 0 ? 1 : 0);
}

await testLong().catch(fail);
