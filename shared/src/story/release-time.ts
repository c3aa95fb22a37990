import { dayOf, type Instant, timeOf } from '../calendar';
import type { Words } from '../text/words';

export type TimeFault = { field: 'embargoUntil' | 'scheduledFor'; words: Words };

const shown = (instant: Instant) => `${dayOf(instant)} ${timeOf(instant)}`;

/** What keeps a story, or the correction of one that is out (`releasedAt`), from coming out now. */
export function releaseFaults(
  { embargoUntil, releasedAt }: { embargoUntil: Instant | null; releasedAt: Instant | null },
  now: Instant,
): TimeFault[] {
  if (!embargoUntil || Date.parse(embargoUntil) <= Date.parse(now)) return [];
  const until = shown(embargoUntil);
  const words = releasedAt
    ? {
        zh: `${until} 前不得刊发更正，请到时再刊发，或修改“此前不得刊发”。`,
        en: `No correction before ${until}: publish it then, or change the embargo.`,
      }
    : {
        zh: `${until} 前不得刊发，请改用定时刊发。`,
        en: `Not before ${until}; schedule it instead.`,
      };
  return [{ field: 'embargoUntil', words }];
}

/** What is wrong with the time at which a story is to come out by itself. */
export function scheduleFaults(
  { scheduledFor, embargoUntil }: { scheduledFor: Instant | null; embargoUntil: Instant | null },
  now: Instant,
): TimeFault[] {
  if (!scheduledFor) return [];
  const at = Date.parse(scheduledFor);
  const faults: TimeFault[] = [];
  if (at <= Date.parse(now)) {
    const words = { zh: '定时刊发的时间须晚于现在。', en: 'The time must be still to come.' };
    faults.push({ field: 'scheduledFor', words });
  }
  if (embargoUntil && at < Date.parse(embargoUntil)) {
    const until = shown(embargoUntil);
    const words = {
      zh: `不得早于 ${until}（此前不得刊发）。`,
      en: `Not before ${until}, when the embargo ends.`,
    };
    faults.push({ field: 'scheduledFor', words });
  }
  return faults;
}
