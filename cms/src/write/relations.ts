import { type Actor, scopeOf } from '@jiedui/shared/access';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import { componentStruct, type Model, modelOf } from '../read/model';
import { scopeSql } from '../read/scope-sql';
import type { PartField, Struct } from '../read/struct';
import type { Values } from './column-values';

type Path = (string | number)[];
type Resolved = { values: Values; errors: FieldError[] };

/**
 * Turns the relations of an input (documentIds) into row ids, those within components too. One that does not exist,
 * or that the actor may not read, is an error of its field: naming a foreign record must not tell that it exists.
 */
export async function resolveRelations(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  input: Values,
): Promise<Resolved> {
  return resolveIn({ trx, actor }, model, input, []);
}

type Context = { trx: Knex.Transaction; actor: Actor };

async function resolveIn(context: Context, struct: Struct, input: Values, path: Path): Promise<Resolved> {
  const values = { ...input };
  const errors: FieldError[] = [];
  for (const { name, target } of struct.relations.values()) {
    const documentId = input[name];
    if (documentId === undefined) continue;
    const [id = null] =
      documentId === null || documentId === '' ? [] : await find(context, target, [documentId]);
    if (id === null && documentId) errors.push(fieldError([...path, name], 'UNKNOWN_RELATION'));
    values[name] = id;
  }
  for (const { name, target } of struct.links.values()) {
    const list = input[name];
    if (!Array.isArray(list)) continue;
    const ids = await find(context, target, list);
    for (const [at, id] of ids.entries()) {
      if (id === null) errors.push(fieldError([...path, name, at], 'UNKNOWN_RELATION'));
    }
    values[name] = ids;
  }
  for (const part of struct.parts.values()) {
    const value = input[part.name];
    if (value === undefined || value === null) continue;
    const at = [...path, part.name];
    const resolved = Array.isArray(value)
      ? await Promise.all(value.map((one, index) => resolvePart(context, part, one, [...at, index])))
      : [await resolvePart(context, part, value, at)];
    errors.push(...resolved.flatMap((one) => one.errors));
    values[part.name] = Array.isArray(value) ? resolved.map((one) => one.values) : resolved[0]?.values;
  }
  return { values, errors };
}

/** What is no component at all has been refused by the check of its form. */
async function resolvePart(context: Context, part: PartField, value: unknown, path: Path): Promise<Resolved> {
  if (typeof value !== 'object' || value === null) return { values: {}, errors: [] };
  const content = value as Values;
  const uid = part.zone ? part.components.find((one) => one === content.__component) : part.components[0];
  return uid ? resolveIn(context, componentStruct(uid), content, path) : { values: content, errors: [] };
}

/** The row ids of documents that the actor may read, in their order; null for each that is not one of those. */
async function find(
  { trx, actor }: Context,
  target: string,
  documentIds: readonly unknown[],
): Promise<(number | null)[]> {
  if (documentIds.length === 0) return [];
  const model = modelOf(target);
  const scope = scopeSql(model, scopeOf(actor.role, 'read', model.resource), actor, 't');
  const query = trx(`${model.table} as t`)
    .whereIn('t.document_id', documentIds.map(String))
    .select('t.id', 't.document_id');
  if (scope) query.whereRaw(scope.text, scope.params);
  const rows = (await query) as { id: number; document_id: string }[];
  const byDocument = new Map(rows.map((row) => [row.document_id, Number(row.id)]));
  return documentIds.map((documentId) => byDocument.get(String(documentId)) ?? null);
}
