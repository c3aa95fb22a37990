import type { Role } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { lockedFields, wholeOf } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { type Model, modelOf } from '../read/model';
import type { Values } from './column-values';

/**
 * Refuses to write a record that is part of another one which may not be edited. `changed`: the fields that are
 * written, all of them where the record comes or goes.
 */
export async function requireOpenWhole(
  trx: Knex.Transaction,
  model: Model,
  values: Values,
  changed: readonly string[],
  role: Role,
): Promise<void> {
  const relation = model.relations.get(wholeOf(model.resource) ?? '');
  const id = relation && values[relation.name];
  if (!relation || !id) return;
  const row = await trx(modelOf(relation.target).table).where({ id }).first('state');
  const locked = lockedFields(
    model.resource,
    { resource: relation.target, state: row?.state },
    changed,
    role,
  );
  if (locked.length === 0) return;
  throw new Refusal(409, 'STATE_LOCKED', {
    errors: locked.map((field) => fieldError([field], 'STATE_LOCKED')),
  });
}
