import { createRequire } from 'node:module';
import { builderHandlers, stopBuilder } from './lib/builder.mjs';
import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { inRoot } from './lib/root.mjs';
import { address, modelDir } from './lib/settings.mjs';

// npm run models: the model is changed on the throw-away copy, also while no server runs.

async function models() {
  const step = await makeReady(['shared', 'cms', 'panel', 'console'], 1);
  stopOnSignal();
  await step('准备模型编辑器', async () => {
    await builderHandlers['builder.start']();
    await untilRunning();
  });
  const { port, key } = builderHandlers['builder.state']();
  const link = `http://${address().shown}:${port}/enter?key=${key}`;
  console.log(`\n模型编辑器已就绪(5 分钟内打开,仅限一个浏览器):\n  ${link}&to=builder`);
  console.log('  在其中保存后,草稿随即更新。编辑的是用后即弃的副本,正在使用的数据不受影响。');
  console.log('\n按 Ctrl+C 结束。');
}

async function untilRunning() {
  for (;;) {
    const { state, error } = builderHandlers['builder.state']();
    if (state === 'running') return;
    if (state !== 'starting') throw new Error(error ?? state);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function stopOnSignal() {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await stopBuilder();
      console.log(`\n${whatTheDraftHolds()}`);
      process.exit(0);
    });
  }
}

function whatTheDraftHolds() {
  const { readDraft } = createRequire(inRoot('package.json'))(inRoot('cms/dist/src/modelling/draft.js'));
  const draft = readDraft(modelDir());
  if (!draft) return '没有改动,草稿为空。';
  const { types, fields, components } = draft.set;
  const added = Object.values(fields).reduce((sum, one) => sum + Object.keys(one).length, 0);
  const counts = `${Object.keys(types).length} 个自建类型、${added} 个加在系统类型上的字段、${Object.keys(components).length} 个组件`;
  const notices = draft.notices.map(({ zh }) => `\n  - ${zh}`).join('');
  return `草稿中共有 ${counts}。${notices}\n启动服务后,在控制台“内容模型”页查看变更并发布。`;
}

await models().catch(async (error) => {
  await stopBuilder();
  fail(error);
});
