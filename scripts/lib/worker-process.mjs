import { fork } from 'node:child_process';
import { inRoot } from './root.mjs';

/** How long a server may take to start, in milliseconds: a large table may have to be rewritten. */
const START = 10 * 60_000;
/** How much longer than it was given an ending server may live. */
const GRACE = 10_000;

/**
 * A server as a process of its own. `version` is the folder of the model that it serves, undefined for the one in
 * force; with `trial` it proves that it is sound before it is ready. Resolves when it is ready to take connections,
 * rejects with what it said when it ends before.
 */
export function startWorker({ version, trial = false, handlers }) {
  const env = { ...process.env, SUPERVISED: 'on', MODEL_TRIAL: trial ? 'on' : 'off' };
  if (version !== undefined) env.MODEL_VERSION = version ?? '';
  const child = fork(inRoot('scripts/worker.mjs'), [], { env, execArgv: [] });
  const worker = {
    child,
    version,
    ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal }))),
    /** Lets it end by itself after what is under way, or kills it after `patience`. */
    async end(message, patience) {
      tell(child, message);
      const timer = setTimeout(() => child.kill('SIGKILL'), patience + GRACE);
      await worker.ended;
      clearTimeout(timer);
    },
    tell: (message) => tell(child, message),
  };
  child.on('message', (message) => {
    if (message?.type === 'ask') void answer(child, message, handlers);
  });
  return { worker, ready: untilReady(worker) };
}

function untilReady({ child, ended }) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), START);
    let said = null;
    child.on('message', (message) => {
      if (message?.type === 'failed') said = message.error;
      if (message?.type !== 'ready') return;
      clearTimeout(timer);
      resolve();
    });
    ended.then(({ code, signal }) => {
      clearTimeout(timer);
      reject(new Error(said ?? `ended with ${signal ?? code}`));
    });
  });
}

/** A process that is going away hears nothing any more, and need not. */
function tell(child, message) {
  if (child.connected) child.send(message, () => undefined);
}

async function answer(child, { id, name, payload }, handlers) {
  const handler = handlers[name];
  try {
    if (!handler) throw new Error(`The supervisor knows no ${name}`);
    tell(child, { type: 'answer', id, data: await handler(payload) });
  } catch (error) {
    tell(child, { type: 'answer', id, error: error.message });
  }
}
