import { addDays, type Day, dayOf, isWithin } from '../calendar';
import {
  agreedContent,
  type CadenceActivity,
  type CadenceException,
  type CadenceParty,
  type CadenceRule,
  comingDue,
  type DueCell,
  type FocusWeekReading,
  isAbout,
  periodWindows,
  statesThatCount,
  type WeeklyContent,
} from '../programme';
import type { Words } from '../text';

type Calendar = { focusWeekReading: FocusWeekReading };

/** How far the workbench looks ahead, in days (ours). */
export const LOOK_AHEAD = 14;

/** States of an activity that count for nothing. */
const DROPPED = ['cancelled'];

/** An activity as the workbench reads it. */
export type WorkActivity = Omit<CadenceActivity, 'verified' | 'agreed'> & { state: string };

/** A cell that waits; `scheduled` counts the activities of the window that may still come to fill it. */
export type WaitingCell = DueCell & { words: Words; period: CadenceRule['period']; scheduled: number };

/** Whether an activity proves, or is agreed so that it may come to prove, what a rule asks for. */
export function toCadenceActivity({ state, ...activity }: WorkActivity): CadenceActivity {
  return {
    ...activity,
    verified: statesThatCount('verified').includes(state),
    agreed: statesThatCount('agreed').includes(state),
  };
}

/**
 * The first day from which activities matter for what is due within the look-ahead, or null when no rule has
 * a window that ends in it. Throws RangeError for a malformed day.
 */
export function earliestDay(
  rules: readonly CadenceRule[],
  programme: Calendar,
  today: Day,
  days = LOOK_AHEAD,
): Day | null {
  const horizon = { from: today, to: addDays(today, days) };
  const starts = rules
    .flatMap((rule) => periodWindows(rule, programme))
    .filter(({ to }) => isWithin(to, horizon))
    .map(({ from }) => from)
    .sort();
  return starts[0] ?? null;
}

/**
 * What the cadence rules ask of the parties within the look-ahead and is not met yet, the most urgent first.
 * Throws RangeError for a malformed day or instant.
 */
export function waitingCells(
  rules: readonly CadenceRule[],
  programme: Calendar,
  parties: readonly CadenceParty[],
  activities: readonly WorkActivity[],
  today: Day,
  exceptions: readonly CadenceException[] = [],
  contents: readonly WeeklyContent[] = [],
): WaitingCell[] {
  const counted = [...activities.map(toCadenceActivity), ...contents.map(agreedContent)];
  const byRule = new Map(rules.map((rule) => [rule.code, rule]));
  const byParty = new Map(parties.map((party) => [party.id, party]));
  const live = activities.filter(({ state }) => !DROPPED.includes(state));
  const places = groupByPlace(live);
  return comingDue(rules, programme, parties, counted, today, LOOK_AHEAD, exceptions).flatMap((cell) => {
    const rule = byRule.get(cell.rule);
    const party = byParty.get(cell.party);
    if (!rule || !party) return [];
    const scheduled = at(party, places).filter(
      (activity) => isWithin(dayOf(activity.startsAt), cell.window) && isAbout(rule, activity),
    ).length;
    return [{ ...cell, words: rule.words, period: rule.period, scheduled }];
  });
}

type Places = Map<string, WorkActivity[]>;

const placeKey = (unitId: string, stationId: string): string => JSON.stringify([unitId, stationId]);

/** Each activity under its site, and under the unit and the pairing of all that take part. */
function groupByPlace(activities: readonly WorkActivity[]): Places {
  const groups: Places = new Map();
  for (const activity of activities) {
    for (const key of placesOf(activity)) {
      const group = groups.get(key);
      if (group) group.push(activity);
      else groups.set(key, [activity]);
    }
  }
  return groups;
}

function placesOf({ unitId, alsoUnitIds = [], stationId }: WorkActivity): Set<string> {
  const units = [unitId, ...alsoUnitIds];
  return new Set([
    placeKey('', stationId),
    ...units.flatMap((unit) => [placeKey(unit, stationId), placeKey(unit, '')]),
  ]);
}

function at(party: CadenceParty, places: Places): readonly WorkActivity[] {
  const unitId = 'unitId' in party ? party.unitId : '';
  const stationId = 'stationId' in party ? party.stationId : '';
  return places.get(placeKey(unitId, stationId)) ?? [];
}
