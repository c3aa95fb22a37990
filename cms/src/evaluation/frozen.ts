import type { FrozenRound as Frozen } from '@jiedui/shared/round';
import { readRubric } from '@jiedui/shared/rubric';
import { LRUCache } from 'lru-cache';

export type { FrozenRound as Frozen, RosterUnit } from '@jiedui/shared/round';

const parsed = new LRUCache<string, Frozen>({ max: 50 });

/** The frozen inputs of a round, parsed once per fingerprint. Throws when a round has none. */
export function readFrozen(frozenHash: unknown, frozen: unknown): Frozen {
  const key = String(frozenHash);
  const known = parsed.get(key);
  if (known) return known;
  const value = (typeof frozen === 'string' ? JSON.parse(frozen) : frozen) as Frozen | null;
  const read = readRubric(value?.rubric);
  if (!value || 'findings' in read) throw new Error('The round has no frozen rubric');
  const whole = { ...value, rubric: read.rubric };
  parsed.set(key, whole);
  return whole;
}

/**
 * The same by the fingerprint, where only inputs that are not known yet are fetched: with thousands of
 * assignments they are megabytes, too much to read with every saved sheet.
 */
export async function loadFrozen(frozenHash: unknown, fetch: () => Promise<unknown>): Promise<Frozen> {
  return parsed.get(String(frozenHash)) ?? readFrozen(frozenHash, await fetch());
}
