import { type Actor, scopeOf } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import { writeEntries } from '../../audit/entry';
import { Refusal } from '../../guard/errors';
import { modelOf } from '../../read/model';
import { scopeSql } from '../../read/scope-sql';
import { lockToChange } from '../../write/row-locks';
import { stateHashOfRow } from '../../write/store';

export type WebhookRow = { id: number; documentId: string; state: string; row: Record<string, unknown> };

/** A webhook that the actor reads or looks after, as the matrix says; not found outside the scope. */
export async function webhookOf(
  knex: Knex,
  actor: Actor,
  action: 'read' | 'update',
  documentId: string,
): Promise<WebhookRow> {
  const model = modelOf('webhook');
  const scope = scopeOf(actor.role, action, model.resource);
  if (scope === null) throw new Refusal(403, 'NOT_ALLOWED');
  const sql = scopeSql(model, scope, actor, 't');
  const query = knex(`${model.table} as t`).where('t.document_id', documentId).select('t.*').first();
  if (sql) query.whereRaw(sql.text, sql.params);
  const row = (await (action === 'update' && knex.isTransaction
    ? lockToChange(knex as Knex.Transaction, query)
    : query)) as Record<string, unknown> | undefined;
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  return { id: Number(row.id), documentId, state: String(row.state), row };
}

/** Tells the log of something that was done with a webhook and changed none of its fields. */
export async function noteDone(
  trx: Knex.Transaction,
  actor: Actor,
  { id, documentId, row }: WebhookRow,
  reason: string,
): Promise<void> {
  const model = modelOf('webhook');
  await writeEntries(trx, [
    {
      actor,
      action: 'update',
      resource: model.resource,
      rowId: id,
      documentId,
      rev: Number(row.rev),
      reason,
      changes: {},
      stateHash: await stateHashOfRow(trx, model, row),
    },
  ]);
}
