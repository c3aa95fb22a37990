import { addDays, type Day, dayOf, daysBetween, type Instant, isWithin } from '../calendar';
import { type CadenceException, isExcused } from './cadence-exception';
import type { CadenceRule } from './cadence-rule';
import { type PeriodWindow, periodWindows } from './period-window';
import type { FocusWeekReading, StationLevel, UnitClass } from './vocabulary';

/** Somebody a rule can bind. `from`/`to`: since when and until when, where that is known. */
export type CadenceParty = { id: string; from?: Day | null; to?: Day | null } & (
  | { per: 'pairing'; unitClass: UnitClass; unitId: string; stationId: string; townId?: string | null }
  | { per: 'unit'; unitClass: UnitClass; unitId: string }
  | { per: 'station'; level: StationLevel; stationId: string; townId?: string | null }
);

/** An activity as the ledger counts it: at its start, for its unit and the others that took part, at its site. */
export type CadenceActivity = {
  id: string;
  unitId: string;
  /** Units that took part besides, each by its own pairing with the site. */
  alsoUnitIds?: readonly string[];
  stationId: string;
  /** None for what is agreed without an activity; see `agreedContent`. */
  category: string | null;
  startsAt: Instant;
  verified: boolean;
  /** The site has confirmed it, whether or not it was held yet. */
  agreed: boolean;
  /** When it was reported, by the server's clock. */
  reportedAt?: Instant | null;
};

/**
 * How a cell stands. `met`: the minimum is reached by what was reported in time; `metLate`: it is reached, but only
 * with what was reported after the cut-off; `excused`: an exception covers it; `missed` from the day after the window;
 * `notYet` before.
 */
export const CELL_STATES = ['met', 'metLate', 'missed', 'excused', 'notYet'] as const;
export type CellState = (typeof CELL_STATES)[number];

export type CadenceCell = {
  rule: string;
  party: string;
  /** The resolved window, kept with what it judged. */
  window: PeriodWindow;
  minimum: number;
  activities: string[];
  /** Those of them that were reported after the cut-off. */
  late: string[];
  state: CellState;
};

type Calendar = { focusWeekReading: FocusWeekReading };
type Counted = { id: string; day: Day; reportedAt: Instant | null };

/**
 * The ledger of one rule: a cell for every party that the rule binds and every window, in the order of both. This is
 * the plain count: the server's SQL is held equal to it. Throws RangeError for a malformed day or instant.
 */
export function cadenceCells(
  rule: CadenceRule,
  programme: Calendar,
  parties: readonly CadenceParty[],
  activities: readonly CadenceActivity[],
  today: Day,
  exceptions: readonly CadenceException[] = [],
): CadenceCell[] {
  const counted = countedByPlace(rule, activities);
  const windowsFor = windowFinder(rule, programme);
  const ends = new Map(periodWindows(rule, programme).map(({ key, to }) => [key, to]));
  return parties
    .filter((party) => binds(rule, party))
    .flatMap((party) => {
      const own = counted.get(placeOf(party)) ?? [];
      return windowsFor(party).map((window) =>
        cellOf(rule, window, own, { party, today, exceptions, end: ends.get(window.key) ?? window.to }),
      );
    });
}

/** A cell that still waits, with the days left until its window ends. */
export type DueCell = CadenceCell & { daysLeft: number };

/**
 * What is not met yet and ends within `days` days from today (both ends included), the most urgent first.
 * Throws RangeError for a malformed day or instant.
 */
export function comingDue(
  rules: readonly CadenceRule[],
  programme: Calendar,
  parties: readonly CadenceParty[],
  activities: readonly CadenceActivity[],
  today: Day,
  days = 14,
  exceptions: readonly CadenceException[] = [],
): DueCell[] {
  const horizon = { from: today, to: addDays(today, days) };
  return rules
    .flatMap((rule) => cadenceCells(rule, programme, parties, activities, today, exceptions))
    .filter((cell) => cell.state === 'notYet' && isWithin(cell.window.to, horizon))
    .map((cell) => ({ ...cell, daysLeft: daysBetween(today, cell.window.to) }))
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function binds({ who }: CadenceRule, party: CadenceParty): boolean {
  if (who.per !== party.per) return false;
  if (who.per === 'station') return party.per === 'station' && who.levels.includes(party.level);
  return party.per !== 'station' && who.unitClasses.includes(party.unitClass);
}

/**
 * A pairing that began later or ended earlier owes only what falls within its own days. Most parties share
 * the rule's own dates, so the windows of equal dates are made once.
 */
function windowFinder(rule: CadenceRule, programme: Calendar): (party: CadenceParty) => PeriodWindow[] {
  const made = new Map<string, PeriodWindow[]>();
  return (party) => {
    const from = party.from && party.from > rule.from ? party.from : rule.from;
    const to = party.to && party.to < rule.to ? party.to : rule.to;
    const windows = made.get(from + to) ?? periodWindows({ period: rule.period, from, to }, programme);
    made.set(from + to, windows);
    return windows;
  };
}

function placeOf(party: CadenceParty): string {
  return placeKey(
    party.per,
    'unitId' in party ? party.unitId : '',
    'stationId' in party ? party.stationId : '',
  );
}

function placeKey(per: CadenceParty['per'], unitId: string, stationId: string): string {
  return JSON.stringify([per === 'station' ? '' : unitId, per === 'unit' ? '' : stationId]);
}

// Grouped once, so that a ledger of many parties does not walk all activities for each of them.
function countedByPlace(rule: CadenceRule, activities: readonly CadenceActivity[]): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>();
  for (const activity of activities) {
    if (!counts(rule, activity)) continue;
    const counted = {
      id: activity.id,
      day: dayOf(activity.startsAt),
      reportedAt: activity.reportedAt ?? null,
    };
    for (const key of placesOf(rule, activity)) {
      const group = groups.get(key);
      if (group) group.push(counted);
      else groups.set(key, [counted]);
    }
  }
  return groups;
}

function placesOf(rule: CadenceRule, { unitId, alsoUnitIds = [], stationId }: CadenceActivity): Set<string> {
  return new Set([unitId, ...alsoUnitIds].map((unit) => placeKey(rule.who.per, unit, stationId)));
}

function counts(rule: CadenceRule, activity: CadenceActivity): boolean {
  const proven = activity.verified || (rule.evidence === 'agreed' && activity.agreed);
  return proven && isAbout(rule, activity);
}

/** Whether something of this category is what a rule asks for. */
export const isAbout = ({ what }: CadenceRule, { category }: Pick<CadenceActivity, 'category'>): boolean =>
  what === 'any' || (category !== null && what.includes(category));

/** `end` is that of the rule's own window: who left earlier is judged, and has time to report, as the others. */
type Judged = { party: CadenceParty; today: Day; exceptions: readonly CadenceException[]; end: Day };

function cellOf(
  rule: CadenceRule,
  window: PeriodWindow,
  counted: readonly Counted[],
  { party, today, exceptions, end }: Judged,
): CadenceCell {
  const within = counted.filter(({ day }) => isWithin(day, window));
  const cutoff = reportCutoff(rule, { to: end });
  const late = within.filter(({ reportedAt }) => isLate(reportedAt, cutoff));
  const state = cellState({
    minimum: rule.minimum,
    inTime: within.length - late.length,
    late: late.length,
    excused: exceptions.length > 0 && isExcused(rule, party, window, exceptions),
    over: today > end,
  });
  const ids = (list: readonly Counted[]) => list.map(({ id }) => id);
  return {
    rule: rule.code,
    party: party.id,
    window,
    minimum: rule.minimum,
    activities: ids(within),
    late: ids(late),
    state,
  };
}

/** The last day on which a report is in time for a window; null where nothing is late. */
export function reportCutoff(rule: Pick<CadenceRule, 'reportWithinDays'>, window: { to: Day }): Day | null {
  const { reportWithinDays: days } = rule;
  return days === null || days === undefined ? null : addDays(window.to, days);
}

// What nobody has reported yet is not late: it counts as agreed only.
const isLate = (reportedAt: Instant | null, cutoff: Day | null): boolean =>
  cutoff !== null && reportedAt !== null && dayOf(reportedAt) > cutoff;

/** How a cell stands by what was counted in it; the one place where that is decided. */
export function cellState(cell: {
  minimum: number;
  inTime: number;
  late: number;
  excused: boolean;
  over: boolean;
}): CellState {
  if (cell.inTime >= cell.minimum) return 'met';
  if (cell.inTime + cell.late >= cell.minimum) return 'metLate';
  if (cell.excused) return 'excused';
  return cell.over ? 'missed' : 'notYet';
}
