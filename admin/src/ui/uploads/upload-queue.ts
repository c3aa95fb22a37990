import { type ApiError, ConflictError, toApiError } from '../../providers/errors';
import { isUnanswered } from '../../providers/send-once';

/** A file that was chosen, under the key by which the server knows it again. */
export type Chosen = { key: string; name: string; content: Blob };

export type Upload = Chosen & {
  state: 'waiting' | 'sending' | 'sent' | 'refused';
  /** How much is out, from 0 to 1. */
  progress: number;
  /** Why the server did not take it. */
  problem: ApiError | null;
};

export type Uploads = {
  files: readonly Upload[];
  /** The line is lost: what waits is sent again by itself. */
  lost: boolean;
};

type Ports = {
  /** Sends one file for a revision and answers the revision after it. */
  send: (file: Chosen, rev: number, onProgress: (share: number) => void) => Promise<number>;
  /** Told after each file that has arrived. */
  arrived: () => void;
  keep: (file: Chosen) => void;
  drop: (key: string) => void;
};

/** Pauses before the next try on a lost line, in milliseconds; the last one goes on. */
const PAUSES = [2_000, 4_000, 8_000, 15_000, 30_000];

/** Others who save at the same moment come first this often; then it is told. */
const MOST_CLASHES = 20;

/**
 * The files that are on their way to one field of a record: sent one after the other, each once however often it is
 * tried, until the server has taken or refused it. They are kept on the device until then.
 */
export class UploadQueue {
  #uploads: Uploads = { files: [], lost: false };
  #rev = 0;
  #running = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ports: Ports;
  readonly #listeners = new Set<() => void>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  readonly uploads = (): Uploads => this.#uploads;
  /** The record's revision after the last file. */
  readonly rev = (): number => this.#rev;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether a file has neither arrived nor been refused. */
  readonly isBusy = (): boolean => this.#uploads.files.some(isOpen);

  /** Takes new files in; those that are there already stay as they are. */
  add(files: readonly Chosen[]): void {
    const known = new Set(this.#uploads.files.map(({ key }) => key));
    const fresh = files.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) return;
    for (const file of fresh) this.#ports.keep(file);
    const added = fresh.map((file): Upload => ({ ...file, state: 'waiting', progress: 0, problem: null }));
    this.#become({ files: [...this.#uploads.files, ...added] });
    void this.resume();
  }

  /** The record as it was read: what has arrived by then is shown by it and leaves the queue. */
  seen(rev: number): void {
    if (rev < this.#rev) return;
    this.#rev = rev;
    const files = this.#uploads.files.filter(({ state }) => state !== 'sent');
    if (files.length < this.#uploads.files.length) this.#become({ files });
  }

  /** Tries a refused file again. */
  retry(key: string): void {
    this.#change(key, { state: 'waiting', progress: 0, problem: null });
    void this.resume();
  }

  /** Gives a file up that is not on its way. */
  remove(key: string): void {
    const file = this.#uploads.files.find((one) => one.key === key);
    if (!file || file.state === 'sending') return;
    this.#ports.drop(key);
    this.#become({ files: this.#uploads.files.filter((one) => one.key !== key) });
  }

  /** Goes on at once: the line is back, or somebody asked for it. */
  readonly resume = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (this.#running) return;
    this.#running = true;
    try {
      let next = this.#next();
      while (next && (await this.#try(next))) next = this.#next();
    } finally {
      this.#running = false;
    }
  };

  #next(): Upload | undefined {
    return this.#uploads.files.find(({ state }) => state === 'waiting');
  }

  /** Sends one file; false when the line is lost. */
  async #try(file: Upload): Promise<boolean> {
    this.#change(file.key, { state: 'sending', progress: 0 });
    try {
      this.#rev = await this.#send(file);
    } catch (thrown) {
      return this.#failed(file, toApiError(thrown));
    }
    this.#failures = 0;
    this.#ports.drop(file.key);
    this.#change(file.key, { state: 'sent', progress: 1 }, false);
    this.#ports.arrived();
    return true;
  }

  /** A photo undoes nobody's change, so it goes onto whatever revision there is. */
  async #send(file: Upload): Promise<number> {
    const report = (share: number) => this.#change(file.key, { progress: share });
    for (let clashes = 0; ; clashes += 1) {
      try {
        return await this.#ports.send(file, this.#rev, report);
      } catch (error) {
        const current = error instanceof ConflictError ? error.current?.rev : undefined;
        if (current === undefined || clashes >= MOST_CLASHES) throw error;
        this.#rev = current;
      }
    }
  }

  #failed(file: Upload, error: ApiError): boolean {
    // Signing in again does not take the files away.
    if (!isUnanswered(error) && error.statusCode !== 401) {
      this.#change(file.key, { state: 'refused', progress: 0, problem: error });
      return true;
    }
    this.#change(file.key, { state: 'waiting', progress: 0 }, true);
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.resume(), pause);
    return false;
  }

  #change(key: string, change: Partial<Upload>, lost = this.#uploads.lost): void {
    const files = this.#uploads.files.map((file) => (file.key === key ? { ...file, ...change } : file));
    this.#become({ files, lost });
  }

  #become(change: Partial<Uploads>): void {
    this.#uploads = { ...this.#uploads, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a file has not arrived yet and is still tried. */
export const isOpen = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending';
