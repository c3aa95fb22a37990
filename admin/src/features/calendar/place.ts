import {
  addDays,
  addMonths,
  type Day,
  type DayRange,
  isDay,
  mondayOf,
  monthOf,
  monthRange,
  monthRows,
} from '@jiedui/shared/calendar';

export const VIEWS = ['month', 'week', 'agenda', 'day'] as const;
export type View = (typeof VIEWS)[number];

/** What the calendar shows: a way to see it, and a day of the month or week that is seen. */
export type Place = { view: View; date: Day };

/** Reads the place from an address; what is missing or makes no sense falls back. */
export function readPlace(params: URLSearchParams, fallback: Place): Place {
  const view = VIEWS.find((one) => one === params.get('view')) ?? fallback.view;
  const date = params.get('date');
  return { view, date: isDay(date) ? date : fallback.date };
}

/** Writes the place into a copy of the address, leaving other parameters alone and the fallback out. */
export function writePlace(params: URLSearchParams, place: Place, fallback: Place): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ['view', 'date'] as const) {
    if (place[name] === fallback[name]) next.delete(name);
    else next.set(name, place[name]);
  }
  return next;
}

/** The days that are seen: a month as a wall calendar prints it, with the ends of its neighbours. */
export function daysSeen({ view, date }: Place): DayRange {
  switch (view) {
    case 'month': {
      const rows = monthRows(monthOf(date));
      return { from: rows[0]?.from ?? date, to: rows.at(-1)?.to ?? date };
    }
    case 'week':
      return { from: mondayOf(date), to: addDays(mondayOf(date), 6) };
    case 'agenda':
      return monthRange(monthOf(date));
    case 'day':
      return { from: date, to: date };
  }
}

/** The place before (−1) or after (1). */
export function neighbour({ view, date }: Place, by: -1 | 1): Place {
  switch (view) {
    case 'month':
    case 'agenda':
      return { view, date: addMonths(`${monthOf(date)}-01`, by) };
    case 'week':
      return { view, date: addDays(mondayOf(date), 7 * by) };
    case 'day':
      return { view, date: addDays(date, by) };
  }
}

/** Whether a day is among those for which the place stands. */
export function holds(place: Place, day: Day): boolean {
  if (place.view === 'month' || place.view === 'agenda') return monthOf(day) === monthOf(place.date);
  const { from, to } = daysSeen(place);
  return from <= day && day <= to;
}
