import type { Actor } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import { readEnvironment } from '../environment';
import { insertMany } from '../write/insert-many';
import { markOf, type StoredEntry } from './chain';

export type AuditAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'transition'
  | 'import'
  | 'signIn'
  | 'password'
  | 'model'
  | 'makeToken'
  | 'endToken';

/** Who did it: a signed-in person, or the machine's operator at the command line. */
export type AuditActor = Pick<Actor, 'documentId' | 'displayName'> & { role: string };

export type AuditEntry = {
  actor: AuditActor;
  action: AuditAction;
  resource: string;
  rowId: number;
  documentId: string;
  rev: number;
  transition?: string | null;
  reason?: string | null;
  changes: Record<string, [unknown, unknown]>;
  /** Fingerprint of the record after the change; null when it is gone. */
  stateHash: string | null;
};

/**
 * Writes entries inside the transaction of the change they tell of. They are sealed into the chain after the
 * commit; `audit_pending` is what the sealer still has to do, each with the mark that shows that it comes from here.
 */
export async function writeEntries(trx: Knex.Transaction, entries: readonly AuditEntry[]): Promise<void> {
  const at = Date.now();
  const rows = entries.map((entry) => toRow(entry, at));
  const ids = await insertMany(trx, 'audit_entries', rows);
  const key = readEnvironment().secrets.audit;
  const pending = rows.map((row, index) => {
    const id = ids[index] ?? 0;
    return { entry_id: id, mark: markOf(key, { id, ...row }) };
  });
  await insertMany(trx, 'audit_pending', pending, 'entry_id');
}

/**
 * Writes entries without keeping the caller: PostgreSQL stores them while the next records are prepared. At most
 * one lot is under way; `done` waits for it, and must be waited for before the transaction ends, well or not.
 */
export function writeBehind(): { write: typeof writeEntries; done: () => Promise<void> } {
  let last = Promise.resolve();
  return {
    async write(trx, entries) {
      await last;
      last = writeEntries(trx, entries);
      // Whoever waits for it hears of it.
      last.catch(() => undefined);
    },
    done: () => last,
  };
}

function toRow(entry: AuditEntry, at: number): Omit<StoredEntry, 'id'> {
  return {
    at,
    actor_document_id: entry.actor.documentId,
    actor_name: entry.actor.displayName,
    actor_role: entry.actor.role,
    action: entry.action,
    resource: entry.resource,
    row_id: entry.rowId,
    document_id: entry.documentId,
    rev: entry.rev,
    transition: entry.transition ?? null,
    reason: entry.reason ?? null,
    changes: JSON.stringify(entry.changes),
    state_hash: entry.stateHash,
  };
}
