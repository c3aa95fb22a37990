import { type Actor, scopeOf } from '@jiedui/shared/access';
import { takesAttendance } from '@jiedui/shared/hours';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { fromColumn } from '../read/codec';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import type { Values } from '../write/column-values';
import { insertRecords } from '../write/store';
import { type Activity, activityIn, requireWithin } from './entering';

const MOST_ADOPTED = 500;

/**
 * Enters the people of an activity whom only the other system has. Those who are entered already stay as they are:
 * which of two durations is right is for somebody to say. A row without a time of day cannot be entered.
 */
export async function adoptTheirs(
  strapi: Core.Strapi,
  actor: Actor,
  activityId: string,
): Promise<{ entered: number }> {
  const model = modelOf('attendance');
  if (scopeOf(actor.role, 'create', 'attendance') === null) throw new Refusal(403, 'NOT_ALLOWED');
  return transact(strapi, model, async (trx) => {
    const activity = await activityIn(trx, actor, activityId);
    if (!takesAttendance(activity.state)) throw new Refusal(409, 'STATE_LOCKED');
    const inputs = (await onlyTheirs(trx, activity)).map((values) => ({ values }));
    const made = await insertRecords(trx, model, inputs, { actor, action: 'create' });
    await requireWithin({ trx, actor }, model, made);
    return { entered: made.length };
  });
}

async function onlyTheirs(trx: Knex.Transaction, activity: Activity): Promise<Values[]> {
  const rows = (await trx('ivolunteer_entries as e')
    .where({ 'e.activity_id': activity.id, 'e.standing': 'matched' })
    .whereNotNull('e.starts_at')
    .whereNotExists((query) =>
      query
        .from('attendances as a')
        .whereRaw('a.activity_id = e.activity_id AND a.volunteer_id = e.volunteer_id')
        .select('a.id'),
    )
    .orderBy('e.id')
    .limit(MOST_ADOPTED)
    .select('e.volunteer_id', 'e.starts_at', 'e.ends_at', 'e.minutes')) as Record<string, unknown>[];
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const startsAt = String(fromColumn({ type: 'datetime' }, row.starts_at));
    const minutes = Number(row.minutes);
    const key = `${row.volunteer_id}|${startsAt}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const ends = fromColumn({ type: 'datetime' }, row.ends_at);
    const endsAt = ends ? String(ends) : new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    return [
      {
        activity: activity.id,
        volunteer: Number(row.volunteer_id),
        startsAt,
        endsAt,
        minutes,
        origin: 'ivolunteer',
        registered: true,
      },
    ];
  });
}
