import { ApiError, ConflictError, type FieldError } from '../../providers/errors';
import { clashLines } from './clash';
import type { SheetContent, SheetStore } from './sheet-store';

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'conflict'; theirs: SheetContent & { rev: number }; base: SheetContent | null };

type Ports = {
  /** Saves and answers the new revision. */
  send: (content: SheetContent, rev: number) => Promise<number>;
  /** Reads the sheet as the server has it now. */
  load: () => Promise<SheetContent & { rev: number }>;
  keep: (content: SheetContent, rev: number) => void;
  drop: () => void;
};

const PAUSE = 700;
const RETRY = 5000;

/**
 * Saves a sheet by itself: a moment after the last change, one request at a time, again after a lost network.
 * What is not on the server yet is kept on the device first. A clash stops saving until a person has chosen.
 */
export class SheetSaver {
  #state: SaveState = { kind: 'saved', at: null };
  #rev: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | null = null;
  #dirty = false;
  /** What this side and the server last had in common; null when edits of an older visit came back. */
  #base: SheetContent | null;
  readonly #store: SheetStore;
  readonly #ports: Ports;
  readonly #listeners = new Set<() => void>();

  constructor(store: SheetStore, rev: number, ports: Ports, base: SheetContent | null = store.content()) {
    this.#base = base;
    this.#store = store;
    this.#rev = rev;
    this.#ports = ports;
  }

  readonly state = (): SaveState => this.#state;
  readonly rev = (): number => this.#rev;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something was entered. */
  readonly changed = (): void => {
    this.#dirty = true;
    this.#ports.keep(this.#store.content(), this.#rev);
    if (this.#state.kind === 'conflict') return;
    if (!this.#flight) this.#become({ kind: 'waiting' });
    this.#later(PAUSE);
  };

  /** Saves what is open at once; answers whether everything is on the server. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    while (this.#dirty || this.#flight) {
      await (this.#flight ?? this.#save());
      if (this.#state.kind !== 'saved' && this.#state.kind !== 'waiting') break;
    }
    return !this.#dirty && this.#state.kind === 'saved';
  };

  /** The person's answer to a clash: the merged content, to be saved over their version. */
  resolve(content: SheetContent): void {
    if (this.#state.kind !== 'conflict') return;
    this.#rev = this.#state.theirs.rev;
    this.#base = this.#state.theirs;
    this.#become({ kind: 'waiting' });
    this.#store.replace(content);
    this.changed();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.#flight ?? this.#save()), ms);
  }

  #save(): Promise<void> {
    this.#flight = this.#send().finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  async #send(): Promise<void> {
    const content = this.#store.content();
    this.#dirty = false;
    this.#become({ kind: 'saving' });
    try {
      this.#rev = await this.#ports.send(content, this.#rev);
      this.#base = content;
      if (this.#dirty) {
        this.#ports.keep(this.#store.content(), this.#rev);
        this.#become({ kind: 'waiting' });
        this.#later(PAUSE);
        return;
      }
      this.#ports.drop();
      this.#become({ kind: 'saved', at: new Date() });
    } catch (error) {
      this.#dirty = true;
      await this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof ConflictError) {
      const theirs = await this.#ports.load().catch(() => null);
      if (theirs && clashLines(this.#store.content(), theirs, null).length === 0) return this.#agree(theirs);
      if (theirs) return this.#become({ kind: 'conflict', theirs, base: this.#base });
    }
    const lasting = error instanceof ApiError && error.statusCode >= 400 && error.statusCode < 500;
    if (lasting && error.statusCode !== 401) return this.#become({ kind: 'refused', error });
    this.#become({ kind: 'offline' });
    this.#later(RETRY);
  }

  /** The other version is this one: a save had come through whose answer was lost. */
  #agree(theirs: SheetContent & { rev: number }): void {
    this.#rev = theirs.rev;
    this.#base = theirs;
    this.#dirty = false;
    this.#ports.drop();
    this.#become({ kind: 'saved', at: new Date() });
  }

  #become(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The indicator's errors among those of a refused save. */
export function errorsOf(state: SaveState, code: string): FieldError[] {
  if (state.kind !== 'refused') return [];
  return state.error.fieldErrors.filter(({ path }) => path[0] === 'entries' && path[1] === code);
}
