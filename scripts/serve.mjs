import { createRequire } from 'node:module';
import { inRoot } from './lib/root.mjs';
import { address, QUIET } from './lib/settings.mjs';
import { startAlone } from './lib/start-alone.mjs';
import { supervise } from './lib/supervisor.mjs';

/** Starts the built server behind a supervisor, and resolves when it answers. */
export async function serve() {
  const { host, port } = address();
  return supervise({ host, port });
}

/** For development: one process, in which Strapi's builder may write content types. */
async function serveDevelop() {
  process.env.NODE_ENV ??= 'development';
  Object.assign(process.env, QUIET);
  const { createStrapi } = createRequire(inRoot('cms/package.json'))('@strapi/strapi');
  const strapi = await startAlone(() =>
    createStrapi({ appDir: inRoot('cms'), distDir: inRoot('cms/dist'), autoReload: true }).start(),
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, async () => {
      await strapi.destroy();
      process.exit(0);
    });
  }
}

if (process.argv[1] === import.meta.filename) {
  const start = process.argv.includes('--develop') ? serveDevelop : serve;
  await start().catch((error) => {
    console.error(`服务没有启动:${error.message}`);
    process.exit(1);
  });
}
