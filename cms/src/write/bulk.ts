import { type Actor, scopeOf } from '@jiedui/shared/access';
import type { Structure } from '@jiedui/shared/workbook';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type AuditActor, writeBehind, type writeEntries } from '../audit/entry';
import { Refusal } from '../guard/errors';
import { hashPassword, newPassword } from '../guard/passwords';
import { type Model, modelOf } from '../read/model';
import { scopeSql } from '../read/scope-sql';
import type { Values } from './column-values';
import { translateDatabaseError } from './database-error';
import { withFormerRows } from './former-rows';
import { insertMany } from './insert-many';
import { makesAddresses, withMadeValues } from './made-values';
import { resolveRelations } from './relations';
import { insertRecords, type Note, type Stored, storedWhole, updateRecord } from './store';
import { writeTransaction } from './transaction';

/** A relation of a row that is written in bulk: an existing record, or one that the same call creates. */
export type Reference = { documentId: string } | { key: string };

export type BulkCreate = { resource: string; rows: { key: string; values: Values }[] };
export type BulkUpdate = { resource: string; rows: { documentId: string; rev: number; values: Values }[] };
/**
 * `jobId`: the import that the records are written down for, so that it can be undone. `within`: the person in whose
 * own rows every record must lie, before and after.
 */
export type BulkWork = {
  creates: BulkCreate[];
  updates: BulkUpdate[];
  reason: string | null;
  jobId?: string | null;
  within?: Actor | null;
};

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
  'honour',
  'indicator',
  'programme',
  'report-requirement',
  'filing-requirement',
  'unit',
  'station',
  'cadence-exception',
  'volunteer-team',
  'pairing',
  'project',
  'staff',
  'site-plan',
  'plan-item',
  'schedule-item',
  'site-offer',
  'activity',
  'activity-material',
  'guardian-consent',
  'volunteer',
  'attendance',
  'ivolunteer-mapping',
  'ivolunteer-batch',
  'ivolunteer-entry',
  'rubric',
  'round',
  'assignment',
  'story-column',
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
        const context = {
          references,
          ids,
          passwords: passwords.hashes,
          note,
          write: entries.write,
          written: writtenBy(work),
          within: work.within ?? null,
        };
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
        written: writtenBy(work),
        within: work.within ?? null,
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
    const { relations, links } = modelOf(group.resource);
    for (const { values } of group.rows) {
      for (const { name, target } of [...relations.values(), ...links.values()]) {
        for (const value of [values[name]].flat() as (Partial<Reference> | null | undefined)[]) {
          if (!value || !('documentId' in value)) continue;
          wanted.set(target, (wanted.get(target) ?? new Set()).add(String(value.documentId)));
        }
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

type Written = (
  trx: Knex.Transaction,
  model: Model,
  records: readonly Stored[],
  action: 'create' | 'update',
) => Promise<void>;

/** What is done beside every write of a job: it must lie within the person's rows, and is noted for an undoing. */
function writtenBy({ jobId, within }: BulkWork): Written {
  return async (trx, model, records, action) => {
    if (within) await requireWithin(trx, model, within, records, action);
    if (!jobId || records.length === 0) return;
    await insertMany(
      trx,
      'import_rows',
      records.map(({ documentId, values }) => ({
        job_id: jobId,
        resource: model.resource,
        document_id: documentId,
        rev: Number(values.rev),
        made: action === 'create',
      })),
    );
  };
}

async function requireWithin(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  records: readonly Stored[],
  action: 'create' | 'update',
): Promise<void> {
  const scope = scopeSql(model, scopeOf(actor.role, action, model.resource), actor, 't');
  if (!scope) return;
  const ids = records.map(({ id }) => id);
  const row = await trx(`${model.table} as t`)
    .whereIn('t.id', ids)
    .whereRaw(scope.text, scope.params)
    .count({ n: '*' })
    .first();
  if (Number(row?.n) !== ids.length) throw new Refusal(403, 'OUT_OF_SCOPE');
}

type CreateContext = {
  references: Map<string, number>;
  ids: Map<string, number>;
  passwords: Map<string, string>;
  note: Note;
  write: typeof writeEntries;
  written: Written;
  within: Actor | null;
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
    // An address is made so that it differs from those that are written already.
    const chunk = makesAddresses(model) ? 1 : CHUNK;
    for (let start = 0; start < ready.length; start += chunk) {
      const part = ready.slice(start, start + chunk);
      const inputs: { values: Values; columns?: Values }[] = [];
      for (const { key, values } of part) {
        const password = context.passwords.get(key);
        const whole = await resolved(trx, model, values, context);
        const made = await withMadeValues(trx, model, whole, true);
        inputs.push({ values: made, ...(password ? { columns: { password } } : {}) });
      }
      const stored = await insertRecords(trx, model, inputs, context.note, context.write);
      await context.written(trx, model, stored, 'create');
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

type Resolving = Pick<CreateContext, 'references' | 'ids' | 'within'>;

/** A row's relations as row ids, and its structures as they are written. */
async function resolved(
  trx: Knex.Transaction,
  model: Model,
  values: Values,
  context: Resolving,
): Promise<Values> {
  const row = { ...values };
  for (const { name, target } of model.relations.values()) {
    const value = values[name] as Reference | null | undefined;
    if (value) row[name] = rowIdOf(value, target, context);
  }
  for (const { name, target } of model.links.values()) {
    const list = values[name] as Reference[] | undefined;
    if (list) row[name] = list.map((value) => rowIdOf(value, target, context));
  }
  const parts: Values = {};
  for (const [name, value] of Object.entries(row)) {
    if (!isStructure(value)) continue;
    if (model.parts.has(name)) parts[name] = value.structure;
    else row[name] = value.structure;
  }
  if (Object.keys(parts).length === 0) return row;
  if (!context.within) throw new Error('Components come in for a person only');
  const nested = await resolveRelations(trx, model, context.within, parts);
  if (nested.errors.length > 0) throw new Refusal(409, 'IMPORT_STALE');
  return { ...row, ...nested.values };
}

function rowIdOf(value: Reference, target: string, { ids, references }: Resolving): number {
  const id = 'key' in value ? ids.get(value.key) : references.get(`${target}:${value.documentId}`);
  if (id === undefined) throw new Refusal(409, 'IMPORT_STALE');
  return id;
}

const isStructure = (value: unknown): value is Structure =>
  typeof value === 'object' && value !== null && 'structure' in value;

async function updateAll(
  trx: Knex.Transaction,
  model: Model,
  rows: BulkUpdate['rows'],
  context: {
    actor: AuditActor;
    reason: string | null;
    references: Map<string, number>;
    ids: Map<string, number>;
    written: Written;
    within: Actor | null;
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
      const stored = await storedWhole(trx, model, row);
      if (context.within) await requireWithin(trx, model, context.within, [stored], 'update');
      const whole = await resolved(trx, model, values, context);
      const change = { values: await withFormerRows(trx, model, stored.id, whole) };
      const after = await updateRecord(trx, model, stored, row, change, note);
      await context.written(trx, model, [after], 'update');
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
