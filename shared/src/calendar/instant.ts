import { type Day, isDay } from './day';
import { utcOf } from './engine';

/**
 * A moment as an ISO string. What this folder returns is in UTC with milliseconds:
 * `2022-07-18T01:00:00.000Z`.
 */
export type Instant = string;

// Asia/Shanghai has had no daylight saving since 1991, so the offset is a constant.
const SHANGHAI_HOURS = 8;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?$/;

/**
 * Whether `value` is an ISO moment that states its offset (`Z` or `+08:00`); without one it could be
 * anybody's.
 */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10));

const read = (instant: Instant) => {
  if (!isInstant(instant)) throw new RangeError(`Not an ISO instant with offset: ${String(instant)}`);
  return utcOf(instant);
};

// Wall time in Shanghai written as if it were UTC.
const inShanghai = (instant: Instant): string => read(instant).add(SHANGHAI_HOURS, 'hour').toISOString();

/** The day in Asia/Shanghai on which the moment falls. Throws RangeError. */
export const dayOf = (instant: Instant): Day => inShanghai(instant).slice(0, 10);

/** The wall time `HH:mm` in Asia/Shanghai. Throws RangeError. */
export const timeOf = (instant: Instant): string => inShanghai(instant).slice(11, 16);

/**
 * The moment at which clocks in Asia/Shanghai show `day` and `time` (`HH:mm[:ss[.SSS]]`). Throws RangeError.
 */
export function instantAt(day: Day, time: string): Instant {
  if (!isDay(day) || !TIME.test(time)) throw new RangeError(`Not a day and a time: ${day} ${time}`);
  return utcOf(`${day}T${time}+08:00`).toISOString();
}

/** 00:00:00.000 of the day in Asia/Shanghai. Throws RangeError. */
export const startOfDayInstant = (day: Day): Instant => instantAt(day, '00:00');

/** 23:59:59.999 of the day in Asia/Shanghai: the last moment that is still in time. Throws RangeError. */
export const endOfDayInstant = (day: Day): Instant => instantAt(day, '23:59:59.999');

/** Milliseconds from `from` to `to`, negative when `to` is earlier. Throws RangeError. */
export const millisecondsBetween = (from: Instant, to: Instant): number =>
  read(to).valueOf() - read(from).valueOf();

/** −1, 0 or 1 by the moment, whatever offsets the strings are written with. Throws RangeError. */
export const compareInstants = (a: Instant, b: Instant): number => Math.sign(millisecondsBetween(b, a)) || 0;
