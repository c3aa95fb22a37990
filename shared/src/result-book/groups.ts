import type { Dec } from '../decimal';
import type { UnitInputs } from '../round/outcome';
import { type Indicator, indicatorsOf, judges, type Rubric, SOURCE_CODES, type SourceCode } from '../rubric';
import type { SheetCalc } from '../scoring/sheet-calc';
import type { SourceCalc } from '../scoring/source-calc';
import { computeUnit, type UnitCalc } from '../scoring/unit';

/** The sheets of one source of a unit: those with a total first. `source` is null where it has no weight. */
export type Group = {
  code: SourceCode;
  source: SourceCalc | null;
  sheets: { calc: SheetCalc; keep: Dec | null }[];
  scored: number;
};

/** How many rows a group needs. */
export type GroupSize = { code: SourceCode; weighted: boolean; scored: number; count: number };

/** A unit's figures as they are computed, and its sheets in the order of the rows; null where nobody scored. */
export function groupsOf(
  rubric: Rubric,
  { sheets, metrics }: UnitInputs,
): { calc: UnitCalc; groups: Group[] } | null {
  if (sheets.length === 0) return null;
  const calc = computeUnit(rubric, sheets, metrics);
  const weighted = calc.sources.map((source) => groupOf(source.code, source, source.sheets));
  const outside = SOURCE_CODES.flatMap((code) => {
    const own = calc.outside.filter(({ sheet }) => sheet.source === code);
    return own.length > 0
      ? [
          groupOf(
            code,
            null,
            own.map((one) => ({ calc: one, keep: null })),
          ),
        ]
      : [];
  });
  return { calc, groups: [...weighted, ...outside] };
}

function groupOf(code: SourceCode, source: SourceCalc | null, sheets: Group['sheets']): Group {
  const counted = source ? sheets.filter(({ calc }) => calc.total !== null) : [];
  const others = sheets.filter((sheet) => !counted.includes(sheet));
  return { code, source, sheets: [...counted, ...others], scored: counted.length };
}

export const sizesOf = (groups: readonly Group[]): GroupSize[] =>
  groups.map(({ code, source, scored, sheets }) => ({
    code,
    weighted: source !== null,
    scored,
    count: sheets.length,
  }));

/** The indicators that a source judges, in the rubric's order. */
export const judgedBy = (rubric: Rubric, code: SourceCode): Indicator[] =>
  indicatorsOf(rubric).flatMap(({ indicator }) => (judges(code, indicator) ? [indicator] : []));
