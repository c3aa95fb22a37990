import type { Entries, Entry } from '@jiedui/shared/scoring';

type Listener = () => void;

/** What is on a sheet: the entries by indicator and the overall comment. */
export type SheetContent = { entries: Entries; comment: string };

/**
 * A sheet while it is being filled in. Rows listen to their own indicator only, so that typing into one of
 * sixty draws one row again. What is entered here is always well-formed: rows keep half-typed text themselves.
 */
export class SheetStore {
  #content: SheetContent;
  readonly #byCode = new Map<string, Set<Listener>>();
  readonly #all = new Set<Listener>();

  constructor(content: SheetContent) {
    this.#content = content;
  }

  readonly content = (): SheetContent => this.#content;
  readonly entries = (): Entries => this.#content.entries;
  readonly comment = (): string => this.#content.comment;
  entry(code: string): Entry | undefined {
    return this.#content.entries[code];
  }

  setEntry(code: string, entry: Entry): void {
    this.#content = { ...this.#content, entries: { ...this.#content.entries, [code]: entry } };
    this.#tell(this.#byCode.get(code));
  }

  setComment(comment: string): void {
    this.#content = { ...this.#content, comment };
    this.#tell();
  }

  /** Puts another version in place, row by row, so that only rows that differ draw again. */
  replace(content: SheetContent): void {
    this.#content = content;
    for (const listeners of this.#byCode.values()) this.#tell(listeners, false);
    this.#tell();
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  subscribeTo(code: string, listener: Listener): Listener {
    const listeners = this.#byCode.get(code) ?? new Set<Listener>();
    this.#byCode.set(code, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #tell(listeners?: Set<Listener>, everybody = true): void {
    for (const listener of listeners ?? []) listener();
    if (everybody) for (const listener of this.#all) listener();
  }
}
