import { type Dec, dec, sum, ZERO } from '../decimal';
import {
  indicatorsOf,
  isSystemFilled,
  judges,
  type Rubric,
  roleOf,
  rubricMax,
  type SourceCode,
} from '../rubric';
import { type Aggregate, aggregate } from './aggregate';
import { type CoverageCalc, joinCoverage } from './coverage';
import type { Metrics, Sheet } from './entries';
import { computeSheet, type SheetCalc, systemSheet } from './sheet-calc';

/** A sheet within its source: how much of it is left after dropping high and low (0…1; 0 when it has no total). */
export interface SourceSheet {
  calc: SheetCalc;
  keep: Dec;
}

/** One source of the composite over all its sheets. */
export interface SourceCalc {
  code: SourceCode;
  weight: Dec;
  sheets: SourceSheet[];
  /** Full marks of what this source judges. */
  max: Dec;
  aggregate: Aggregate | null;
  coverage: CoverageCalc;
}

/** Aggregates the sheets of one source by the rubric's policy. Sheets without a total stay visible, with keep 0. */
export function computeSource(
  rubric: Rubric,
  source: Rubric['sources'][number],
  sheets: Sheet[],
  metrics: Metrics,
): SourceCalc {
  const given =
    sheets.length === 0 && isSystemOnly(rubric, source.code) ? [systemSheet(source.code)] : sheets;
  const calcs = given.map((sheet) => computeSheet(rubric, sheet, metrics));
  const scored = calcs.filter(({ total }) => total !== null);
  const result = aggregate(
    scored.map(({ total }) => total ?? ZERO),
    rubric.aggregation,
  );
  const keepOf = (calc: SheetCalc): Dec => {
    const kept = result?.kept[scored.indexOf(calc)];
    return kept ? dec(kept.kept).div(kept.of) : ZERO;
  };
  return {
    code: source.code,
    weight: dec(source.weight),
    sheets: calcs.map((calc) => ({ calc, keep: keepOf(calc) })),
    max: rubricMax(rubric, source.code),
    aggregate: result,
    coverage: joinCoverage(calcs.map(({ coverage }) => ({ cover: coverage }))),
  };
}

/** A source that consists of system figures needs no evaluator: the figures are its one sheet. */
export function isSystemOnly(rubric: Rubric, source: SourceCode): boolean {
  const judged = indicatorsOf(rubric).filter(
    ({ indicator }) => judges(source, indicator) && ['regular', 'pool'].includes(roleOf(indicator)),
  );
  return judged.length > 0 && judged.every(({ indicator }) => isSystemFilled(indicator));
}

/** Mean of what the kept sheets say, each with its keep; null when none of them says anything. */
export function keptMean(values: readonly { value: Dec | null; keep: Dec }[]): Dec | null {
  const said = values.filter(({ value, keep }) => value !== null && keep.greaterThan(0));
  if (said.length === 0) return null;
  return sum(said.map(({ value, keep }) => (value ?? ZERO).times(keep))).div(
    sum(said.map(({ keep }) => keep)),
  );
}

/** Mean weighted by the sources' weights over the sources that have a value; null when none has. */
export function weightedMean(values: readonly { value: Dec | null; weight: Dec }[]): Dec | null {
  return keptMean(values.map(({ value, weight }) => ({ value, keep: weight })));
}
