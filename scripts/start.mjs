import { printAccounts } from './lib/accounts.mjs';
import { PART_NAMES } from './lib/build.mjs';
import { databaseProblem, settingsProblem } from './lib/preflight.mjs';
import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { address } from './lib/settings.mjs';
import { serve } from './serve.mjs';

async function start() {
  const { url } = address();
  failFor(await settingsProblem());
  const step = await makeReady(PART_NAMES, 1);
  failFor(await databaseProblem());
  await step('启动服务', serve);
  console.log(`\n结对已就绪:${url}`);
  console.log(`  控制台 ${url}/ · 内容模型面板 ${url}/admin`);
  printAccounts();
  console.log('\n按 Ctrl+C 停止。');
}

function failFor(problem) {
  if (problem) fail(problem);
}

await start().catch(fail);
