import { createRequire } from 'node:module';
import { Connections } from './lib/connections.mjs';
import { inRoot } from './lib/root.mjs';
import { QUIET } from './lib/settings.mjs';
import { startAlone } from './lib/start-alone.mjs';
import { secureFront } from './lib/tls.mjs';

// One server, started by the supervisor: it takes connections from it and ends when told to, or when the
// supervisor is gone.

/** How long requests that are under way may take to end when the whole installation stops, in milliseconds. */
const STOP = 5_000;
/** How long after a new model took over the old one may still work on an import. */
const DRAIN = 5 * 60_000;

const require = createRequire(inRoot('cms/package.json'));
const server = () => require('./dist/src/modelling/worker.js');
let strapi = null;
let connections = null;
let ending = false;

async function start() {
  process.env.NODE_ENV ??= 'production';
  Object.assign(process.env, QUIET);
  const { createStrapi } = require('@strapi/strapi');
  strapi = await startAlone(async () => {
    const loaded = await createStrapi({ appDir: inRoot('cms'), distDir: inRoot('cms/dist') }).load();
    loaded.server.mount();
    return loaded;
  });
  takeSignals();
  const { httpServer } = strapi.server;
  const front = secureFront(httpServer) ?? httpServer;
  // A server keeps the time of its connections only while it listens somewhere.
  for (const server of new Set([httpServer, front]))
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  connections = new Connections(front);
  if (process.env.MODEL_TRIAL === 'on') await server().checkHealth(strapi);
  process.send({ type: 'ready' });
}

const HEARD = {
  connection: (_message, socket) => socket && connections?.take(socket),
  drain: () => end(DRAIN, false),
  stop: () => end(STOP, true),
};

process.on('message', (message, socket) => HEARD[message?.type]?.(message, socket));
process.on('disconnect', () => end(STOP, true));
takeSignals();

/** A signal from a terminal reaches this process too; the supervisor says when to end. */
function takeSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, () => undefined);
  }
}

async function end(patience, hurry) {
  if (ending && !hurry) return;
  ending = true;
  if (strapi && connections) {
    server().endStreams();
    await connections.drain(patience, hurry);
    if (!hurry) await importsEnd(patience);
    await strapi.destroy().catch(() => undefined);
  }
  process.exit(0);
}

/** An import that is being read goes on in the background of the process that took it in. */
async function importsEnd(patience) {
  const { importsUnderWay } = server();
  const until = Date.now() + patience;
  while (importsUnderWay() > 0 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 200));
}

await start().catch((error) => {
  console.error(error);
  if (!process.connected) process.exit(1);
  process.send({ type: 'failed', error: String(error?.message ?? error) }, () => process.exit(1));
});
