import { type Day, type DayRange, daysBetween, monthOf } from '../calendar';
import { type Deadline, type DueState, dueState, type FocusWeekReading, focusWeek } from '../programme';
import type { Words } from '../text';

/**
 * The focus week of the month of `today`. `days`: until it begins (`ahead`), until its last day (`now`, 0 on
 * that day), since its last day (`over`).
 */
export type FocusWeekStrip = DayRange & { state: 'ahead' | 'now' | 'over'; days: number };

/** Where the focus week of this month stands. Throws RangeError when `today` is no day. */
export function focusWeekStrip(today: Day, reading: FocusWeekReading): FocusWeekStrip {
  const { from, to } = focusWeek(monthOf(today), reading);
  if (today < from) return { from, to, state: 'ahead', days: daysBetween(today, from) };
  if (today <= to) return { from, to, state: 'now', days: daysBetween(today, to) };
  return { from, to, state: 'over', days: daysBetween(to, today) };
}

/** A deadline of the programme as everybody sees it; whose report has come in is not said here. */
export type DeadlineEntry = { code: string; words: Words; dueOn: Day } & DueState;

/** The deadlines in the order of their days, those to come first. Throws RangeError for a malformed day. */
export function deadlineEntries(deadlines: readonly Deadline[], today: Day): DeadlineEntry[] {
  return deadlines
    .map((deadline) => {
      const { code, words, dueOn } = deadline;
      return { code, words, dueOn, ...dueState(deadline, today) };
    })
    .sort(
      (a, b) => Number(a.state === 'overdue') - Number(b.state === 'overdue') || (a.dueOn < b.dueOn ? -1 : 1),
    );
}
