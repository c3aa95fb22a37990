import { type Actor, scopeOf } from '@jiedui/shared/access';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import { type Model, modelOf } from '../read/model';
import { scopeSql } from '../read/scope-sql';
import type { Values } from './column-values';

/**
 * Turns the relations of an input (documentIds) into row ids. One that does not exist, or that the actor may
 * not read, is an error of its field: naming a foreign record must not tell that it exists.
 */
export async function resolveRelations(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  input: Values,
): Promise<{ values: Values; errors: FieldError[] }> {
  const values = { ...input };
  const errors: FieldError[] = [];
  for (const { name, target } of model.relations.values()) {
    const documentId = input[name];
    if (documentId === undefined) continue;
    if (documentId === null || documentId === '') {
      values[name] = null;
      continue;
    }
    const id = await findRow(trx, modelOf(target), actor, String(documentId));
    if (id === null) errors.push(fieldError([name], 'UNKNOWN_RELATION'));
    else values[name] = id;
  }
  return { values, errors };
}

async function findRow(
  trx: Knex.Transaction,
  model: Model,
  actor: Actor,
  documentId: string,
): Promise<number | null> {
  const scope = scopeSql(model, scopeOf(actor.role, 'read', model.resource), actor, 't');
  const query = trx(`${model.table} as t`).where('t.document_id', documentId).select('t.id').first();
  if (scope) query.whereRaw(scope.text, scope.params);
  const row = await query;
  return row ? Number(row.id) : null;
}
