import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from './lib/root.mjs';
import { QUIET } from './lib/settings.mjs';

// The throw-away copy on which Strapi's builder runs, started by lib/builder.mjs and told everything by its
// environment. It ends when told to, or when the process that started it is gone.

const require = createRequire(inRoot('cms/package.json'));
const modelling = (name) => require(inRoot('cms/dist/src/modelling', `${name}.js`));
let strapi = null;

async function start() {
  Object.assign(process.env, QUIET);
  const { createStrapi } = require('@strapi/strapi');
  const appDir = path.join(process.env.DATA_DIR, '../app');
  strapi = await createStrapi({ appDir, distDir: inRoot('cms/dist'), autoReload: true }).start();
  takeSignals();
  process.send({ type: 'ready' });
}

const HEARD = {
  // The builder has saved: its files become the draft, on which the next process starts.
  restart: () => {
    modelling('builder/take-over').takeOverTypes(strapi, modelling('builder/copy').copyOf());
    return end();
  },
  stop: () => end(),
};

process.on('message', (message) => {
  Promise.resolve()
    .then(() => HEARD[message?.type]?.())
    .catch(fail);
});
process.on('disconnect', end);
takeSignals();

/** A signal from a terminal reaches this process too; the one that started it says when to end. */
function takeSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, () => undefined);
  }
}

async function end() {
  strapi?.server.httpServer.closeAllConnections();
  await strapi?.destroy().catch(() => undefined);
  process.exit(0);
}

function fail(error) {
  console.error(error);
  if (!process.connected) process.exit(1);
  process.send({ type: 'failed', error: String(error?.message ?? error) }, () => process.exit(1));
}

await start().catch(fail);
