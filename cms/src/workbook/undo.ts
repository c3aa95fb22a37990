import type { Actor } from '@jiedui/shared/access';
import { type FieldError, fieldError, STAFF_UID } from '@jiedui/shared/model';
import { resourceLabel } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { forgetSessions } from '../guard/session';
import { type Model, modelOf } from '../read/model';
import { requireUnused } from '../write/actions';
import { withFormerRows } from '../write/former-rows';
import { deleteRecord, type Note, type Stored, storedWhole, updateRecord } from '../write/store';
import { writeTransaction } from '../write/transaction';
import type { ImportJob, JobStore } from './job-store';

type Written = { resource: string; document_id: string; rev: number; made: boolean | number };

const MOST_TOLD = 20;

/**
 * Takes back what an import has written: new records go, changed ones get their former values. All or nothing: one
 * record that was changed, or that others rely on since, refuses the whole and is named. Accounts are blocked, for
 * an account never goes.
 */
export async function undoImport(
  strapi: Core.Strapi,
  store: JobStore,
  actor: Actor,
  job: ImportJob,
): Promise<void> {
  await requireLast(store, job);
  const note: Note = { actor, action: 'import', reason: `撤销:${job.fileName}` };
  await writeTransaction(strapi, async (trx) => {
    // Whoever clicks twice, or two people at once: the second finds the job undone.
    const mine = await trx('import_jobs').where({ id: job.id, state: 'done' }).update({ state: 'undone' });
    if (mine === 0) throw new Refusal(409, 'TRANSITION_REFUSED');
    const rows = (await trx('import_rows').where({ job_id: job.id }).orderBy('id', 'desc')) as Written[];
    const errors: FieldError[] = [];
    // Backwards: what came last points at what came before.
    for (const row of rows) {
      const error = await takeBack(trx, row, note);
      if (error) errors.push(error);
      if (errors.length === MOST_TOLD) break;
    }
    if (errors.length > 0) throw new Refusal(409, 'IMPORT_RELIED_ON', { errors });
  });
  forgetSessions();
}

async function requireLast(store: JobStore, job: ImportJob): Promise<void> {
  if (!job.undoable || (await store.isFollowed(job.id))) throw new Refusal(409, 'IMPORT_NOT_LAST');
}

async function takeBack(trx: Knex.Transaction, written: Written, note: Note): Promise<FieldError | null> {
  const model = modelOf(written.resource);
  const row = (await trx(model.table).where({ document_id: written.document_id }).first()) as
    | Record<string, unknown>
    | undefined;
  if (!row || Number(row.rev) !== written.rev) return changedSince(model, written, row);
  const stored = await storedWhole(trx, model, row);
  if (!written.made) {
    const former = await formerValues(trx, model, written);
    const values = await withFormerRows(trx, model, stored.id, former);
    await updateRecord(trx, model, stored, row, { values }, note);
    return null;
  }
  if (model.uid === STAFF_UID) {
    await updateRecord(trx, model, stored, row, { values: { blocked: true } }, note);
    return null;
  }
  return remove(trx, model, stored, note);
}

async function remove(
  trx: Knex.Transaction,
  model: Model,
  stored: Stored,
  note: Note,
): Promise<FieldError | null> {
  try {
    await requireUnused(trx, model, stored.id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return told(model, String(stored.values[model.titleField] ?? stored.documentId), {
      zh: '已被其他记录引用',
      en: 'other records rely on it',
    });
  }
  await deleteRecord(trx, model, stored, note);
  return null;
}

/** What the fields held before, from the entry that the import itself has written. */
async function formerValues(
  trx: Knex.Transaction,
  { resource }: Model,
  { document_id, rev }: Written,
): Promise<Record<string, unknown>> {
  const entry = (await trx('audit_entries').where({ resource, document_id, rev }).first('changes')) as
    | { changes: string }
    | undefined;
  const changes = JSON.parse(entry?.changes ?? '{}') as Record<string, [unknown, unknown]>;
  return Object.fromEntries(Object.entries(changes).map(([field, [before]]) => [field, before]));
}

function changedSince(model: Model, written: Written, row: Record<string, unknown> | undefined): FieldError {
  const column = model.columns.get(model.titleField)?.column;
  const name = String((column && row?.[column]) ?? written.document_id);
  return told(
    model,
    name,
    row ? { zh: '导入之后又被修改', en: 'was changed since' } : { zh: '已不在', en: 'is gone' },
  );
}

const told = (model: Model, name: string, why: { zh: string; en: string }): FieldError =>
  fieldError([model.resource], 'IMPORT_RELIED_ON', {
    zh: `${resourceLabel(model.resource).zh}“${name}”${why.zh}。`,
    en: `${resourceLabel(model.resource).en} “${name}” ${why.en}.`,
  });
