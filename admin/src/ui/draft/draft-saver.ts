import { ApiError, ConflictError, type FieldError } from '../../providers/errors';

export type DraftState<Content> =
  | { kind: 'saved'; at: Date | null }
  /** Saved but for the parts that the server refused, which stay on this device. */
  | { kind: 'partly'; at: Date; refused: number }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'conflict'; theirs: Content & { rev: number }; base: Content | null };

/** What a form holds, as parts that can be taken or refused one by one. */
export type Shape<Content> = {
  /** The part that an error is about; null for what cannot be left out. */
  partOf: (error: FieldError) => string | null;
  get: (content: Content, part: string) => unknown;
  /** The content with another version of a part; without it for undefined. */
  put: (content: Content, part: string, value: unknown) => Content;
  same: (one: Content, other: Content) => boolean;
};

/** Where the content lives while it is filled in. */
type Store<Content> = { content: () => Content; replace: (content: Content) => void };

export type DraftPorts<Content> = {
  /** What the server would refuse, as it would say it: known without a network, and without asking. */
  check: (content: Content) => FieldError[];
  /** Saves and answers the new revision. */
  send: (content: Content, rev: number) => Promise<number>;
  /** Reads the content as the server has it now. */
  load: () => Promise<Content & { rev: number }>;
  keep: (content: Content, rev: number) => void;
  drop: () => void;
};

const PAUSE = 700;
const RETRY = 5000;

/** A part that the server refused, as it was, with the server's words. */
type Held = { value: unknown; messages: readonly string[] };

/** The same empty list each time, so that a row without errors is not drawn again. */
const NONE: readonly string[] = [];

/**
 * Saves a form by itself: a moment after the last change, one request at a time, again after a lost network.
 * What is not on the server yet is kept on the device first. A clash stops saving until a person has chosen. A part
 * that the server refuses does not hold back the others: it is left out and stays a draft until it changes.
 */
export class DraftSaver<Content> {
  #state: DraftState<Content> = { kind: 'saved', at: null };
  #rev: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | null = null;
  #dirty = false;
  /** What this side and the server last had in common; null when edits of an older visit came back. */
  #base: Content | null;
  readonly #held = new Map<string, Held>();
  readonly #shape: Shape<Content>;
  readonly #store: Store<Content>;
  readonly #ports: DraftPorts<Content>;
  readonly #listeners = new Set<() => void>();

  constructor(
    shape: Shape<Content>,
    store: Store<Content>,
    rev: number,
    ports: DraftPorts<Content>,
    base: Content | null = store.content(),
  ) {
    this.#shape = shape;
    this.#base = base;
    this.#store = store;
    this.#rev = rev;
    this.#ports = ports;
  }

  readonly state = (): DraftState<Content> => this.#state;
  readonly rev = (): number => this.#rev;
  readonly base = (): Content | null => this.#base;
  /** What the server says about a part that it did not take. */
  readonly refusals = (part: string): readonly string[] => this.#held.get(part)?.messages ?? NONE;
  readonly refusedParts = (): string[] => [...this.#held.keys()];
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
  resolve(content: Content): void {
    if (this.#state.kind !== 'conflict') return;
    this.#rev = this.#state.theirs.rev;
    this.#base = this.#state.theirs;
    this.#become({ kind: 'waiting' });
    this.#store.replace(content);
    this.changed();
  }

  /** The record is out of the person's hands: what was entered and not saved is given up. */
  abandon(): void {
    this.stop();
    this.#dirty = false;
    this.#ports.drop();
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
  async #put(content: Content): Promise<void> {
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

  /** The content with the server's own version of every part that it refused; a changed one is tried again. */
  #withoutHeld(content: Content): Content {
    let sent = content;
    for (const [part, held] of this.#held) {
      if (this.#shape.get(content, part) !== held.value) this.#held.delete(part);
      else sent = this.#shape.put(sent, part, this.#base ? this.#shape.get(this.#base, part) : undefined);
    }
    return sent;
  }

  /** Holds back the parts that are named; false when all of them are held back already. */
  #hold(content: Content, errors: readonly FieldError[]): boolean {
    const fresh = new Map<string, string[]>();
    for (const error of errors) {
      const part = this.#shape.partOf(error);
      const held = part === null ? undefined : this.#held.get(part);
      if (part === null || (held && held.value === this.#shape.get(content, part))) continue;
      fresh.set(part, [...(fresh.get(part) ?? []), error.message]);
    }
    for (const [part, messages] of fresh)
      this.#held.set(part, { value: this.#shape.get(content, part), messages });
    return fresh.size > 0;
  }

  /** The content is on the server, but for what is held back and what was entered meanwhile. */
  #settle(content: Content): void {
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

  async #failed(error: unknown, content: Content): Promise<void> {
    if (error instanceof ConflictError) {
      const theirs = await this.#ports.load().catch(() => null);
      // The other version is this one: a save had come through whose answer was lost.
      if (theirs && this.#shape.same(this.#withoutHeld(content), theirs)) {
        this.#rev = theirs.rev;
        this.#base = theirs;
        return this.#settle(content);
      }
      // Something else of the record has changed, which this form does not hold: a photo has arrived.
      if (theirs && this.#base && this.#shape.same(this.#base, theirs)) {
        this.#rev = theirs.rev;
        this.#become({ kind: 'waiting' });
        return this.#later(0);
      }
      if (theirs) return this.#become({ kind: 'conflict', theirs, base: this.#base });
    }
    const lasting = error instanceof ApiError && error.statusCode >= 400 && error.statusCode < 500;
    if (lasting && error.statusCode !== 401) return this.#become({ kind: 'refused', error });
    this.#become({ kind: 'offline' });
    this.#later(RETRY);
  }

  #become(state: DraftState<Content>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
