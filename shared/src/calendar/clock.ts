import type { Day } from './day';
import { utcOf } from './engine';
import { dayOf, type Instant, millisecondsBetween, startOfDayInstant } from './instant';

/** Where "now" comes from. Rules take a day or a moment; only the edges of the program hold a clock. */
export type Clock = { now(): Instant };

/**
 * A clock that stays on one day: the time of day is the real one in Asia/Shanghai, the date is always `day`.
 * At midnight it goes back to 00:00, so anything that must grow (audit, sessions, locks) uses the real time.
 * Throws RangeError when `day` is no day.
 */
export function demoClock(day: Day, realNow: () => Instant): Clock {
  const midnight = startOfDayInstant(day);
  return {
    now() {
      const real = realNow();
      const elapsed = millisecondsBetween(startOfDayInstant(dayOf(real)), real);
      return utcOf(midnight).add(elapsed, 'millisecond').toISOString();
    },
  };
}
