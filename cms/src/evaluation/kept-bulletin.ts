import { contentHash } from '@jiedui/shared/canonical';
import type { Bulletin } from '@jiedui/shared/round';
import type { Knex } from 'knex';

/** How many sheets counted, and how many evaluators wrote them. */
export type Counted = { sheets: number; evaluators: number };

/** A bulletin as it was signed. */
export type KeptBulletin = Counted & { issuer: string; bulletin: Bulletin };

/** The same as it lies in the database. */
export type KeptRow = { sheets: unknown; evaluators: unknown; issuer: unknown; bulletin: unknown };

export const readKept = (row: KeptRow): KeptBulletin => ({
  sheets: Number(row.sheets),
  evaluators: Number(row.evaluators),
  issuer: String(row.issuer),
  bulletin: JSON.parse(String(row.bulletin)) as Bulletin,
});

/** The fingerprint that the result keeps of its bulletin, of all that is kept of it. */
export const bulletinHashOf = (row: KeptRow): string => contentHash(readKept(row));

/** `unknown`: the result was signed before it kept a fingerprint of its bulletin. */
export type BulletinState = 'same' | 'differs' | 'unknown';

/** Whether a bulletin is the one that was signed. One that is gone or cannot be read is not. */
export function bulletinState(hash: unknown, row: KeptRow | undefined): BulletinState {
  if (!hash) return 'unknown';
  try {
    return row && bulletinHashOf(row) === hash ? 'same' : 'differs';
  } catch {
    return 'differs';
  }
}

/** The same of a result's row, from the database alone. */
export async function storedBulletinState(
  knex: Knex,
  result: { id: number; bulletin_hash?: unknown },
): Promise<BulletinState> {
  if (!result.bulletin_hash) return 'unknown';
  const row = (await knex('result_bulletins').where({ result_id: result.id }).first()) as KeptRow | undefined;
  return bulletinState(result.bulletin_hash, row);
}
