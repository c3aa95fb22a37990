import { type Dec, dec } from '../decimal';
import { dimensionMax, type Indicator, judges, type Rubric, roleOf, type SourceCode } from '../rubric';
import type { Entry, Sheet } from './entries';
import { computeItem } from './item';
import type { ItemCalc } from './item-score';
import type { MissingState } from './missing';
import { entryOf } from './sheet-calc';
import { type SheetPoints, sheetPoints } from './sheet-points';

/** Points are added up as whole numbers of this many parts, which is exact; what has more places takes the long way. */
const PARTS = 1_000_000;

/** Different entries of one indicator whose outcome is remembered. */
const MOST_KNOWN = 10_000;

type Outcome = { item: ItemCalc; state: 'scored' | MissingState; whole: number | null };
type Known = Map<unknown, Outcome>;
type Line = { indicator: Indicator; counted: boolean; pool: boolean; known: Known };
type Part = { code: string; max: number; base: number | null; counts: boolean; lines: Line[] };
type Plan = { max: number; parts: Part[] };

/**
 * Reads the points of many sheets of one rubric: the same as `sheetPoints` of each, much faster. Evaluators give the
 * same few scores again and again, so what an entry comes to is computed once; and whole sheets need no decimals.
 */
export function sheetPointsReader(rubric: Rubric): (sheet: Sheet) => SheetPoints {
  const plans = new Map<SourceCode, Plan | null>();
  const known = new Map<Indicator, Known>();
  const knownOf = (indicator: Indicator): Known => {
    const before = known.get(indicator) ?? new Map();
    known.set(indicator, before);
    return before;
  };
  const itemOf = (indicator: Indicator, entry: Entry | undefined) =>
    outcomeOf(indicator, entry, knownOf(indicator)).item;
  return (sheet) => {
    const made = plans.get(sheet.source);
    const plan = made === undefined ? planOf(rubric, sheet.source, knownOf) : made;
    plans.set(sheet.source, plan);
    return (plan && !sheet.missing && addUp(plan, sheet)) || sheetPoints(rubric, sheet, itemOf);
  };
}

/** Null where a maximum is no whole number of parts. */
function planOf(rubric: Rubric, source: SourceCode, knownOf: (indicator: Indicator) => Known): Plan | null {
  const parts: Part[] = [];
  let max = 0;
  for (const dimension of rubric.dimensions) {
    const most = wholeOf(dimensionMax(dimension, source));
    const lines = dimension.indicators
      .filter((indicator) => judges(source, indicator))
      .map((indicator): Line => {
        const role = roleOf(indicator);
        return { indicator, counted: role === 'regular', pool: role === 'pool', known: knownOf(indicator) };
      });
    const base = lines.some(({ pool }) => pool) ? wholeOf(dec(dimension.base ?? 0)) : null;
    if (most === null || (base === null && lines.some(({ pool }) => pool))) return null;
    max += most;
    parts.push({ code: dimension.code, max: most / PARTS, base, counts: most > 0, lines });
  }
  return Number.isSafeInteger(max) ? { max: max / PARTS, parts } : null;
}

/** The parts of a value; null where they are no whole number: asked before a number of JavaScript would round them. */
function wholeOf(value: Dec): number | null {
  const parts = value.times(PARTS);
  return parts.isInteger() && Number.isSafeInteger(parts.toNumber()) ? parts.toNumber() : null;
}

/** The points of a sheet on which all that counts is scored; null for any other, which has to be re-weighted. */
function addUp({ max, parts }: Plan, sheet: Sheet): SheetPoints | null {
  const states: SheetPoints['states'] = [];
  const dimensions: SheetPoints['dimensions'] = [];
  let total = 0;
  let any = false;
  for (const { code, max: most, base, counts, lines } of parts) {
    let points = 0;
    let taken = 0;
    for (const line of lines) {
      const { state, whole } = outcomeOf(line.indicator, entryOf(sheet, line.indicator.code), line.known);
      states.push(state);
      if (!line.counted && !line.pool) continue;
      if (whole === null) return null;
      if (line.pool) taken += whole;
      else points += whole;
    }
    if (base !== null) points += Math.max(base + taken, 0);
    if (!Number.isSafeInteger(points)) return null;
    dimensions.push({ code, value: counts ? points / PARTS : null, max: most });
    if (counts) total += points;
    any ||= counts;
  }
  return any && Number.isSafeInteger(total) ? { total: total / PARTS, max, dimensions, states } : null;
}

function outcomeOf(indicator: Indicator, entry: Entry | undefined, known: Known): Outcome {
  const key = keyOf(indicator, entry);
  const before = known.get(key);
  if (before) return before;
  const item = computeItem(indicator, entry, {});
  const { value, missing } = item;
  const whole = value === null ? null : wholeOf(value);
  const outcome: Outcome = { item, state: missing ?? 'scored', whole };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, outcome);
  return outcome;
}

/** All of an entry that decides its points: not the words beside them. */
function keyOf({ item }: Indicator, entry: Entry | undefined): unknown {
  if (!entry) return 'none';
  if (item.kind === 'points' && !entry.missing) return entry.points;
  const { comment: _, deductions, ...rest } = entry;
  return JSON.stringify([rest, deductions?.map(({ points }) => points)]);
}
