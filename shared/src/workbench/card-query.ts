import { addDays, type Day } from '../calendar';
import type { DayWindow, ListCard, SpecialCard } from './work-card';

type Condition = Record<string, Record<string, unknown>>;

/** The days of a window on that day; an open end is null. Throws RangeError when `today` is no day. */
function daysOf({ from, to }: DayWindow, today: Day): { from: Day | null; to: Day | null } {
  return {
    from: from === undefined ? null : addDays(today, from),
    to: to === undefined ? null : addDays(today, to),
  };
}

/** The card's records in the API's filter language. Throws RangeError when `today` is no day. */
export function filtersOf({ states, days }: ListCard, today: Day): Condition {
  const { from, to } = daysOf(days ?? {}, today);
  const day = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) };
  return { state: { $in: [...states] }, ...(Object.keys(day).length > 0 ? { day } : {}) };
}

const sortOf = (sort: string): string => sort.replace(/^(.+):desc$/, '-$1').replace(/:asc$/, '');

/**
 * The console's address of the list that shows the card's records in the card's order:
 * `/activities?state=held&to=2022-11-15&sort=day`.
 * Throws RangeError when `today` is no day.
 */
export function routeOf({ path, states, days, sort }: ListCard, today: Day): string {
  const { from, to } = daysOf(days ?? {}, today);
  const parts = [
    `state=${states.join(',')}`,
    from && `from=${from}`,
    to && `to=${to}`,
    `sort=${sortOf(sort)}`,
  ];
  return `/${path}?${parts.filter(Boolean).join('&')}`;
}

/** The same for a card that no filter of fields can say: the list is asked for it by its name. */
export const specialRouteOf = ({ path, key }: SpecialCard): string => `/${path}?waiting=${key}`;

/** By when a row of the card should be done, or null where nothing says so. */
export function dueOf({ due }: ListCard, row: Readonly<Record<string, unknown>>): Day | null {
  if (!due) return null;
  const holder = due.via ? (row[due.via] as Record<string, unknown> | null | undefined) : row;
  const day = holder?.[due.field];
  return typeof day === 'string' ? addDays(day, due.plus) : null;
}
