import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { reader } from '../read/reader';

/** A write as its sender knows it. The same key with another fingerprint is another write by mistake. */
export type RequestKey = { actorId: number; key: string; fingerprint: string };

type Done = { fingerprint: string; documentId: string | null };

/** Leaves a transaction whose write has been done by an earlier request; null where the address names the record. */
export class DoneBefore extends Error {
  readonly documentId: string | null;

  constructor(documentId: string | null) {
    super('Done by an earlier request with the same key');
    this.documentId = documentId;
  }
}

/** Throws DoneBefore when the write has been committed, REQUEST_KEY_REUSED when another one has under its key. */
export async function requireNew({ actorId, key, fingerprint }: RequestKey): Promise<void> {
  const [row] = await reader().all(
    'SELECT fingerprint, document_id FROM request_keys WHERE actor_id = ? AND "key" = ?',
    [actorId, key],
  );
  if (row) leave({ fingerprint: String(row.fingerprint), documentId: asId(row.document_id) }, fingerprint);
}

/**
 * Takes the key within the write's own transaction: of two requests at once the second waits here for the first one's
 * end, and then has nothing left to do.
 */
export async function claim(trx: Knex.Transaction, request: RequestKey): Promise<void> {
  const { actorId, key, fingerprint } = request;
  const mine = { actor_id: actorId, key };
  const taken = await trx('request_keys')
    .insert({ ...mine, fingerprint, made_at: Date.now() })
    .onConflict(['actor_id', 'key'])
    .ignore()
    .returning('key');
  if (taken.length > 0) return;
  const row = await trx('request_keys').where(mine).first('fingerprint', 'document_id');
  leave({ fingerprint: row.fingerprint, documentId: asId(row.document_id) }, fingerprint);
}

/** Notes which record the write has made. */
export async function noteMade(
  trx: Knex.Transaction,
  request: RequestKey,
  documentId: string,
): Promise<void> {
  const { actorId, key } = request;
  await trx('request_keys').where({ actor_id: actorId, key }).update({ document_id: documentId });
}

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function leave(done: Done, fingerprint: string): never {
  if (done.fingerprint !== fingerprint) throw new Refusal(422, 'REQUEST_KEY_REUSED');
  throw new DoneBefore(done.documentId);
}
