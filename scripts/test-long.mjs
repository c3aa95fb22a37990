import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { check, vitest } from './lib/stages.mjs';

// npm run test:long: what is too slow for every change. Fifty times the random cases; ten times the photos; models published under load
// within a pause of a second, and killed at every step; the bench at ten times the data, which fails when growth is
// worse than linear.
async function testLong() {
  await makeReady(['shared', 'cms']);
  const unit = await vitest(['shared', 'admin', 'cms'], { FAST_CHECK_RUNS: '5000', TEST_LONG: 'on' });
  const publishing = await vitest(['api'], { TEST_LONG: 'on' }, ['publishing']);
  const growth = await check('tsx', ['scripts/bench.ts', '--growth']);
  const all = [unit, publishing, growth];
  const sum = (name) => all.reduce((total, one) => total + one[name], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') > 0 ? 1 : 0);
}

await testLong().catch(fail);
