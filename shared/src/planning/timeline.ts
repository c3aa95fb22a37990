import { type Day, type DayRange, monthsBetween } from '../calendar';
import { type Deadline, type FocusWeekReading, focusWeek, lastDay, type Phase } from '../programme';
import type { Words } from '../text';

export type TimelineEntry = {
  kind: 'phase' | 'focusWeek' | 'deadline';
  key: string;
  words: Words;
  from: Day;
  to: Day;
  /** How it stands on the day that is looked at. */
  when: 'past' | 'now' | 'ahead';
};

type Dates = {
  startsOn: Day;
  endsOn: Day;
  phases: readonly Phase[];
  deadlines: readonly Pick<Deadline, 'code' | 'words' | 'dueOn' | 'dayIncluded'>[];
  focusWeekReading: FocusWeekReading;
};

const FOCUS: Words = { zh: '集中活动周', en: 'Focus week' };

/**
 * A programme's phases, focus weeks and deadlines in the order of their first days. `span` reaches over all of them; a
 * phase without a beginning is drawn from the first day of the span's month. Throws RangeError for a malformed day.
 */
export function timelineOf(dates: Dates, today: Day): { span: DayRange; entries: TimelineEntry[] } {
  const { phases, deadlines, startsOn, endsOn, focusWeekReading } = dates;
  const begun = phases.map(({ from, to }) => from ?? `${to.slice(0, 7)}-01`);
  const days = [startsOn, endsOn, ...begun, ...phases.map(({ to }) => to), ...deadlines.map(lastDay)].sort();
  const span = { from: days[0] ?? startsOn, to: days.at(-1) ?? endsOn };
  const weeks = monthsBetween(startsOn, endsOn)
    .map((month) => ({ month, ...focusWeek(month, focusWeekReading) }))
    .filter(({ from, to }) => to >= startsOn && from <= endsOn);
  const entries = [
    ...phases.map(({ code, words, to }, at) =>
      entry('phase', code, words, { from: begun[at] ?? span.from, to }, today),
    ),
    ...weeks.map(({ month, from, to }) => entry('focusWeek', month, FOCUS, { from, to }, today)),
    ...deadlines.map((deadline) => {
      const day = lastDay(deadline);
      return entry('deadline', deadline.code, deadline.words, { from: day, to: day }, today);
    }),
  ];
  return { span, entries: entries.sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)) };
}

function entry(
  kind: TimelineEntry['kind'],
  key: string,
  words: Words,
  { from, to }: DayRange,
  today: Day,
): TimelineEntry {
  const when = to < today ? 'past' : from > today ? 'ahead' : 'now';
  return { kind, key, words, from, to, when };
}
