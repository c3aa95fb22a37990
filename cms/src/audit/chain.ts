import { createHmac } from 'node:crypto';

/** An entry as it stands in the database. */
export type StoredEntry = {
  id: number;
  at: number;
  actor_document_id: string;
  actor_name: string;
  actor_role: string;
  action: string;
  resource: string;
  row_id: number;
  document_id: string;
  rev: number;
  transition: string | null;
  reason: string | null;
  changes: string;
  state_hash: string | null;
};

export const ENTRY_COLUMNS: readonly (keyof StoredEntry)[] = [
  'id',
  'at',
  'actor_document_id',
  'actor_name',
  'actor_role',
  'action',
  'resource',
  'row_id',
  'document_id',
  'rev',
  'transition',
  'reason',
  'changes',
  'state_hash',
];

/** The link before the first. */
export const GENESIS = '0'.repeat(64);

/**
 * The seal of an entry: HMAC-SHA256 over the seal before it, its place and everything the entry says.
 * Without the key nobody can make a chain that holds.
 */
export function sealOf(key: string, previous: string, seq: number, entry: StoredEntry): string {
  return createHmac('sha256', key)
    .update(`${previous}\n${seq}\n${contentOf(entry)}`)
    .digest('hex');
}

/**
 * The writer's mark on an entry that waits for its seal: without the key nobody can put one there that the sealer
 * takes. It holds the entry's number, so that a mark cannot be used again.
 */
export function markOf(key: string, entry: StoredEntry): string {
  return createHmac('sha256', key)
    .update(`entry\n${contentOf(entry)}`)
    .digest('hex');
}

/** An entry that waits for its seal, with the mark it was written with. */
export type WaitingEntry = StoredEntry & { mark: string | null };

const SORTED = [...ENTRY_COLUMNS].sort();

/** Canonical JSON: an entry is flat, so that keys in their order are all that it takes. Every write waits for it. */
function contentOf(entry: StoredEntry): string {
  const content: Record<string, unknown> = {};
  for (const name of SORTED) content[name] = plain(name, entry[name]);
  return JSON.stringify(content);
}

const HALF = /\p{Surrogate}/u;
const NUMBERS: (keyof StoredEntry)[] = ['id', 'at', 'row_id', 'rev'];

/**
 * PostgreSQL gives big integers as text, SQLite as numbers; and a half of a pair that makes one character together comes
 * back from neither as it went.
 */
function plain(name: keyof StoredEntry, value: unknown): unknown {
  if (NUMBERS.includes(name)) return Number(value);
  return typeof value === 'string' && HALF.test(value) ? Buffer.from(value).toString() : value;
}
