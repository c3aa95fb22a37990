import {
  addDays,
  type Day,
  daysBetween,
  isWithin,
  type Month,
  monthOf,
  monthRange,
  weekday,
} from '../calendar';
import { type FocusWeekReading, focusWeek } from '../programme';

/**
 * The day of another month that stands where `day` stands in its own, and why.
 * - `focusWeek`: a day of the 集中活动周 stays in it, on its weekday;
 * - `ordinal`: the second Tuesday becomes the second Tuesday;
 * - `last`: the month has no fifth such weekday, so it is the last one.
 */
export type CopiedDay = { day: Day; by: 'focusWeek' | 'ordinal' | 'last' };

/** Throws RangeError for a malformed day or month. Ours: the plan does not say how a month follows another. */
export function dayInMonth(day: Day, month: Month, reading: FocusWeekReading): CopiedDay {
  const own = focusWeek(monthOf(day), reading);
  if (isWithin(day, own)) return { day: sameWeekday(focusWeek(month, reading).from, day), by: 'focusWeek' };
  const { from, to } = monthRange(month);
  const ordinal = Math.floor(daysBetween(monthRange(monthOf(day)).from, day) / 7);
  const wanted = addDays(sameWeekday(from, day), ordinal * 7);
  return wanted <= to ? { day: wanted, by: 'ordinal' } : { day: addDays(wanted, -7), by: 'last' };
}

/** The first day from `from` on that has the weekday of `day`. */
const sameWeekday = (from: Day, day: Day): Day => addDays(from, (weekday(day) - weekday(from) + 7) % 7);
