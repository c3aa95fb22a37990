import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type AuditActor, writeBehind, type writeEntries } from '../audit/entry';
import { Refusal } from '../guard/errors';
import { hashPassword, newPassword } from '../guard/passwords';
import { type Model, modelOf } from '../read/model';
import type { Values } from './column-values';
import { translateDatabaseError } from './database-error';
import { insertRecords, type Note, storedWhole, updateRecord } from './store';
import { writeTransaction } from './transaction';

/** A relation of a row that is written in bulk: an existing record, or one that the same call creates. */
export type Reference = { documentId: string } | { key: string };

export type BulkCreate = { resource: string; rows: { key: string; values: Values }[] };
export type BulkUpdate = { resource: string; rows: { documentId: string; rev: number; values: Values }[] };
export type BulkWork = { creates: BulkCreate[]; updates: BulkUpdate[]; reason: string | null };

export type BulkResult = {
  created: number;
  updated: number;
  /** Row ids of what was created, by key. */
  ids: Map<string, number>;
  /** First passwords of created accounts, to be shown once. */
  secrets: { username: string; password: string }[];
};

/** What must exist before what points at it. */
const ORDER = [
  'town',
  'department',
  'category',
  'programme',
  'unit',
  'station',
  'volunteer-team',
  'pairing',
  'project',
  'staff',
  'activity',
  'rubric',
  'round',
  'assignment',
  'story',
];

const CHUNK = 400;
const place = (resource: string) => {
  const at = ORDER.indexOf(resource);
  return at < 0 ? ORDER.length : at;
};

/**
 * Writes many records at once: all or nothing, each with its audit entry, checked by the caller beforehand.
 * Between chunks other work gets its turn. A revision that moved meanwhile refuses the whole with IMPORT_STALE.
 */
export async function bulkWrite(strapi: Core.Strapi, actor: AuditActor, work: BulkWork): Promise<BulkResult> {
  const creates = [...work.creates].sort((a, b) => place(a.resource) - place(b.resource));
  const passwords = await firstPasswords(creates);
  const result: BulkResult = { created: 0, updated: 0, ids: new Map(), secrets: passwords.secrets };
  await writeTransaction(strapi, async (knex) => {
    const references = await loadReferences(knex, work);
    const entries = writeBehind();
    try {
      for (const { resource, rows } of creates) {
        const note = { actor, action: 'import', reason: work.reason } as const;
        const { ids } = result;
        const context = { references, ids, passwords: passwords.hashes, note, write: entries.write };
        await createAll(knex, modelOf(resource), rows, context);
        result.created += rows.length;
      }
      await entries.done();
    } catch (error) {
      // Nothing may go on behind a rollback; what failed first is what is told.
      await entries.done().catch(() => undefined);
      throw error;
    }
    for (const { resource, rows } of work.updates) {
      await updateAll(knex, modelOf(resource), rows, {
        actor,
        reason: work.reason,
        references,
        ids: result.ids,
      });
      result.updated += rows.length;
    }
  });
  return result;
}

async function firstPasswords(creates: BulkCreate[]) {
  const rows = creates.filter(({ resource }) => resource === 'staff').flatMap((group) => group.rows);
  const hashes = new Map<string, string>();
  const secrets: BulkResult['secrets'] = [];
  for (const { key, values } of rows) {
    const password = newPassword();
    hashes.set(key, await hashPassword(password));
    secrets.push({ username: String(values.username), password });
  }
  return { hashes, secrets };
}

/** Row ids of all existing records that are named, by type and address. */
async function loadReferences(trx: Knex.Transaction, work: BulkWork): Promise<Map<string, number>> {
  const wanted = new Map<string, Set<string>>();
  for (const group of [...work.creates, ...work.updates]) {
    const { relations } = modelOf(group.resource);
    for (const { values } of group.rows) {
      for (const { name, target } of relations.values()) {
        const value = values[name] as Partial<Reference> | null | undefined;
        if (!value || !('documentId' in value)) continue;
        wanted.set(target, (wanted.get(target) ?? new Set()).add(String(value.documentId)));
      }
    }
  }
  const found = new Map<string, number>();
  for (const [target, documentIds] of wanted) {
    const list = [...documentIds];
    for (let start = 0; start < list.length; start += CHUNK) {
      const rows = await trx(modelOf(target).table)
        .whereIn('document_id', list.slice(start, start + CHUNK))
        .select('id', 'document_id');
      for (const row of rows) found.set(`${target}:${row.document_id}`, Number(row.id));
    }
  }
  return found;
}

type CreateContext = {
  references: Map<string, number>;
  ids: Map<string, number>;
  passwords: Map<string, string>;
  note: Note;
  write: typeof writeEntries;
};

/** Creates rows in as many rounds as their references among each other need (a site below a new site). */
async function createAll(
  trx: Knex.Transaction,
  model: Model,
  rows: BulkCreate['rows'],
  context: CreateContext,
): Promise<void> {
  let waiting = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ values }) => isReady(model, values, context.ids));
    if (ready.length === 0) throw new Error(`Rows of ${model.resource} point at each other or at nothing`);
    for (let start = 0; start < ready.length; start += CHUNK) {
      const part = ready.slice(start, start + CHUNK);
      const inputs = part.map(({ key, values }) => {
        const password = context.passwords.get(key);
        return { values: resolved(model, values, context), columns: password ? { password } : undefined };
      });
      const stored = await insertRecords(trx, model, inputs, context.note, context.write);
      for (const [index, { id }] of stored.entries()) context.ids.set(part[index]?.key ?? '', id);
      await new Promise(setImmediate);
    }
    const done = new Set(ready);
    waiting = waiting.filter((row) => !done.has(row));
  }
}

function isReady(model: Model, values: Values, ids: Map<string, number>): boolean {
  for (const { name } of model.relations.values()) {
    const value = values[name] as Partial<Reference> | null | undefined;
    if (value && 'key' in value && !ids.has(String(value.key))) return false;
  }
  return true;
}

function resolved(model: Model, values: Values, known: Pick<CreateContext, 'references' | 'ids'>): Values {
  const row = { ...values };
  for (const { name, target } of model.relations.values()) {
    const value = values[name] as Partial<Reference> | null | undefined;
    if (!value) continue;
    const id =
      'key' in value
        ? known.ids.get(String(value.key))
        : known.references.get(`${target}:${(value as { documentId: string }).documentId}`);
    if (id === undefined) throw new Refusal(409, 'IMPORT_STALE');
    row[name] = id;
  }
  return row;
}

async function updateAll(
  trx: Knex.Transaction,
  model: Model,
  rows: BulkUpdate['rows'],
  context: {
    actor: AuditActor;
    reason: string | null;
    references: Map<string, number>;
    ids: Map<string, number>;
  },
): Promise<void> {
  const note = { actor: context.actor, action: 'import', reason: context.reason } as const;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    const found = await trx(model.table).whereIn(
      'document_id',
      part.map(({ documentId }) => documentId),
    );
    const byDocument = new Map(found.map((row) => [String(row.document_id), row]));
    for (const { documentId, rev, values } of part) {
      const row = byDocument.get(documentId);
      if (!row || Number(row.rev) !== rev) throw new Refusal(409, 'IMPORT_STALE');
      await updateRecord(
        trx,
        model,
        await storedWhole(trx, model, row),
        row,
        { values: resolved(model, values, context) },
        note,
      );
    }
    await new Promise(setImmediate);
  }
}

/** A unique index that refuses means that somebody wrote the same record since the rows were checked. */
export function asStale(error: unknown, resource: string): unknown {
  const translated = translateDatabaseError(error, modelOf(resource));
  return translated instanceof Refusal && translated.code === 'DUPLICATE'
    ? new Refusal(409, 'IMPORT_STALE')
    : error;
}
