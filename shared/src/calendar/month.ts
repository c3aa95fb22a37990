import { addDays, addMonths, type Day, type DayRange, isDay, mondayOf } from './day';

/** A calendar month, `2022-07`. */
export type Month = string;

/** Whether `value` is a month `YYYY-MM` of the years 1900–2199. */
export const isMonth = (value: unknown): value is Month => typeof value === 'string' && isDay(`${value}-01`);

/** The month that holds `day`. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** First and last day of the month. Throws RangeError when `month` is no month. */
export function monthRange(month: Month): DayRange {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The month `months` later (earlier when negative). Throws RangeError. */
export const shiftMonth = (month: Month, months: number): Month => monthOf(addMonths(`${month}-01`, months));

/** The months from the one of `from` to the one of `to`, both included; empty when `to` is earlier. */
export function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = shiftMonth(month, 1)) months.push(month);
  return months;
}

/**
 * The Monday–Sunday rows in which a wall calendar prints the month. The first and last row may begin or end
 * in the neighbouring month. Throws RangeError.
 */
export function monthRows(month: Month): DayRange[] {
  const { from, to } = monthRange(month);
  const rows: DayRange[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    rows.push({ from: monday, to: addDays(monday, 6) });
  }
  return rows;
}
