import { printAccounts } from './lib/accounts.mjs';
import { PART_NAMES } from './lib/build.mjs';
import { portProblem } from './lib/port.mjs';
import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { address } from './lib/settings.mjs';
import { serve } from './serve.mjs';

const PROBLEMS = {
  EADDRINUSE: '已被占用。请先停止占用它的程序,或换一个端口:PORT=1338 npm start',
  EACCES: '无权使用。请换一个 1024 以上的端口:PORT=1338 npm start',
  EADDRNOTAVAIL: '不是本机的地址。请检查 HOST。',
};

async function start() {
  const { host, port, shown } = address();
  const problem = await portProblem(host, port);
  if (problem) fail(`地址 ${host}:${port} ${PROBLEMS[problem] ?? `不可用(${problem})`}`);
  const step = await makeReady(PART_NAMES, 1);
  await step('启动服务', serve);
  console.log(`\n结对已就绪:http://${shown}:${port}`);
  console.log(`  控制台 http://${shown}:${port}/ · 内容模型面板 http://${shown}:${port}/admin`);
  printAccounts();
  console.log('\n按 Ctrl+C 停止。');
}

await start().catch(fail);
