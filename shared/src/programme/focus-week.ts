import {
  addDays,
  type Day,
  type DayRange,
  isWithin,
  type Month,
  mondayOf,
  monthOf,
  monthRange,
} from '../calendar';
import type { FocusWeekReading } from './vocabulary';

/**
 * The 集中活动周 (每月第三个星期) of a month. `calendarRow`: the third Monday–Sunday row of the calendar, the row of
 * the 1st being the first; `mondayWeek`: the week of the third Monday; `days15to21`: the 15th to the 21st.
 * Throws RangeError when `month` is no month.
 */
export function focusWeek(month: Month, reading: FocusWeekReading): DayRange {
  const { from } = monthRange(month);
  if (reading === 'days15to21') return { from: addDays(from, 14), to: addDays(from, 20) };
  const firstRow = mondayOf(from);
  // The row of the 1st holds a Monday of this month only when the month begins on one.
  const firstMonday = firstRow === from ? firstRow : addDays(firstRow, 7);
  const monday = addDays(reading === 'calendarRow' ? firstRow : firstMonday, 14);
  return { from: monday, to: addDays(monday, 6) };
}

/** Whether the day lies in the focus week of its month; no reading leaves the month. Throws RangeError. */
export const isInFocusWeek = (day: Day, reading: FocusWeekReading): boolean =>
  isWithin(day, focusWeek(monthOf(day), reading));
