import { type Actor, accessOf, formRulesOf, mayWriteField, scopeOf } from '@jiedui/shared/access';
import { checkRecord, type FieldError, fieldError } from '@jiedui/shared/model';
import { decide, isEditable, machineOf, removalNeedsReason } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import { sameValue } from '../audit/state';
import { clock } from '../clock';
import { orphansOf, removeStored, unlinkAll } from '../files/links';
import { Refusal } from '../guard/errors';
import { beforeStep, effectOf, type StepContext, unmetOf } from '../guard/steps';
import { tellOfStep } from '../notification/of-step';
import { allComponents, allModels, componentStruct, type Model } from '../read/model';
import { nestedState } from '../read/nested-state';
import { dialect } from '../read/reader';
import { scopeSql } from '../read/scope-sql';
import type { Struct } from '../read/struct';
import { withPresets } from '../settings/form-rules';
import { forgetSettings } from '../settings/settings';
import { asStored, type Values } from './column-values';
import { translateDatabaseError } from './database-error';
import { hooksOf } from './hooks';
import { withMadeValues } from './made-values';
import { removeOwned } from './owned';
import { resolveRelations } from './relations';
import { claim, noteMade, type RequestKey } from './request-keys';
import { deleteRecord, insertRecords, type Stored, storedWhole, updateRecord } from './store';
import { writeTransaction } from './transaction';
import { requireOpenWhole } from './whole';

/** Who writes what; `once` where the request may come a second time. */
export type Write = { strapi: Core.Strapi; actor: Actor; model: Model; once?: RequestKey | null };
type Action = 'create' | 'update' | 'delete' | 'transition';

/** Creates a record for the actor, or refuses with the fields that are wrong. */
export function createRecord(
  { strapi, actor, model, once }: Write,
  input: Values,
  columns?: Values,
): Promise<Stored> {
  requireScope(actor, 'create', model);
  return transactOnce({ strapi, model, once }, async (trx) => {
    if (model.single) await requireNone(trx, model);
    const complete = await newValues(trx, model, actor, input);
    const [stored] = await insertRecords(trx, model, [{ values: complete, columns }], {
      actor,
      action: 'create',
    });
    if (!stored) throw new Error(`${model.resource} was not inserted`);
    await requireInScope(trx, model, actor, 'create', stored.id);
    if (once) await noteMade(trx, once, stored.documentId);
    return stored;
  });
}

/** What a new record starts with: the checked input, its first state and whose it is. */
async function newValues(trx: Knex.Transaction, model: Model, actor: Actor, input: Values): Promise<Values> {
  const values = await checkedInput(trx, model, actor, input, null);
  await requireOpenWhole(trx, model, values, Object.keys(values), actor.role);
  const initial = machineOf(model.resource)?.initial;
  const owner = accessOf(model.resource)?.owner;
  const owned = owner && !values[owner] ? { ...values, [owner]: actor.id } : values;
  return initial ? { ...owned, state: initial } : owned;
}

/**
 * Creates many records of a type: all of them, or none with every field that is wrong, told below `path` by the
 * number of its row.
 */
export function createRecords(
  { strapi, actor, model }: Write,
  inputs: readonly Values[],
  path: readonly string[],
): Promise<Stored[]> {
  requireScope(actor, 'create', model);
  return transact(strapi, model, async (trx) => {
    const errors: FieldError[] = [];
    const rows: { values: Values }[] = [];
    for (const [at, input] of inputs.entries()) {
      try {
        rows.push({ values: await newValues(trx, model, actor, input) });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'BAD_INPUT') throw error;
        const wrong = error.details.errors as FieldError[];
        errors.push(...wrong.map((one) => ({ ...one, path: [...path, at, ...one.path] })));
      }
    }
    if (errors.length > 0) throw new Refusal(400, 'BAD_INPUT', { errors });
    const stored = await insertRecords(trx, model, rows, { actor, action: 'create' });
    for (const { id } of stored) await requireInScope(trx, model, actor, 'create', id);
    return stored;
  });
}

/** There is one record at most of what the builder calls a single type. */
async function requireNone(trx: Knex.Transaction, model: Model): Promise<void> {
  if (await trx(model.table).first('id')) throw new Refusal(409, 'DUPLICATE');
}

/** Changes fields of a record that the actor may edit and that nobody changed since it was read. */
export function changeRecord(
  { strapi, actor, model, once }: Write,
  documentId: string,
  rev: number,
  input: Values,
  columns?: Values,
): Promise<Stored> {
  requireScope(actor, 'update', model);
  return transactOnce({ strapi, model, once }, async (trx) => {
    const { row, stored } = await loadForWrite(trx, model, actor, 'update', documentId, rev);
    if (!isEditable(machineOf(model.resource), stored.values.state, actor.role))
      throw new Refusal(409, 'STATE_LOCKED');
    const checked = await checkedInput(trx, model, actor, input, stored);
    const values = asStored(model, checked, dialect());
    const seen = { ...values, ...nestedState(checked, model, componentStruct) };
    if (!columns && isUnchanged(stored.values, seen)) return stored;
    const changed = Object.keys(seen).filter(
      (field) => !sameValue(stored.values[field] ?? null, seen[field] ?? null),
    );
    await requireOpenWhole(trx, model, stored.values, changed, actor.role);
    await requireOpenWhole(trx, model, { ...stored.values, ...values }, changed, actor.role);
    const action = columns ? 'password' : 'update';
    const after = await updateRecord(trx, model, stored, row, { values, columns }, { actor, action });
    await requireInScope(trx, model, actor, 'update', stored.id);
    return after;
  });
}

function isUnchanged(before: Values, changes: Values): boolean {
  return Object.entries(changes).every(([name, value]) => sameValue(before[name] ?? null, value ?? null));
}

/** Deletes a record that nothing else points at, with its files; for some a reason must be given. */
export async function removeRecord(
  { strapi, actor, model, once }: Write,
  documentId: string,
  rev: number,
  reason: string | null,
): Promise<void> {
  requireScope(actor, 'delete', model);
  const files = await transactOnce({ strapi, model, once }, async (trx) => {
    const { stored } = await loadForWrite(trx, model, actor, 'delete', documentId, rev);
    // What has been adopted, opened or verified is relied upon: it goes by a step of its machine, never away.
    if (!isEditable(machineOf(model.resource), stored.values.state, actor.role))
      throw new Refusal(409, 'STATE_LOCKED');
    await requireOpenWhole(trx, model, stored.values, Object.keys(stored.values), actor.role);
    const gone = await removeOwned(trx, model, stored, actor);
    await requireUnused(trx, model, stored.id);
    if (removalNeedsReason(model.resource) && reason === null) throw refusalOf('REASON_REQUIRED', []);
    const unlinked = await unlinkAll(trx, model, stored.id);
    const changes = Object.fromEntries(
      Object.entries(unlinked).map(([field, gone]): [string, [unknown, null]] => [field, [gone, null]]),
    );
    await deleteRecord(trx, model, stored, { actor, action: 'delete', reason, changes });
    return [...gone, ...Object.values(unlinked).flat()];
  });
  for (const { file } of files) await removeStored(strapi, file);
}

/** Takes a step of the record's state machine; the only way in which `state` changes. */
export async function takeStep(
  { strapi, actor, model, once }: Write,
  documentId: string,
  rev: number,
  name: string,
  reason: string | null,
): Promise<Stored> {
  const machine = machineOf(model.resource);
  if (!machine) throw new Refusal(404, 'TRANSITION_UNKNOWN');
  requireScope(actor, 'transition', model);
  await beforeStep(strapi, model.resource, name, actor, documentId);
  return transactOnce({ strapi, model, once }, async (trx) => {
    const { row, stored } = await loadForWrite(trx, model, actor, 'transition', documentId, rev);
    return stepWithin({ strapi, trx, actor, model, stored, row, reason }, name);
  });
}

/** Takes the step inside its transaction; `by`: as whom the log names it, where it is no signed-in person. */
export async function stepWithin(
  step: StepContext,
  name: string,
  by: AuditActor = step.actor,
): Promise<Stored> {
  const { trx, actor, model, stored, row, reason } = step;
  const machine = machineOf(model.resource);
  if (!machine) throw new Refusal(404, 'TRANSITION_UNKNOWN');
  const record = { ...stored.values, state: String(stored.values.state) };
  const decision = decide(machine, name, { role: actor.role, record, reason });
  if (!decision.allowed) throw refusalOf(decision.code, decision.missing);
  const { transition, to } = decision;
  const unmet = transition.gate ? await unmetOf(transition.gate, step) : [];
  if (unmet.length > 0) throw new Refusal(422, unmet[0]?.code ?? 'GATE_NOT_MET', { errors: unmet });
  const effect = await effectOf(model.resource, name, step);
  const stamp = transition.stamps ? { [transition.stamps]: clock().now() } : {};
  const values = { ...effect.values, ...stamp, state: effect.state ?? to };
  const note = { actor: by, action: 'transition', transition: name, reason } as const;
  const after = await updateRecord(trx, model, stored, row, { values }, note);
  await effect.after?.(after);
  await tellOfStep(step, name, reason);
  return after;
}

function refusalOf(code: FieldError['code'], missing: string[]): Refusal {
  if (code === 'GATE_NOT_MET') {
    return new Refusal(422, code, { errors: missing.map((field) => fieldError([field], 'REQUIRED')) });
  }
  if (code === 'REASON_REQUIRED') return new Refusal(422, code, { errors: [fieldError(['reason'], code)] });
  if (code === 'NOT_ALLOWED') return new Refusal(403, code);
  return new Refusal(code === 'TRANSITION_UNKNOWN' ? 404 : 409, code);
}

/** Refuses what the role may do with no record of the type. */
export function requireScope(actor: Actor, action: Action, model: Model): void {
  if (scopeOf(actor.role, action, model.resource) === null) throw new Refusal(403, 'NOT_ALLOWED');
}

/** Types whose records are in force in every process; see `settings`. */
const SETTINGS = ['word', 'form-rule', 'computed-column'];

/** The same for a request that may come twice: the transaction takes its key first. */
export function transactOnce<T>(
  { strapi, model, once }: Pick<Write, 'strapi' | 'model' | 'once'>,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return transact(strapi, model, async (trx) => {
    if (once) await claim(trx, once);
    return work(trx);
  });
}

/** One transaction; a unique index that refuses becomes DUPLICATE. */
export async function transact<T>(
  strapi: Core.Strapi,
  model: Model,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    let left: string[] = [];
    const result = await writeTransaction(strapi, async (trx) => {
      const done = await work(trx);
      left = orphansOf(trx);
      return done;
    });
    for (const file of left) await removeStored(strapi, file);
    // After the commit, or this process would read what was there before and believe it for a while.
    if (SETTINGS.includes(model.resource)) forgetSettings();
    return result;
  } catch (error) {
    throw translateDatabaseError(error, model);
  }
}

async function checkedInput(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  input: Values,
  stored: Stored | null,
): Promise<Values> {
  const before = stored?.values ?? null;
  const fields = [model.columns, model.relations, model.links, model.parts].flatMap((kind) => [
    ...kind.values(),
  ]);
  const attributes = Object.fromEntries(fields.map(({ name, attribute }) => [name, attribute]));
  const mayWrite = (field: string) => mayWriteField(actor.role, model.resource, field);
  const presets = before === null ? formRulesOf(actor.role, model.resource) : [];
  // What is held back from the role is not checked as its input, but set all the same.
  const typed = withPresets(
    presets.filter(({ field }) => mayWrite(field)),
    input,
  );
  const errors = checkRecord(attributes, typed, {
    partial: before !== null,
    components: allComponents(),
    mayWrite,
  });
  const resolved = await resolveRelations(trx, model, actor, withPresets(presets, input));
  // What is no choice at all has been refused already.
  const refused = new Set(errors.map(({ path }) => path.join('.')));
  errors.push(...resolved.errors.filter(({ path }) => !refused.has(path.join('.'))));
  const named = new Set(errors.map((error) => error.path[0]));
  const writer = { actor, id: stored?.id ?? null };
  // What has been refused is not looked at again: the hooks find what stands there.
  const taken = Object.entries(resolved.values).filter(([name]) => before === null || !named.has(name));
  const whole = { ...before, ...Object.fromEntries(taken) };
  const between = (await hooksOf(model.resource).check?.(trx, whole, before, writer)) ?? [];
  errors.push(...between.filter((error) => !named.has(error.path[0])));
  if (errors.length > 0) throw new Refusal(400, 'BAD_INPUT', { errors });
  return withMadeValues(trx, model, resolved.values, before === null);
}

/** The row as it may be written by the actor now, locked for the rest of the transaction. */
export async function loadForWrite(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  action: Action,
  documentId: string,
  rev: number,
): Promise<{ row: Record<string, unknown>; stored: Stored }> {
  const scope = scopeSql(model, scopeOf(actor.role, action, model.resource), actor, 't');
  const query = trx(`${model.table} as t`).where('t.document_id', documentId).select('t.*').first();
  if (scope) query.whereRaw(scope.text, scope.params);
  // Not the key: an import that adds records pointing at this one must not keep it from being edited.
  if (trx.client.config.client === 'pg') query.forNoKeyUpdate('t');
  const row = (await query) as Record<string, unknown> | undefined;
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  const stored = await storedWhole(trx, model, row);
  if (Number(stored.values.rev) !== rev) throw new Refusal(409, 'REV_CONFLICT');
  return { row, stored };
}

/** The changed row must still be one of the actor's: nobody moves a record out of, or into, foreign hands. */
export async function requireInScope(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  action: Action,
  id: number,
): Promise<void> {
  const scope = scopeSql(model, scopeOf(actor.role, action, model.resource), actor, 't');
  if (!scope) return;
  const row = await trx(`${model.table} as t`)
    .where('t.id', id)
    .whereRaw(scope.text, scope.params)
    .first('t.id');
  if (!row) throw new Refusal(403, 'OUT_OF_SCOPE');
}

/** Refuses to let a record go that another one points at. */
export async function requireUnused(trx: Knex.Transaction, model: Model, id: number): Promise<void> {
  for (const other of allModels()) {
    if (await pointsAt(trx, other, model, id)) throw new Refusal(409, 'IN_USE', { usedBy: other.resource });
    for (const uid of componentsOf(other)) {
      const used = await pointsAt(trx, componentStruct(uid), model, id);
      if (used) throw new Refusal(409, 'IN_USE', { usedBy: other.resource });
    }
  }
}

async function pointsAt(trx: Knex.Transaction, from: Struct, model: Model, id: number): Promise<boolean> {
  for (const { column, target } of from.relations.values()) {
    if (target === model.resource && (await trx(from.table).where(column, id).first('id'))) return true;
  }
  for (const { table, other, target } of from.links.values()) {
    if (target === model.resource && (await trx(table).where(other, id).first('id'))) return true;
  }
  return false;
}

/** The components that records of a type may hold, also within each other. */
function componentsOf(struct: Struct, found = new Set<string>()): Set<string> {
  for (const uid of [...struct.parts.values()].flatMap(({ components }) => components)) {
    if (found.has(uid)) continue;
    found.add(uid);
    componentsOf(componentStruct(uid), found);
  }
  return found;
}
