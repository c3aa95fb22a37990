import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { portProblem } from './port.mjs';
import { inRoot } from './root.mjs';
import { address, dataDir, modelDir, modelPort, tlsFiles } from './settings.mjs';

/** How long a link lets somebody in, in milliseconds. */
const KEY_LIFE = 5 * 60_000;
/** How long the copy may take to end by itself. */
const PATIENCE = 10_000;

const draftModule = () => createRequire(inRoot('package.json'))(inRoot('cms/dist/src/modelling/draft.js'));

/**
 * The throw-away copy of the server on which Strapi's builder may write: a process of its own with its own invented
 * data, never the live ones. What is saved in it becomes the draft, and it starts again on that.
 */
class Builder {
  #state = 'stopped';
  #child = null;
  #error = null;
  #seat = '';
  #keys = new Map();
  /** Grows with every start and stop: what an earlier process still says concerns nobody. */
  #run = 0;

  get state() {
    const key = this.#state === 'running' ? this.#freshKey() : null;
    return { state: this.#state, port: modelPort(), key, error: this.#error };
  }

  /** Answers at once; the state tells how far it is. */
  async start() {
    if (!['stopped', 'failed'].includes(this.#state)) return this.state;
    this.#run += 1;
    this.#error = null;
    this.#state = 'starting';
    this.#keys.clear();
    this.#seat = randomBytes(24).toString('base64url');
    const problem = await portProblem(address().host, modelPort());
    if (problem) return this.#fail(`The port ${modelPort()} cannot be used: ${problem}`);
    try {
      draftModule().openDraft(modelDir());
      makeFolders();
      this.#launch();
    } catch (error) {
      this.#fail(error.message);
    }
    return this.state;
  }

  async stop() {
    this.#run += 1;
    this.#state = 'stopped';
    const child = this.#child;
    this.#child = null;
    await ended(child);
    // Another start has meanwhile taken the folder.
    if (this.#state !== 'stopped') return this.state;
    rmSync(scratch(), { recursive: true, force: true });
    draftModule().closeDraft(modelDir());
    return this.state;
  }

  #launch() {
    const run = this.#run;
    const child = fork(inRoot('scripts/builder.mjs'), [], { env: environment(this.#seat), execArgv: [] });
    this.#child = child;
    let restarts = false;
    child.on('message', (message) => {
      if (run !== this.#run) return;
      if (message?.type === 'ready') this.#state = 'running';
      else if (message?.type === 'failed') this.#error = message.error;
      else if (message?.type === 'enter')
        tell(child, { ...message, type: 'entered', good: this.#use(message.key) });
      // Strapi's own word for it.
      else if (message === 'reload') {
        restarts = true;
        this.#state = 'restarting';
        tell(child, { type: 'restart' });
      }
    });
    child.once('exit', (code) => {
      if (run !== this.#run) return;
      if (restarts && code === 0) this.#launch();
      else this.#fail(this.#error ?? `The copy ended with ${code}`);
    });
  }

  #fail(error) {
    console.error(`模型编辑器没有启动:${error}`);
    this.#error = error;
    this.#state = 'failed';
    return this.state;
  }

  #freshKey() {
    const now = Date.now();
    for (const [key, until] of this.#keys) if (until < now) this.#keys.delete(key);
    // One that is about to end would be dead by the time it is clicked.
    const last = [...this.#keys].at(-1);
    if (last && last[1] - now > KEY_LIFE / 2) return last[0];
    const key = randomBytes(24).toString('base64url');
    this.#keys.set(key, now + KEY_LIFE);
    return key;
  }

  #use(key) {
    const until = this.#keys.get(key) ?? 0;
    this.#keys.delete(key);
    return until > Date.now();
  }
}

const builder = new Builder();

/** What servers may ask the supervisor for. */
export const builderHandlers = {
  'builder.start': () => builder.start(),
  'builder.stop': () => builder.stop(),
  'builder.state': () => builder.state,
};

/** With the installation its copy ends too. */
export const stopBuilder = () => builder.stop();

const scratch = () => path.join(dataDir(), 'builder');

/** An application's folder as Strapi wants one, with nothing in it yet. Invented data of an earlier copy go. */
function makeFolders() {
  rmSync(scratch(), { recursive: true, force: true });
  const app = path.join(scratch(), 'app');
  mkdirSync(path.join(app, 'src/api'), { recursive: true, mode: 0o700 });
  mkdirSync(path.join(scratch(), 'data'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(app, 'package.json'), readFileSync(inRoot('cms/package.json')));
  const modules = [inRoot('node_modules'), inRoot('cms/node_modules')].find((place) => existsSync(place));
  symlinkSync(modules, path.join(app, 'node_modules'), 'dir');
}

function environment(seat) {
  const { SUPERVISED: _, MODEL_FAULT: __, ...env } = process.env;
  return {
    ...env,
    NODE_ENV: 'development',
    PORT: String(modelPort()),
    DATA_DIR: path.join(scratch(), 'data'),
    DATABASE_URL: '',
    DEMO: 'on',
    MODEL_TRIAL: 'off',
    MODEL_DIR: path.join(scratch(), 'model'),
    MODEL_VERSION: path.join(modelDir(), 'draft'),
    MODEL_BUILDER: modelDir(),
    MODEL_BUILDER_SEAT: seat,
    // The copy has a port of its own, with invented data, and speaks http where no proxy is in front of it.
    ...(tlsFiles() ? { TLS_CERT: '', TLS_KEY: '', SECURE_COOKIES: 'off' } : {}),
  };
}

/** A process that is going away hears nothing any more, and need not. */
function tell(child, message) {
  if (child.connected) child.send(message, () => undefined);
}

function ended(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    tell(child, { type: 'stop' });
  });
}
