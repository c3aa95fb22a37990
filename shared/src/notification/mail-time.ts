import { type Day, dayOf, type Instant, timeOf } from '../calendar';
import type { NoticePreferences } from './preferences';

/**
 * Whether a letter may go out now. Quiet hours hold everything back until they end; `from` belongs to them, `to` does
 * not. With a digest there is one letter a day, from its time on: `lastSentOn` is the day of the last one. Throws
 * RangeError for a malformed instant.
 */
export function mayMailNow(
  { digestAt, quiet }: Pick<NoticePreferences, 'digestAt' | 'quiet'>,
  now: Instant,
  lastSentOn: Day | null,
): boolean {
  const time = timeOf(now);
  if (quiet && isQuiet(quiet, time)) return false;
  if (digestAt === null) return true;
  return time >= digestAt && lastSentOn !== dayOf(now);
}

function isQuiet({ from, to }: { from: string; to: string }, time: string): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}
