import type { Entry } from '@jiedui/shared/scoring';
import { ApiError, ConflictError, type FieldError } from '../../providers/errors';
import { clashLines } from './clash';
import type { SheetContent, SheetStore } from './sheet-store';

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  /** Saved but for the entries that the server refused, which stay on this device. */
  | { kind: 'partly'; at: Date; refused: number }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'conflict'; theirs: SheetContent & { rev: number }; base: SheetContent | null };

type Ports = {
  /** What the server would refuse, as it would say it: known without a network, and without asking. */
  check: (content: SheetContent) => FieldError[];
  /** Saves and answers the new revision. */
  send: (content: SheetContent, rev: number) => Promise<number>;
  /** Reads the sheet as the server has it now. */
  load: () => Promise<SheetContent & { rev: number }>;
  keep: (content: SheetContent, rev: number) => void;
  drop: () => void;
};

const PAUSE = 700;
const RETRY = 5000;

/** An entry that the server refused, as it was, with the server's words. */
type Held = { entry: Entry | undefined; messages: readonly string[] };

/** The same empty list each time, so that a row without errors is not drawn again. */
const NONE: readonly string[] = [];

/**
 * Saves a sheet by itself: a moment after the last change, one request at a time, again after a lost network.
 * What is not on the server yet is kept on the device first. A clash stops saving until a person has chosen. An
 * entry that the server refuses does not hold back the others: it is left out and stays a draft until it changes.
 */
export class SheetSaver {
  #state: SaveState = { kind: 'saved', at: null };
  #rev: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | null = null;
  #dirty = false;
  /** What this side and the server last had in common; null when edits of an older visit came back. */
  #base: SheetContent | null;
  readonly #held = new Map<string, Held>();
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
  /** What the server says about an indicator's entry that it did not take. */
  readonly refusals = (code: string): readonly string[] => this.#held.get(code)?.messages ?? NONE;
  readonly refusedCodes = (): string[] => [...this.#held.keys()];
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
      await this.#put(content);
      this.#settle(content);
    } catch (error) {
      this.#dirty = true;
      await this.#failed(error, content);
    }
  }

  /** Sends the content without what is held back; what the server refuses besides is held back too. */
  async #put(content: SheetContent): Promise<void> {
    this.#hold(content, this.#ports.check(content));
    const sent = this.#withoutHeld(content);
    try {
      this.#rev = await this.#ports.send(sent, this.#rev);
      this.#base = sent;
    } catch (error) {
      const refused = error instanceof ApiError && error.statusCode === 400 ? error.fieldErrors : [];
      if (!this.#hold(content, refused)) throw error;
      await this.#put(content);
    }
  }

  /** The content with the server's own version of every entry that it refused; a changed one is tried again. */
  #withoutHeld(content: SheetContent): SheetContent {
    const entries = { ...content.entries };
    for (const [code, held] of this.#held) {
      const saved = this.#base?.entries[code];
      if (entries[code] !== held.entry) this.#held.delete(code);
      else if (saved) entries[code] = saved;
      else delete entries[code];
    }
    return { ...content, entries };
  }

  /** Holds back the entries that are named; false when all of them are held back already. */
  #hold(content: SheetContent, errors: readonly FieldError[]): boolean {
    const named = errors.filter(({ path }) => path[0] === 'entries' && path.length > 1);
    const isHeld = (code: string) =>
      this.#held.has(code) && this.#held.get(code)?.entry === content.entries[code];
    const fresh = named.filter(({ path }) => !isHeld(String(path[1])));
    for (const code of new Set(fresh.map(({ path }) => String(path[1])))) {
      const messages = fresh.filter(({ path }) => path[1] === code).map(({ message }) => message);
      this.#held.set(code, { entry: content.entries[code], messages });
    }
    return fresh.length > 0;
  }

  /** The content is on the server, but for what is held back and what was entered meanwhile. */
  #settle(content: SheetContent): void {
    if (this.#store.content() !== content) {
      this.#dirty = true;
      this.#ports.keep(this.#store.content(), this.#rev);
      this.#become({ kind: 'waiting' });
      this.#later(PAUSE);
      return;
    }
    this.#dirty = false;
    if (this.#held.size > 0) {
      this.#ports.keep(content, this.#rev);
      this.#become({ kind: 'partly', at: new Date(), refused: this.#held.size });
      return;
    }
    this.#ports.drop();
    this.#become({ kind: 'saved', at: new Date() });
  }

  async #failed(error: unknown, content: SheetContent): Promise<void> {
    if (error instanceof ConflictError) {
      const theirs = await this.#ports.load().catch(() => null);
      // The other version is this one: a save had come through whose answer was lost.
      if (theirs && clashLines(this.#withoutHeld(content), theirs, null).length === 0) {
        this.#rev = theirs.rev;
        this.#base = theirs;
        return this.#settle(content);
      }
      if (theirs) return this.#become({ kind: 'conflict', theirs, base: this.#base });
    }
    const lasting = error instanceof ApiError && error.statusCode >= 400 && error.statusCode < 500;
    if (lasting && error.statusCode !== 401) return this.#become({ kind: 'refused', error });
    this.#become({ kind: 'offline' });
    this.#later(RETRY);
  }

  #become(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
