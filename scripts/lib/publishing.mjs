import { hostname } from 'node:os';
import { modelDir } from './settings.mjs';

/** How long a new model may be taken back because its server dies, in milliseconds. */
const TRIAL = Number(process.env.MODEL_TRIAL_MS ?? 30_000);
const LONGEST_DRAIN = 5 * 60_000;
/** How often a server looks whether another one of the installation has published, in milliseconds. */
const PACE = 1_000;
const AGAIN = 30_000;

const OURS = { host: hostname(), pid: process.pid };
/** Why a new model was not taken, with what its server said. */
const unsound = ({ message }) => ({ code: 'MODEL_UNSOUND', said: String(message).slice(0, 500) });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts the first server, and from then on brings publications into force: those that a server of this
 * installation asks for (`model.switch`), and those of its other servers, seen by the version in force.
 */
export async function watchPublications(supervisor, store) {
  const folder = modelDir();
  const publishing = new Publishing(supervisor, store, folder);
  supervisor.handlers['model.switch'] = ({ number }) => publishing.begin(number);
  supervisor.onDeath = (dead) => publishing.afterDeath(dead);
  await publishing.startFirst();
  setInterval(() => publishing.follow().catch((error) => console.error(error)), PACE).unref();
}

class Publishing {
  #supervisor;
  #store;
  #folder;
  #busy = false;
  /** When to try again to follow a version that did not start here. */
  #notBefore = 0;
  /** The publication that may still be taken back. */
  #onTrial = null;

  constructor(supervisor, store, folder) {
    this.#supervisor = supervisor;
    this.#store = store;
    this.#folder = folder;
  }

  #move(publication, change) {
    return this.#store.movePublication(this.#folder, publication, change);
  }

  /** A publication whose server was killed before it came into force has not happened; a later one goes on. */
  #adopt() {
    const open = this.#store.publicationUnderWay(this.#folder);
    if (!open || this.#store.ownerLives(open)) return null;
    const inForce = this.#store.readCurrent(this.#folder) === open.folder;
    if (inForce)
      return this.#move(open, { step: open.step === 'switching' ? 'draining' : open.step, owner: OURS });
    this.#move(open, { step: 'rolledBack', error: { code: 'MODEL_INTERRUPTED' }, owner: OURS });
    return null;
  }

  async startFirst() {
    const open = this.#adopt();
    const mayGoBack = open?.step === 'draining';
    try {
      this.#supervisor.lead(await this.#supervisor.start({ version: this.#store.readCurrent(this.#folder) }));
    } catch (error) {
      if (!mayGoBack) throw error;
      const version = this.#takeBack(open, unsound(error));
      this.#supervisor.lead(await this.#supervisor.start({ version }));
      this.#tell();
      return;
    }
    if (open) void this.#settle(open, null);
    else this.#tell();
  }

  /** Answers at once; the switch itself goes on by itself. */
  begin(number) {
    const open = this.#store.publicationUnderWay(this.#folder);
    if (this.#busy || open?.number !== number) throw new Error('MODEL_BUSY');
    void this.#switch(this.#move(open, { step: 'checking', owner: OURS })).catch((error) =>
      console.error(error),
    );
    return { accepted: true };
  }

  async #switch(publication) {
    this.#busy = true;
    let worker = null;
    let moved = publication;
    try {
      worker = await this.#supervisor.start({ version: publication.folder, trial: true });
      moved = this.#move(publication, { step: 'switching' });
      this.#store.faultPoint('switching');
      this.#store.writeCurrent(this.#folder, publication.folder);
      this.#store.faultPoint('switched');
    } catch (error) {
      void worker?.end({ type: 'stop' }, 0);
      const stopping = this.#supervisor.stopping;
      this.#takeBack(publication, stopping ? { code: 'MODEL_INTERRUPTED' } : unsound(error));
      this.#tell();
      return;
    } finally {
      this.#busy = false;
    }
    const old = this.#supervisor.lead(worker);
    await this.#settle(this.#move(moved, { step: 'draining' }), old);
  }

  /** After the switch: the old server ends, the new one lives through its trial, then the rest may follow. */
  async #settle(publication, old) {
    this.#onTrial = publication.step === 'draining' ? publication : null;
    this.#tell();
    await Promise.all([old?.end({ type: 'drain' }, LONGEST_DRAIN), this.#onTrial ? pause(TRIAL) : null]);
    if (this.#onTrial !== publication && publication.step === 'draining') return;
    this.#onTrial = null;
    if (this.#supervisor.stopping) return;
    if (publication.step === 'draining') {
      this.#move(publication, { step: publication.removals.length > 0 ? 'backup' : 'done' });
    }
    this.#tell();
  }

  /** The leading server died: a new model on trial is taken back, one that was about to start has not happened. */
  afterDeath({ version }) {
    const open = this.#onTrial ?? this.#store.publicationUnderWay(this.#folder);
    if (this.#onTrial) return this.#takeBack(open, { code: 'MODEL_DIED' });
    if (open?.step === 'starting' && open.owner.pid === OURS.pid) {
      this.#move(open, { step: 'rolledBack', error: { code: 'MODEL_INTERRUPTED' } });
    }
    return version;
  }

  /** Puts the old version into force again; gives its folder. */
  #takeBack(publication, error) {
    this.#onTrial = null;
    this.#store.writeCurrent(this.#folder, publication.from);
    this.#move(publication, { step: 'rolledBack', error });
    return publication.from;
  }

  /** Another server of the installation has published, or taken back: this one follows. */
  async follow() {
    if (this.#busy || this.#onTrial || this.#supervisor.stopping || Date.now() < this.#notBefore) return;
    const { leader } = this.#supervisor;
    const inForce = this.#store.readCurrent(this.#folder);
    if (!leader || (leader.version ?? null) === inForce) return;
    this.#busy = true;
    try {
      const worker = await this.#supervisor.start({ version: inForce, trial: true });
      const old = this.#supervisor.lead(worker);
      await old?.end({ type: 'drain' }, LONGEST_DRAIN);
    } catch (error) {
      this.#notBefore = Date.now() + AGAIN;
      throw error;
    } finally {
      this.#busy = false;
    }
  }

  #tell() {
    this.#supervisor.leader?.tell({ type: 'publications' });
  }
}
