import {
  addDays,
  addMonths,
  type Day,
  type DayRange,
  intersect,
  lengthOf,
  type Month,
  mondayOf,
  monthOf,
  monthRange,
} from '../calendar';
import type { CadenceRule } from './cadence-rule';
import { focusWeek } from './focus-week';
import type { FocusWeekReading, Period } from './vocabulary';

/** A stretch in which a cadence rule must be met once. `key` names it stably, whatever it was clipped to. */
export type PeriodWindow = DayRange & { key: string };

type Dates = Pick<CadenceRule, 'period' | 'from' | 'to'>;
type Calendar = { focusWeekReading: FocusWeekReading };

/**
 * The windows of a rule in order. Weeks are Monday–Sunday; two months and quarters are those of the calendar
 * (January–February, …). A window that sticks out of the rule's dates is clipped to them, and dropped when
 * less than half of its days remain: nobody owes a month's activity for three days (ours). `once` is the
 * whole stretch. Empty when `from` is after `to`. Throws RangeError for a malformed day.
 */
export function periodWindows(rule: Dates, programme: Calendar): PeriodWindow[] {
  return ruleWindows(rule, programme).map(({ needs: _, ...window }) => window);
}

/** A window with the days that somebody must have of it to owe it at all: half of its full length, or one. */
export type RuleWindow = PeriodWindow & { needs: number };

/** The same windows with what it takes to owe them, for whoever clips them further to a party's own dates. */
export function ruleWindows(rule: Dates, programme: Calendar): RuleWindow[] {
  if (rule.from > rule.to) return [];
  if (rule.period === 'once') return [{ key: 'once', from: rule.from, to: rule.to, needs: 1 }];
  return fullWindows(rule.period, rule, programme.focusWeekReading).flatMap(({ key, ...full }) => {
    const kept = intersect(full, rule);
    const needs = Math.ceil(lengthOf(full) / 2);
    return kept && lengthOf(kept) >= needs ? [{ key, ...kept, needs }] : [];
  });
}

function fullWindows(
  period: Exclude<Period, 'once'>,
  range: DayRange,
  reading: FocusWeekReading,
): PeriodWindow[] {
  switch (period) {
    case 'week':
      return weeks(range);
    case 'focusWeek':
      return spansOf(1, range).map((span) => ({ key: span.key, ...focusWeek(monthOf(span.from), reading) }));
    case 'month':
      return spansOf(1, range);
    case 'twoMonths':
      return spansOf(2, range);
    case 'quarter':
      return spansOf(3, range);
  }
}

function weeks(range: DayRange): PeriodWindow[] {
  const found: PeriodWindow[] = [];
  for (let monday = mondayOf(range.from); monday <= range.to; monday = addDays(monday, 7)) {
    found.push({ key: monday, from: monday, to: addDays(monday, 6) });
  }
  return found;
}

/**
 * Calendar spans of `months` months (a divisor of 12) that touch the range; keyed `2022-07` or
 * `2022-07/2022-08`.
 */
function spansOf(months: 1 | 2 | 3, range: DayRange): PeriodWindow[] {
  const found: PeriodWindow[] = [];
  for (let first = firstOfSpan(months, range.from); first <= range.to; first = addMonths(first, months)) {
    const last: Month = monthOf(addMonths(first, months - 1));
    const key = months === 1 ? last : `${monthOf(first)}/${last}`;
    found.push({ key, from: first, to: monthRange(last).to });
  }
  return found;
}

function firstOfSpan(months: number, day: Day): Day {
  const intoSpan = (Number(day.slice(5, 7)) - 1) % months;
  return addMonths(monthRange(monthOf(day)).from, -intoSpan);
}
