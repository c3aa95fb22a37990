const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Waits after each failed try; the last one is repeated. */
const WAITS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR];
/** By how much of itself a wait is longer at most, so that not everything is tried again at once. */
const SPREAD = 0.2;
/** How long after its first try a delivery is given up. */
const PATIENCE = 3 * DAY;

/**
 * When a delivery that failed is tried again, in milliseconds of the clock; null where it is given up. `failures`
 * counts the one that has just been; `chance` is at least 0 and below 1.
 */
export function nextTry(failures: number, firstTried: number, now: number, chance: number): number | null {
  const wait = WAITS[Math.min(failures, WAITS.length) - 1] ?? 0;
  const next = now + Math.round(wait * (1 + SPREAD * chance));
  return next - firstTried > PATIENCE ? null : next;
}

const MOST_FAILURES = 20;
const FAILING_FOR = DAY;

/** Whether an address that only fails is left alone from now on: after many failures in a row and a whole day. */
export function failsTooLong(failures: number, failingSince: number, now: number): boolean {
  return failures >= MOST_FAILURES && now - failingSince >= FAILING_FOR;
}

/** How long a former secret still signs beside the new one. */
export const FORMER_SECRET_HOLDS = DAY;
