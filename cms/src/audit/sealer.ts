import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';
import { takeWriteLock } from '../write/transaction';
import { ENTRY_COLUMNS, GENESIS, markOf, type StoredEntry, sealOf, type WaitingEntry } from './chain';

export type Head = { seq: number; seal: string };

const BATCH = 500;

/** Where the last seal is kept outside the database: a chain cut short or made anew does not match it. */
export const headFile = (dataDir: string) => path.join(dataDir, 'audit-head.json');

export function readHead(dataDir: string): Head | null {
  try {
    return JSON.parse(readFileSync(headFile(dataDir), 'utf8')) as Head;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** What one turn of the sealer did: how many entries it sealed, and which it did not take for the server's own. */
export type Sealed = { sealed: number; refused: number[] };

/**
 * Seals the entries that were committed since, in the order in which it finds them committed. One process at
 * a time does it (the caller holds the lease), so writers never wait for the chain. An entry without the writer's mark
 * is left unsealed, once and for all.
 */
export async function sealPending(knex: Knex, key: string, dataDir: string): Promise<Sealed> {
  const { seals, refused } = await knex.transaction(async (trx) => {
    await takeWriteLock(trx);
    const waiting = (await trx('audit_pending as p')
      .join('audit_entries as e', 'e.id', 'p.entry_id')
      .where('p.refused', false)
      .orderBy('e.id')
      .limit(BATCH)
      .select('p.mark', ...ENTRY_COLUMNS.map((name) => `e.${name}`))) as WaitingEntry[];
    const entries = waiting.filter((entry) => entry.mark === markOf(key, entry));
    const refused = waiting.filter((entry) => !entries.includes(entry)).map(({ id }) => Number(id));
    if (refused.length > 0) await trx('audit_pending').whereIn('entry_id', refused).update({ refused: true });
    if (entries.length === 0) return { seals: [], refused };
    const last = (await trx('audit_seals').orderBy('seq', 'desc').first('seq', 'seal')) as Head | undefined;
    const seals = chain(key, last ?? null, entries);
    await trx('audit_seals').insert(seals);
    await trx('audit_pending')
      .whereIn(
        'entry_id',
        entries.map((entry) => entry.id),
      )
      .delete();
    return { seals, refused };
  });
  const head = seals.at(-1);
  if (head) keepHead(dataDir, { seq: head.seq, seal: head.seal });
  return { sealed: seals.length, refused };
}

function chain(key: string, last: Head | null, entries: StoredEntry[]) {
  let seq = Number(last?.seq ?? 0);
  let seal = last?.seal ?? GENESIS;
  return entries.map((entry) => {
    seq += 1;
    seal = sealOf(key, seal, seq, entry);
    return { seq, entry_id: entry.id, seal };
  });
}

/** Replaced as a whole, so that a killed process leaves the old head or the new one. */
function keepHead(dataDir: string, head: Head): void {
  const file = headFile(dataDir);
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(head), { mode: 0o600 });
  renameSync(fresh, file);
}
