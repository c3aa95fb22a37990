import { buildAll } from './lib/build.mjs';
import { install, isInstalled } from './lib/install.mjs';
import { fail, startProgress } from './lib/progress.mjs';
import { runBin } from './lib/run.mjs';

try {
  const { step } = startProgress(5);
  await step('安装依赖', async () => (isInstalled() ? 'fresh' : install()));
  await buildAll(step, ['shared', 'cms', 'console']);
  await step('测试', async () => {
    console.log(await runBin('vitest', ['run', 'shared', 'admin'], { env: { NO_COLOR: '1' } }));
  });
} catch (error) {
  fail(error);
}
