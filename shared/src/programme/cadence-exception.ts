import { z } from 'zod';
import { codeSchema } from '../activity';
import { type Day, type DayRange, daysBetween, intersect, lengthOf } from '../calendar';
import type { CadenceParty } from './cadence-ledger';
import type { CadenceRule } from './cadence-rule';

/** The rules from which an exception excuses, by their codes; none is all of them. */
export const exceptionRulesSchema = z.array(codeSchema).max(50);

/**
 * Days that do not count, with the reason. `rules`: codes of the rules that it excuses from, none for all.
 * `unitId`, `stationId`, `townId`: whom it excuses; each that is given must fit, none is everybody.
 */
export type CadenceException = DayRange & {
  rules: readonly string[];
  unitId?: string | null;
  stationId?: string | null;
  townId?: string | null;
};

/**
 * Whether exceptions leave less than half of a window's days, as a window clipped to less than half is not owed either
 * (ours). Overlapping exceptions excuse a day once.
 */
export function isExcused(
  rule: Pick<CadenceRule, 'code'>,
  party: CadenceParty,
  window: DayRange,
  exceptions: readonly CadenceException[],
): boolean {
  const ranges = exceptions
    .filter((exception) => concerns(exception, rule.code, party))
    .map((exception) => intersect(exception, window))
    .filter((range) => range !== null)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  return (lengthOf(window) - daysIn(ranges)) * 2 < lengthOf(window);
}

function concerns(exception: CadenceException, rule: string, party: CadenceParty): boolean {
  if (exception.rules.length > 0 && !exception.rules.includes(rule)) return false;
  const { unitId, stationId, townId } = party as Partial<
    Record<'unitId' | 'stationId' | 'townId', string | null>
  >;
  const fits = (wanted: string | null | undefined, is: string | null | undefined) => !wanted || wanted === is;
  return (
    fits(exception.unitId, unitId) && fits(exception.stationId, stationId) && fits(exception.townId, townId)
  );
}

/** Days in ranges that are in the order of their beginnings, each day once. */
function daysIn(ranges: readonly DayRange[]): number {
  let days = 0;
  let covered: Day | null = null;
  for (const { from, to } of ranges) {
    if (covered !== null && to <= covered) continue;
    days += covered !== null && from <= covered ? daysBetween(covered, to) : lengthOf({ from, to });
    covered = to;
  }
  return days;
}
