import { utcOf } from './engine';

/**
 * A calendar day in Asia/Shanghai as a plain string, `2022-07-18`. A string and not a Date, because a day
 * has no time zone and sorts, compares and stores as it is written.
 */
export type Day = string;

/** Both ends belong to it. */
export type DayRange = { from: Day; to: Day };

const DAY = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

// The head of the ISO form; several times faster than a format string, and ledgers ask for it by the ten
// thousand.
const write = (moment: ReturnType<typeof utcOf>): Day => moment.toISOString().slice(0, 10);

/** Whether `value` is a real day `YYYY-MM-DD` of the years 1900–2199 (`2022-02-30` is none). */
export function isDay(value: unknown): value is Day {
  // dayjs rolls 30 February over into March: only the round trip shows it.
  return typeof value === 'string' && DAY.test(value) && utcOf(value).toISOString().startsWith(value);
}

const read = (day: Day) => {
  if (!isDay(day)) throw new RangeError(`Not a day YYYY-MM-DD: ${String(day)}`);
  return utcOf(day);
};

/** The day `days` later (earlier when negative). Throws RangeError when `day` is no day. */
export const addDays = (day: Day, days: number): Day => write(read(day).add(days, 'day'));

/** The same day `months` later, or the last day of a month that is too short. Throws RangeError. */
export const addMonths = (day: Day, months: number): Day => write(read(day).add(months, 'month'));

/** Whole days from `from` to `to`: 0 on the same day, negative when `to` is earlier. Throws RangeError. */
export const daysBetween = (from: Day, to: Day): number => read(to).diff(read(from), 'day');

/** Days in a range, both ends counted; 0 when it is empty. Throws RangeError. */
export const lengthOf = (range: DayRange): number => Math.max(0, daysBetween(range.from, range.to) + 1);

/** 1 Monday … 7 Sunday. Throws RangeError. */
export const weekday = (day: Day): number => read(day).day() || 7;

/** The Monday of the week (Monday–Sunday) that holds `day`. Throws RangeError. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** −1, 0 or 1, for sorting. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether `day` lies in the range, both ends included. */
export const isWithin = (day: Day, range: DayRange): boolean => range.from <= day && day <= range.to;

/** The days that both ranges hold, or null. */
export function intersect(a: DayRange, b: DayRange): DayRange | null {
  const from = compareDays(a.from, b.from) > 0 ? a.from : b.from;
  const to = compareDays(a.to, b.to) < 0 ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** A day as it stands in Chinese papers: 2022年7月8日, without leading zeros. */
export function dayInChinese(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
