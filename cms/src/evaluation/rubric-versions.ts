import { can } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { nextVersion, startsVersions } from '@jiedui/shared/rubric';
import { machineOf } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { transactOnce, type Write } from '../write/actions';
import { noteMade } from '../write/request-keys';
import { insertRecords, type Stored, storedOf } from '../write/store';

/**
 * Makes the next version of a rubric's name as a draft with the content of this one. What the office makes its own
 * is no example any more. Answers the draft's address.
 */
export async function startVersion(write: Write, documentId: string, reason: string | null): Promise<string> {
  const { strapi, actor, model, once } = write;
  if (!can(actor.role, 'create', model.resource)) throw new Refusal(403, 'NOT_ALLOWED');
  await findRecord(model, actor, documentId, { fields: ['documentId'] });
  if (!reason) {
    throw new Refusal(422, 'REASON_REQUIRED', { errors: [fieldError(['reason'], 'REASON_REQUIRED')] });
  }
  return transactOnce({ strapi, model, once }, async (trx) => {
    const base = await lockedBase(trx, write, documentId);
    const { name, definition } = base.values;
    if (!startsVersions(String(base.values.state))) throw new Refusal(409, 'TRANSITION_REFUSED');
    // Asked after the lock: whoever waited for it must see the version that was made meanwhile.
    const versions: unknown[] = await trx(model.table).where({ name }).pluck('version');
    const values = {
      name,
      version: nextVersion(versions.map(Number)),
      definition: { ...(definition as object), example: false },
      reason,
      state: machineOf(model.resource)?.initial,
    };
    const [made] = await insertRecords(trx, model, [{ values }], { actor, action: 'create', reason });
    if (!made) throw new Error('The version was not inserted');
    if (once) await noteMade(trx, once, made.documentId);
    return made.documentId;
  });
}

/** The rubric, and with it every version of its name, for this transaction only. */
async function lockedBase(trx: Knex.Transaction, { model }: Write, documentId: string): Promise<Stored> {
  const row = await trx(model.table).where({ document_id: documentId }).first();
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  // SQLite has its one write lock already.
  if (trx.client.config.client === 'pg') {
    await trx(model.table).where({ name: row.name }).orderBy('id').forNoKeyUpdate().select('id');
  }
  return storedOf(model, row);
}
