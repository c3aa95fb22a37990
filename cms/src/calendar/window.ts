import type { Actor } from '@jiedui/shared/access';
import { MAX_ACTIVITY_DAYS } from '@jiedui/shared/activity';
import { addDays, type DayRange, startOfDayInstant } from '@jiedui/shared/calendar';
import { daysOfQuery } from '../read/activity-counts';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { parseQuery } from '../read/query';
import { dialect, reader } from '../read/reader';
import { compileSelect } from '../read/select';
import { clashesAmong } from './clashes';

type Query = Record<string, unknown>;

/** A calendar with more than this in its window shows how many there are of each day. */
const MOST_SHOWN = 500;

const FIELDS = ['title', 'startsAt', 'endsAt', 'venue', 'firstAidOfficer', 'state', 'rev', 'updatedAt'];

/** The activities that share time with the days. The second bound on the start lets an index find them. */
const within = ({ from, to }: DayRange) => ({
  startsAt: {
    $gte: startOfDayInstant(addDays(from, -MAX_ACTIVITY_DAYS)),
    $lt: startOfDayInstant(addDays(to, 1)),
  },
  endsAt: { $gt: startOfDayInstant(from) },
});

/** The first of the activities of some days that the actor may read, by their start, and how many there are. */
export async function activitiesOfDays(actor: Actor, days: DayRange, filters: unknown, most: number) {
  const model = modelOf('activity');
  const parsed = parseQuery(model, actor.role, {
    fields: FIELDS,
    populate: {
      category: true,
      unit: true,
      station: true,
      pairing: { fields: ['unitContact', 'stationContact'] },
    },
    filters: { $and: [within(days), filters ?? {}] },
    sort: 'startsAt',
  });
  const scope = readScope(model, actor);
  const select = compileSelect(
    model,
    { ...parsed, pageSize: most, withCount: true },
    scope,
    actor,
    dialect(),
  );
  const rows = await reader().arrays(select.page.text, select.page.params);
  return { rows: rows.map(select.toRecord), total: Number(rows[0]?.at(-1) ?? 0) };
}

/**
 * The activities of a calendar's window with what each shares with another at the same time, or, where there are too
 * many to show, their number alone.
 */
export async function activitiesWithin(actor: Actor, query: Query) {
  const days = daysOfQuery(query);
  const { rows, total } = await activitiesOfDays(actor, days, query.filters, MOST_SHOWN);
  if (total > MOST_SHOWN) return { data: [], meta: { total, crowded: true } };
  const span = {
    startsAt: startOfDayInstant(addDays(days.from, -MAX_ACTIVITY_DAYS)),
    endsAt: startOfDayInstant(addDays(days.to, MAX_ACTIVITY_DAYS)),
  };
  const clashing = await clashesAmong(actor, rows, span);
  const data = rows.map((row) => ({ ...row, clashes: clashing.get(String(row.documentId)) ?? [] }));
  return { data, meta: { total, crowded: false } };
}
