import { createRequire } from 'node:module';
import { inRoot } from './lib/root.mjs';
import { QUIET } from './lib/settings.mjs';
import { startAlone } from './lib/start-alone.mjs';

/** How long requests that are under way may take to end when the server stops, in milliseconds. */
const DRAIN = 5_000;

/**
 * Starts the built server in this process and resolves when it answers. With `develop`, Strapi's builder may
 * write content types.
 */
export async function serve({ develop = false } = {}) {
  process.env.NODE_ENV ??= develop ? 'development' : 'production';
  Object.assign(process.env, QUIET);
  const { createStrapi } = createRequire(inRoot('cms/package.json'))('@strapi/strapi');
  const strapi = await startAlone(() =>
    createStrapi({ appDir: inRoot('cms'), distDir: inRoot('cms/dist'), autoReload: develop }).start(),
  );
  stopOnSignal(strapi);
  return strapi;
}

/** Strapi would cut requests off in the middle: let them end, refuse new ones, then stop. */
function stopOnSignal(strapi) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await drain(strapi.server.httpServer);
    await strapi.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
}

function drain(server) {
  return new Promise((resolve) => {
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(resolve, DRAIN).unref();
  });
}

if (process.argv[1] === import.meta.filename) {
  await serve({ develop: process.argv.includes('--develop') });
}
