import type { Row } from '../../providers/row';
import type { PhotoField } from './story-fields';

type Values = Partial<Record<PhotoField, unknown>>;
type Written = {
  /** What was typed and is not saved yet. */
  typed: Values;
  /** Why the server did not take a field. */
  problems: Values;
  saving: boolean;
};
type Ports = {
  /** Saves for a revision and answers the revision after it. */
  send: (rev: number, values: Record<string, unknown>) => Promise<number>;
  /** Told of a failure that no card on the screen shows. */
  failed: (error: unknown) => void;
};

const same = (one: unknown, other: unknown) => (one ?? '') === (other ?? '');
const without = (values: Values, field: PhotoField): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== field));

/**
 * What is written about a picture, saved field by field as each one is left, one after the other: each goes on from the
 * last one's revision. It outlives the picture's card, so what the server did not take is there when the card is again.
 */
export class PhotoSaver {
  #written: Written = { typed: {}, problems: {}, saving: false };
  #row: Row | null = null;
  #ports: Ports | null = null;
  #rev = 0;
  #line: Promise<unknown> = Promise.resolve();
  /** The last value of each field that is on its way. */
  #queued: Values = {};
  /** Typed in a field that was not left yet. */
  readonly #fresh = new Set<PhotoField>();
  readonly #listeners = new Set<() => void>();

  readonly written = (): Written => this.#written;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The picture as it was read, and by what it is saved. */
  seen(row: Row, ports: Ports): void {
    this.#row = row;
    this.#ports = ports;
    this.#rev = Math.max(this.#rev, Number(row.rev));
  }

  type(field: PhotoField, value: unknown): void {
    this.#fresh.add(field);
    this.#become({ typed: { ...this.#written.typed, [field]: value } });
  }

  /** Saves a field that differs from what is saved or on its way. */
  save(field: PhotoField, value: unknown): void {
    this.#fresh.delete(field);
    const sent = typeof value === 'string' ? value.trim() || null : (value ?? null);
    const waits = field in this.#queued;
    if (!waits && same(sent, this.#row?.[field])) {
      this.#forget(field);
      return;
    }
    this.#become({ typed: { ...this.#written.typed, [field]: sent } });
    if (waits && same(sent, this.#queued[field])) return;
    this.#queued = { ...this.#queued, [field]: sent };
    void this.#send(field, sent);
  }

  /** Saves what was typed in fields that were never left: the card is gone. */
  flush(): void {
    for (const field of [...this.#fresh]) this.save(field, this.#written.typed[field]);
  }

  /** The picture is deleted: nothing of it is to be saved any more. */
  drop(): void {
    this.#fresh.clear();
    this.#become({ typed: {}, problems: {} });
  }

  /** Saves something else of the picture, in line with its fields. */
  put(values: Record<string, unknown>): Promise<void> {
    const work = this.#line.then(async () => {
      if (this.#ports) this.#rev = Math.max(this.#rev, await this.#ports.send(this.#rev, values));
    });
    this.#line = work.catch(() => undefined);
    return work;
  }

  async #send(field: PhotoField, sent: unknown): Promise<void> {
    this.#become({ saving: true });
    try {
      await this.put({ [field]: sent });
      this.#arrived(field, sent);
    } catch (error) {
      this.#left(field, sent);
      this.#become({ problems: { ...this.#written.problems, [field]: error } });
      if (this.#listeners.size === 0) this.#ports?.failed(error);
    } finally {
      this.#become({ saving: Object.keys(this.#queued).length > 0 });
    }
  }

  /** What was typed on meanwhile stays. */
  #arrived(field: PhotoField, sent: unknown): void {
    this.#left(field, sent);
    if (this.#written.typed[field] === sent) this.#forget(field);
    else this.#become({ problems: without(this.#written.problems, field) });
  }

  #left(field: PhotoField, sent: unknown): void {
    if (this.#queued[field] === sent) this.#queued = without(this.#queued, field);
  }

  #forget(field: PhotoField): void {
    const { typed, problems } = this.#written;
    this.#become({ typed: without(typed, field), problems: without(problems, field) });
  }

  #become(change: Partial<Written>): void {
    this.#written = { ...this.#written, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const savers = new Map<string, PhotoSaver>();

/** The one saver of a picture for as long as the console is open. */
export function saverOf(account: string, photo: string): PhotoSaver {
  const key = `${account} ${photo}`;
  const saver = savers.get(key) ?? new PhotoSaver();
  savers.set(key, saver);
  return saver;
}

/** A story has one cover: the old one is taken off first, and put back where the new one is refused. */
export async function moveCover(from: PhotoSaver | null, to: PhotoSaver): Promise<void> {
  await from?.put({ cover: false });
  try {
    await to.put({ cover: true });
  } catch (error) {
    // Why the new one was refused says more than why the old one cannot be put back.
    await from?.put({ cover: true }).catch(() => undefined);
    throw error;
  }
}
