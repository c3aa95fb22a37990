import { createRequire } from 'node:module';
import { builderHandlers, stopBuilder } from './builder.mjs';
import { Doorway } from './doorway.mjs';
import { watchPublications } from './publishing.mjs';
import { inRoot } from './root.mjs';
import { startWorker } from './worker-process.mjs';

const STOP = 5_000;
/** Pauses before a server that died is started again, in milliseconds; the last one again and again. */
const PAUSES = [100, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A server that has lived so long starts again without a pause, should it die. */
const SOUND = 60_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Holds the listening socket and keeps one server working behind it: starts it again when it dies, and lets another
 * take over when a new model is published. `handlers` are what servers may ask for, by name.
 */
export class Supervisor {
  #door = new Doorway();
  #leader = null;
  #stopping = false;
  #deaths = 0;
  /** Told of the death of the leading server; says which version the next one serves. */
  onDeath = (dead) => dead.version;
  handlers;

  constructor(handlers = {}) {
    this.handlers = handlers;
  }

  async open(port, host) {
    await this.#door.open(port, host);
  }

  get leader() {
    return this.#leader;
  }

  get stopping() {
    return this.#stopping;
  }

  /** Starts a server and waits until it is ready. It does not lead yet. */
  async start(options = {}) {
    const { worker, ready } = startWorker({ ...options, handlers: this.handlers });
    this.candidate = worker;
    try {
      await ready;
    } finally {
      this.candidate = null;
    }
    return worker;
  }

  /** Gives new connections to this server from now on; gives back the one that had them. */
  lead(worker) {
    const before = this.#leader;
    this.#leader = worker;
    this.#door.lead(worker.child);
    worker.since = Date.now();
    void worker.ended.then(() => {
      if (this.#leader === worker && !this.#stopping) void this.#replace(worker);
    });
    return before;
  }

  async #replace(dead) {
    this.#leader = null;
    this.#door.lead(null);
    // A fault that a test asked for comes once.
    delete process.env.MODEL_FAULT;
    if (Date.now() - dead.since > SOUND) this.#deaths = 0;
    console.error('服务进程意外结束,正在重新启动。');
    const version = this.onDeath(dead);
    while (!this.#leader && !this.#stopping) {
      await pause(PAUSES[Math.min(this.#deaths, PAUSES.length - 1)]);
      this.#deaths += 1;
      if (this.#leader || this.#stopping) return;
      await this.start({ version }).then(
        (worker) => this.#fill(worker),
        (error) => console.error(`服务没有启动:${error.message}`),
      );
    }
  }

  /** Meanwhile a new model may have taken over. */
  #fill(worker) {
    if (this.#leader) void worker.end({ type: 'stop' }, STOP);
    else this.lead(worker);
    this.#leader.tell({ type: 'publications' });
  }

  async stop() {
    this.#stopping = true;
    this.#door.close();
    const living = [this.#leader, this.candidate].filter(Boolean);
    await Promise.all([stopBuilder(), ...living.map((worker) => worker.end({ type: 'stop' }, STOP))]);
  }
}

/** Starts the installation: the socket, and a server behind it that answers. */
export async function supervise({ host, port }) {
  const fromServer = createRequire(inRoot('package.json'));
  const modelling = (name) => fromServer(inRoot(`cms/dist/src/modelling/${name}.js`));
  const supervisor = new Supervisor({ ...builderHandlers });
  // Signals first: whoever stops a start that takes long must not leave a server behind.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      if (supervisor.stopping) return;
      await supervisor.stop();
      process.exit(0);
    });
  }
  await supervisor.open(port, host);
  await watchPublications(supervisor, { ...modelling('publication-store'), ...modelling('fault') });
  return supervisor;
}
