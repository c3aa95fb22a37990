import { buildAll, PART_NAMES } from './build.mjs';
import { compileDriver, fitsThisNode, install, isInstalled } from './install.mjs';
import { startProgress } from './progress.mjs';

const WORDS = {
  shared: '编译规则',
  cms: '编译服务端',
  panel: '构建内容模型面板(约 1 分钟)',
  console: '构建控制台',
};

/** Installs when needed and builds what is stale of the named parts, saying so step by step. */
export async function makeReady(names = PART_NAMES, more = 0) {
  const { step } = startProgress(names.length + 1 + more);
  await step('安装依赖(首次约 2 分钟)', async () => {
    const installed = isInstalled();
    if (installed && fitsThisNode()) return 'fresh';
    await (installed ? compileDriver() : install());
    return 'built';
  });
  await buildAll((name, work) => step(WORDS[name], work), names);
  return step;
}
