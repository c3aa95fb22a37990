import { compareInstants, type Day, dayOf, daysBetween, type Instant } from '../calendar';
import { type Deadline, dueInstant, lastDay } from '../programme';
import type { Words } from '../text';

/** By when something is to be filed; `dayIncluded` says whether 前 holds the day itself. */
export type FilingDue = Pick<Deadline, 'dueOn' | 'dayIncluded'>;

/**
 * Days by which a filing came in too late, 0 when it was in time. What counts is when it came in for the first time:
 * who mends what was sent back is not late for the office's reading. Throws RangeError for a malformed day or moment.
 */
export function lateDays(due: FilingDue, receivedAt: Instant): number {
  if (compareInstants(receivedAt, dueInstant(due)) <= 0) return 0;
  return daysBetween(lastDay(due), dayOf(receivedAt));
}

/** How a party stands with a filing: in, in late, not in though due, or not in and not due yet. */
export const FILING_STANDINGS = ['met', 'late', 'missing', 'notYet'] as const;
export type FilingStanding = (typeof FILING_STANDINGS)[number];

export const STANDING_WORDS: Record<FilingStanding, Words> = {
  met: { zh: '按时报送', en: 'In time' },
  late: { zh: '逾期报送', en: 'In late' },
  missing: { zh: '逾期未报', en: 'Overdue' },
  notYet: { zh: '未到期', en: 'Not due yet' },
};

/** `lateDays` of the filing that is in; null when none is (also while it is sent back to be mended). */
export function standingOf(due: FilingDue, late: number | null, today: Day): FilingStanding {
  if (late !== null) return late > 0 ? 'late' : 'met';
  return today > lastDay(due) ? 'missing' : 'notYet';
}

/** Days until the last day, negative when it has passed. */
export const daysLeft = (due: FilingDue, today: Day): number => daysBetween(today, lastDay(due));
