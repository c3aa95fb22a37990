import type { Knex } from 'knex';
import { customAlphabet } from 'nanoid';
import { type AuditAction, type AuditActor, type AuditEntry, writeEntries } from '../audit/entry';
import { changesBetween, stateHash } from '../audit/state';
import { Refusal } from '../guard/errors';
import { fromColumn } from '../read/codec';
import { componentStruct, type Model } from '../read/model';
import { nestedState, nestedStates, queryOf, stillThere } from '../read/nested-state';
import { dialect } from '../read/reader';
import { hasNested } from '../read/struct';
import { asStored, fieldsOf, toColumns, type Values, withDefaults } from './column-values';
import { hooksOf } from './hooks';
import { insertMany } from './insert-many';
import { removeNested, writeNested } from './nested';

/** Addresses of records, of the form that Strapi uses: 24 lower-case letters and digits. */
export const newDocumentId = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 24);

/** A record as the writer holds it: its row id, address and values by field (relations as row ids). */
export type Stored = { id: number; documentId: string; values: Values };

/** What the audit says of a write besides the changed columns; `changes` are those outside the row (files). */
export type Note = {
  actor: AuditActor;
  action: AuditAction;
  transition?: string;
  reason?: string | null;
  changes?: AuditEntry['changes'];
};

const ROWS_AT_ONCE = 400;

/** A stored row as values by field. */
export function storedOf(model: Model, row: Record<string, unknown>): Stored {
  const fields = [...fieldsOf(model), ...fieldsOf(model.retired)];
  const values = Object.fromEntries(
    fields.map(({ name, column, attribute }) => [name, fromColumn(attribute, row[column] ?? null)]),
  );
  return { id: Number(row.id), documentId: String(row.document_id), values };
}

/** The same with what lies within the record: its to-many relations and components. */
export async function storedWhole(
  trx: Knex.Transaction,
  model: Model,
  row: Record<string, unknown>,
): Promise<Stored> {
  const stored = storedOf(model, row);
  const reading = { query: queryOf(trx), structOf: componentStruct };
  for (const struct of [model, await stillThere(trx, model.retired)]) {
    const nested = await nestedStates(reading, struct, [stored.id]);
    Object.assign(stored.values, nested.get(stored.id));
  }
  return stored;
}

/** The part of a row that is sealed: its fields and, for accounts, what signs them in. */
function sealedState(model: Model, values: Values, row: Record<string, unknown>): Values {
  const { createdAt: _, updatedAt: __, ...state } = values;
  if (model.resource !== 'staff') return state;
  const { role, ...rest } = state;
  return { ...rest, staffRole: role, email: row.email ?? null, password: row.password ?? null };
}

/** The fingerprint of a row as it stands, for an entry that does not come from a write of the record. */
export async function stateHashOfRow(
  trx: Knex.Transaction,
  model: Model,
  row: Record<string, unknown>,
): Promise<string> {
  const { values } = await storedWhole(trx, model, row);
  return stateHash(sealedState(model, values, row));
}

/** Inserts complete rows with their audit entries. `columns` are those that are not fields (a password). */
export async function insertRecords(
  trx: Knex.Transaction,
  model: Model,
  inputs: { values: Values; columns?: Record<string, unknown> }[],
  note: Note,
  write = writeEntries,
): Promise<Stored[]> {
  const hooks = hooksOf(model.resource);
  const complete = inputs.map(({ values }) => withDefaults(model, { ...values, rev: 1 }));
  await hooks.complete?.(trx, complete);
  const all = complete.map((values, at) => ({
    ...asStored(model, values, dialect()),
    ...nestedState(inputs[at]?.values ?? {}, model, componentStruct),
  }));
  const stored: Stored[] = [];
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
    const part = all.slice(start, start + ROWS_AT_ONCE);
    const rows = part.map((values, index) => newRow(model, values, inputs[start + index]?.columns));
    const ids = await insertMany(trx, model.table, rows);
    const written = part.map((values, index) => ({
      id: ids[index] ?? 0,
      documentId: String(rows[index]?.document_id),
      values,
    }));
    if (hasNested(model)) {
      for (const [at, { id }] of written.entries())
        await writeNested(trx, model, id, inputs[start + at]?.values ?? {});
    }
    await hooks.inserted?.(trx, written, note.actor);
    await write(
      trx,
      written.map((record, index) => entryOf(model, note, record, null, rows[index] ?? {})),
    );
    stored.push(...written);
  }
  return stored;
}

function newRow(
  model: Model,
  values: Values,
  columns: Record<string, unknown> = {},
): Record<string, unknown> {
  const now = dialect() === 'sqlite' ? Date.now() : new Date().toISOString();
  return {
    document_id: newDocumentId(),
    created_at: now,
    updated_at: now,
    published_at: now,
    ...toColumns(model, values, dialect()),
    ...hooksOf(model.resource).extraColumns?.(values),
    ...columns,
  };
}

function entryOf(
  model: Model,
  note: Note,
  after: Stored,
  before: Values | null,
  row: Record<string, unknown>,
): AuditEntry {
  return {
    ...note,
    resource: model.resource,
    rowId: after.id,
    documentId: after.documentId,
    rev: Number(after.values.rev ?? 1),
    changes: { ...untold(model, changesBetween(before, after.values)), ...note.changes },
    stateHash: stateHash(sealedState(model, after.values, row)),
  };
}

/** A password is told of, not told. */
function untold(model: Model, changes: AuditEntry['changes']): AuditEntry['changes'] {
  const told = { ...changes };
  for (const name of Object.keys(changes)) {
    if (model.columns.get(name)?.attribute.type === 'password') told[name] = [null, null];
  }
  return told;
}

/** Changes one record if it still has the revision it was read with. */
export async function updateRecord(
  trx: Knex.Transaction,
  model: Model,
  before: Stored,
  row: Record<string, unknown>,
  changes: { values: Values; columns?: Record<string, unknown> },
  note: Note,
): Promise<Stored> {
  const hooks = hooksOf(model.resource);
  const rev = Number(before.values.rev ?? 1) + 1;
  const complete: Values = { ...before.values, ...changes.values, rev };
  await hooks.complete?.(trx, [complete], before.values, before.id);
  const values = {
    ...asStored(model, complete, dialect()),
    ...nestedState(changes.values, model, componentStruct),
  };
  const columns = { ...toColumns(model, values, dialect()), ...changes.columns };
  const updated = await trx(model.table)
    .where({ id: before.id, rev: before.values.rev })
    .update({ ...columns, updated_at: dialect() === 'sqlite' ? Date.now() : new Date().toISOString() });
  if (updated === 0) throw new Refusal(409, 'REV_CONFLICT');
  await writeNested(trx, model, before.id, changes.values);
  const after = { ...before, values };
  await hooks.updated?.(trx, after, before.values, note);
  await writeEntries(trx, [entryOf(model, note, after, before.values, { ...row, ...changes.columns })]);
  return after;
}

/** Removes one record; the audit keeps what it was. */
export async function deleteRecord(
  trx: Knex.Transaction,
  model: Model,
  before: Stored,
  note: Note,
): Promise<void> {
  await removeNested(trx, model, before.id);
  await trx(model.table).where({ id: before.id, rev: before.values.rev }).delete();
  await hooksOf(model.resource).deleted?.(trx, before.values, note, before.id);
  await writeEntries(trx, [
    {
      ...note,
      resource: model.resource,
      rowId: before.id,
      documentId: before.documentId,
      rev: Number(before.values.rev ?? 1),
      changes: { ...changesBetween(before.values, null), ...note.changes },
      stateHash: null,
    },
  ]);
}
