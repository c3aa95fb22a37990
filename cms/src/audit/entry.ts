import type { Actor } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import { insertMany } from '../write/insert-many';

export type AuditAction = 'create' | 'update' | 'delete' | 'transition' | 'import' | 'signIn' | 'password';

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

const CHUNK = 1000;

/**
 * Writes entries inside the transaction of the change they tell of. They are sealed into the chain after the
 * commit; `audit_pending` is what the sealer still has to do.
 */
export async function writeEntries(trx: Knex.Transaction, entries: readonly AuditEntry[]): Promise<void> {
  const at = Date.now();
  const ids = await insertMany(
    trx,
    'audit_entries',
    entries.map((entry) => toRow(entry, at)),
  );
  await queueForSealing(trx, ids);
}

async function queueForSealing(trx: Knex.Transaction, ids: number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    await trx('audit_pending').insert(ids.slice(start, start + CHUNK).map((id) => ({ entry_id: id })));
  }
}

function toRow(entry: AuditEntry, at: number) {
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
