import { z } from 'zod';
import {
  addDays,
  type Day,
  type DayRange,
  daySchema,
  isWithin,
  monthRange,
  monthsBetween,
  shiftMonth,
} from '../calendar';

const addendaDays = z.int().min(0).max(366);

/**
 * The cut-off day of materials, as data: a day of the month, of the same (`monthsLater: 0`) or the next one, or one
 * fixed day. For `addendaDays` after it, what was sent in may still be added to.
 */
export const cutoffSchema = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('month'),
    day: z.int().min(1).max(31),
    monthsLater: z.union([z.literal(0), z.literal(1)]),
    addendaDays,
  }),
  z.strictObject({ every: z.literal('once'), on: daySchema, addendaDays }),
]);
export type Cutoff = z.infer<typeof cutoffSchema>;

/** What is filed once has one period without a name of its own. */
export const ONCE = 'once';

/** One period for which materials are due: its key (`2022-11`, or `once`), its days and its cut-off. */
export type FilingPeriod = DayRange & { key: string; dueOn: Day; addendaUntil: Day };

/**
 * The periods of a requirement that runs over `range` and that have begun on `today`, the newest first and at most
 * `most`. Throws RangeError for a malformed day.
 */
export function periodsOf(cutoff: Cutoff, range: DayRange, today: Day, most = 12): FilingPeriod[] {
  if (today < range.from) return [];
  if (cutoff.every === 'once') {
    const { on, addendaDays: days } = cutoff;
    return [{ ...range, key: ONCE, dueOn: on, addendaUntil: addDays(on, days) }];
  }
  const last = today < range.to ? today : range.to;
  return monthsBetween(range.from, last)
    .slice(-most)
    .reverse()
    .map((month) => {
      const { from: first, to } = monthRange(shiftMonth(month, cutoff.monthsLater));
      const wanted = addDays(first, cutoff.day - 1);
      // The 31st of a short month is its last day.
      const dueOn = isWithin(wanted, { from: first, to }) ? wanted : to;
      return { ...monthRange(month), key: month, dueOn, addendaUntil: addDays(dueOn, cutoff.addendaDays) };
    });
}

/** The period of a requirement by its key, whether it has begun or not; null where it has none of that key. */
export function periodOf(cutoff: Cutoff, range: DayRange, key: string): FilingPeriod | null {
  const periods = periodsOf(cutoff, range, range.to, Number.POSITIVE_INFINITY);
  return periods.find((period) => period.key === key) ?? null;
}
