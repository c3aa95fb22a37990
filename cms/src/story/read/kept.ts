import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Head } from './head';

/** What is answered, before it is known how the reader takes it. */
export type Made = { type: string; body: string | Buffer };

/** An answer that is kept, with the forms in which it has been sent. */
export type Kept = {
  position: number;
  movedAt: number;
  type: string;
  hash: string;
  identity: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
};

const MOST_BYTES = 64 * 1024 * 1024;

const sizeOf = ({ identity, br, gzip }: Kept): number =>
  1 + identity.length + (br?.length ?? 0) + (gzip?.length ?? 0);

const kept = new LRUCache<string, Kept>({
  max: 5_000,
  maxSize: MOST_BYTES,
  maxEntrySize: MOST_BYTES / 8,
  sizeCalculation: sizeOf,
});

type Making = { position: number; answer: Promise<Kept> };
const making = new Map<string, Making>();

/**
 * The answer under a key, made anew where anything that is out has changed since. What is made counts for the head that
 * was read before it: it may hold a later change already, never an earlier one.
 */
export function keptAnswer(key: string, head: Head, make: () => Promise<Made>): Kept | Promise<Kept> {
  const known = kept.get(key);
  if (known?.position === head.position) return known;
  const begun = making.get(key);
  if (begun?.position === head.position) return begun.answer;
  const answer = make()
    .then((made) => keep(key, head, made))
    .finally(() => {
      if (making.get(key)?.answer === answer) making.delete(key);
    });
  making.set(key, { position: head.position, answer });
  return answer;
}

function keep(key: string, { position, movedAt }: Head, { type, body }: Made): Kept {
  const identity = typeof body === 'string' ? Buffer.from(body) : body;
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  const before = kept.get(key);
  // Something else has changed: what is compressed already stays.
  const same = before?.hash === hash ? before : null;
  const entry = { position, movedAt, type, hash, identity, br: same?.br ?? null, gzip: same?.gzip ?? null };
  kept.set(key, entry);
  return entry;
}

/** Counts a form that came to an answer later. */
export function recount(key: string, entry: Kept): void {
  if (kept.peek(key) === entry) kept.set(key, entry);
}
