type Listener = () => void;

/** What a form holds while it is filled in. Half-typed numbers stay in their controls. */
export class DraftStore<Content extends object> {
  #content: Content;
  readonly #listeners = new Set<Listener>();

  constructor(content: Content) {
    this.#content = content;
  }

  readonly content = (): Content => this.#content;

  readonly change = (part: Partial<Content>): void => this.replace({ ...this.#content, ...part });

  readonly replace = (content: Content): void => {
    this.#content = content;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
