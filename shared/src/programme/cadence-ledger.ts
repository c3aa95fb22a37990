import { addDays, type Day, dayOf, daysBetween, type Instant, isWithin } from '../calendar';
import type { CadenceRule } from './cadence-rule';
import { type PeriodWindow, periodWindows } from './period-window';
import type { FocusWeekReading, StationLevel, UnitClass } from './vocabulary';

/** Somebody a rule can bind. `from`/`to`: since when and until when, where that is known. */
export type CadenceParty = { id: string; from?: Day | null; to?: Day | null } & (
  | { per: 'pairing'; unitClass: UnitClass; unitId: string; stationId: string }
  | { per: 'unit'; unitClass: UnitClass; unitId: string }
  | { per: 'station'; level: StationLevel; stationId: string }
);

/** An activity as the ledger counts it: at its start, for its unit, at its site. */
export type CadenceActivity = {
  id: string;
  unitId: string;
  stationId: string;
  category: string;
  startsAt: Instant;
  verified: boolean;
  /** The site has confirmed it, whether or not it was held yet. */
  agreed: boolean;
};

export type CadenceCell = {
  rule: string;
  party: string;
  /** The resolved window, kept with what it judged. */
  window: PeriodWindow;
  minimum: number;
  activities: string[];
  state: 'met' | 'missed' | 'notYet';
};

type Calendar = { focusWeekReading: FocusWeekReading };
type Counted = { id: string; day: Day };

/**
 * The ledger of one rule: a cell for every party that the rule binds and every window, in the order of both.
 * `met` once the minimum is reached, `missed` from the day after the window, `notYet` before. Throws
 * RangeError for a malformed day or instant.
 */
export function cadenceCells(
  rule: CadenceRule,
  programme: Calendar,
  parties: readonly CadenceParty[],
  activities: readonly CadenceActivity[],
  today: Day,
): CadenceCell[] {
  const counted = countedByPlace(rule, activities);
  const windowsFor = windowFinder(rule, programme);
  return parties
    .filter((party) => binds(rule, party))
    .flatMap((party) => {
      const own = counted.get(placeOf(party)) ?? [];
      return windowsFor(party).map((window) => cellOf(rule, party, window, own, today));
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
): DueCell[] {
  const horizon = { from: today, to: addDays(today, days) };
  return rules
    .flatMap((rule) => cadenceCells(rule, programme, parties, activities, today))
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
    const key = placeKey(rule.who.per, activity.unitId, activity.stationId);
    const group = groups.get(key) ?? [];
    group.push({ id: activity.id, day: dayOf(activity.startsAt) });
    groups.set(key, group);
  }
  return groups;
}

function counts(rule: CadenceRule, activity: CadenceActivity): boolean {
  const proven = activity.verified || (rule.evidence === 'agreed' && activity.agreed);
  return proven && (rule.what === 'any' || rule.what.includes(activity.category));
}

function cellOf(
  rule: CadenceRule,
  party: CadenceParty,
  window: PeriodWindow,
  counted: readonly Counted[],
  today: Day,
): CadenceCell {
  const activities = counted.filter(({ day }) => isWithin(day, window)).map(({ id }) => id);
  const state = activities.length >= rule.minimum ? 'met' : today > window.to ? 'missed' : 'notYet';
  return { rule: rule.code, party: party.id, window, minimum: rule.minimum, activities, state };
}
