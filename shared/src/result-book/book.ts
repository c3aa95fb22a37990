import type { UnitOutcome } from '../round/outcome';
import { findIndicator, type Indicator, indicatorsOf, type Rubric } from '../rubric';
import type { Metrics } from '../scoring/entries';
import type { UnitCalc } from '../scoring/unit';
import type { Group } from './groups';
import type { Layout, SourceSpan, UnitSpan } from './layout';
import type { Rules } from './rules-sheet';

/** What all sheets are written from. */
export type Book = {
  rubric: Rubric;
  rules: Rules;
  layout: Layout;
  /** The words of a class of units. */
  classWords: (unitClass: string) => string;
};

/** One unit on its way into the workbook. `scored` is null where nobody scored. */
export type BookUnit = {
  outcome: UnitOutcome;
  metrics: Metrics;
  span: UnitSpan;
  scored: { calc: UnitCalc; groups: Group[] } | null;
};

/** The groups of a unit, each with its rows. */
export const spansOf = ({ scored, span }: BookUnit): { group: Group; rows: SourceSpan }[] =>
  (scored?.groups ?? []).flatMap((group, at) => {
    const rows = span.sources[at];
    return rows ? [{ group, rows }] : [];
  });

/** Indicators and dimensions as columns, the first of them at `first`. */
export function columnsFrom(rubric: Rubric, first: number) {
  const codes = indicatorsOf(rubric).map(({ indicator }) => indicator.code);
  const dimensions = rubric.dimensions.map(({ code }) => code);
  return {
    indicator: (code: string) => first + codes.indexOf(code),
    dimension: (code: string) => first + codes.length + dimensions.indexOf(code),
    last: first + codes.length + dimensions.length - 1,
    next: first + codes.length + dimensions.length,
  };
}

/** The headings of those columns. */
export const headingsOf = (rubric: Rubric): string[] => [
  ...indicatorsOf(rubric).map(({ indicator }) => `${indicator.code} ${indicator.name}`),
  ...rubric.dimensions.map(({ name }) => `维度:${name}`),
];

export function indicatorOf(rubric: Rubric, code: string): Indicator {
  const found = findIndicator(rubric, code);
  if (!found) throw new Error(`Not in the rubric: ${code}`);
  return found;
}
