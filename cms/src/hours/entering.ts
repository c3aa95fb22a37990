import { type Actor, scopeOf } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { type Model, modelOf } from '../read/model';
import { scopeSql } from '../read/scope-sql';
import type { Stored } from '../write/store';

/** An activity whose attendance is entered. */
export type Activity = { id: number; unit_id: number | null; station_id: number | null; state: string };

/** The activity, where the actor may read it. */
export async function activityIn(trx: Knex.Transaction, actor: Actor, documentId: string): Promise<Activity> {
  const scope = scopeSql(modelOf('activity'), scopeOf(actor.role, 'read', 'activity'), actor, 't');
  const query = trx('activities as t')
    .where('t.document_id', documentId)
    .first('t.id', 't.unit_id', 't.station_id', 't.state');
  if (scope) query.whereRaw(scope.text, scope.params);
  const row = (await query) as Activity | undefined;
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  return row;
}

/** What was made must be the actor's to make: checked afterwards, for a volunteer comes into sight by being there. */
export async function requireWithin(
  { trx, actor }: { trx: Knex.Transaction; actor: Actor },
  model: Model,
  made: readonly Stored[],
): Promise<void> {
  const scope = scopeSql(model, scopeOf(actor.role, 'create', model.resource), actor, 't');
  if (!scope || made.length === 0) return;
  const row = await trx(`${model.table} as t`)
    .whereIn(
      't.id',
      made.map(({ id }) => id),
    )
    .whereRaw(scope.text, scope.params)
    .count({ n: '*' })
    .first();
  if (Number(row?.n) !== made.length) throw new Refusal(403, 'OUT_OF_SCOPE');
}
