import type { Actor } from '@jiedui/shared/access';
import { type DayRange, isDay, isMonth, lengthOf, monthRange } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../guard/errors';
import { readScope } from './list';
import { modelOf } from './model';
import { parseQuery } from './query';
import { dialect, reader } from './reader';
import { whereSql } from './select';

type Query = Record<string, unknown>;

function monthOfQuery(query: Query, name: string): string {
  const month = query[name];
  if (typeof month !== 'string' || !isMonth(month)) {
    const message = { zh: '月份应写作 2022-11。', en: 'A month is written 2022-11.' };
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError([name], 'BAD_QUERY', message)] });
  }
  return month;
}

const MOST_DAYS = 100;

/** The days from `from` to `to` of a query, of which there may be 100 at most. */
export function daysOfQuery({ from, to }: Query): DayRange {
  if (isDay(from) && isDay(to) && from <= to && lengthOf({ from, to }) <= MOST_DAYS) return { from, to };
  const message = {
    zh: `起止日期应写作 2022-11-16,且不超过 ${MOST_DAYS} 天。`,
    en: `Days are written 2022-11-16; ${MOST_DAYS} at most.`,
  };
  throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['from'], 'BAD_QUERY', message)] });
}

function filtered(actor: Actor, query: Query) {
  const model = modelOf('activity');
  const parsed = parseQuery(model, actor.role, { filters: query.filters, _q: query._q });
  return { model, ...whereSql(model, parsed, readScope(model, actor), actor, dialect()) };
}

/** Activities by day and state, of a month or of the days from one to another. */
export async function countsByDay(actor: Actor, query: Query) {
  const { from, to } =
    query.month === undefined ? daysOfQuery(query) : monthRange(monthOfQuery(query, 'month'));
  const { model, joins, condition, params } = filtered(actor, query);
  const rows = await reader().all(
    `SELECT t.day, t.state, count(*) AS n FROM ${model.table} t${joins}
     WHERE t.day BETWEEN ? AND ? AND ${condition} GROUP BY t.day, t.state ORDER BY t.day`,
    [from, to, ...params],
  );
  const days = new Map<string, { day: string; count: number; states: Record<string, number> }>();
  for (const { day, state, n } of rows) {
    const entry = days.get(String(day)) ?? { day: String(day), count: 0, states: {} };
    entry.count += Number(n);
    entry.states[String(state)] = Number(n);
    days.set(entry.day, entry);
  }
  return [...days.values()];
}

/** Activities by unit and month, all and verified: what a ledger counts from. */
export async function countsByUnitMonth(actor: Actor, query: Query) {
  const from = monthOfQuery(query, 'from');
  const to = monthOfQuery(query, 'to');
  const { model, joins, condition, params } = filtered(actor, query);
  const rows = await reader().all(
    `SELECT g.unit_id, u.document_id, u.name, g.month, g.n, g.verified FROM (
       SELECT t.unit_id, t.month, count(*) AS n, count(t.verified_at) AS verified
       FROM ${model.table} t${joins} WHERE t.month BETWEEN ? AND ? AND ${condition}
       GROUP BY t.unit_id, t.month
     ) g JOIN units u ON u.id = g.unit_id ORDER BY u.name, g.month`,
    [from, to, ...params],
  );
  return rows.map((row) => ({
    unit: { documentId: row.document_id, name: row.name },
    month: row.month,
    count: Number(row.n),
    verified: Number(row.verified),
  }));
}
