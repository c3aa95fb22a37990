import { type Dec, dec, exact, shown, ZERO } from '../decimal';
import { indicatorsOf, type Rubric, roleOf, rubricMax, SOURCE_WORDS, type SourceCode } from '../rubric';
import type { Words } from '../text/words';
import { type Adjustment, adjustment, applyAdjustments } from './adjustments';
import { type Composite, composite, unitCoverage } from './composite';
import { type Coverage, showCoverage } from './coverage';
import { type DimensionTotal, dimensionTotals, indicatorMean } from './dimension-totals';
import type { Metrics, Sheet } from './entries';
import { explainUnit } from './explain';
import type { ExplainNode } from './explain-node';
import { computeSheet, type SheetCalc } from './sheet-calc';
import { computeSource, type SourceCalc, weightedMean } from './source-calc';
import { engineVersion } from './version';
import { type Veto, vetoesOf } from './veto';

/** A unit's score without its explanation: what ranking needs. Points are exact text; `shown` is rounded. */
export interface UnitScore {
  engineVersion: string;
  /** Null: no total, because nobody scored or a required source is missing. */
  total: string | null;
  shown: string | null;
  /** Full marks, bonus excluded. */
  max: string;
  /** Before bonus, penalty, cap and veto. */
  composite: string | null;
  /** The composite from plain means, nothing dropped. */
  rawMean: string | null;
  bonus: string;
  penalty: string;
  vetoes: Veto[];
  /** By source, out of the full marks; null: nothing from it. */
  sources: Partial<Record<SourceCode, string | null>>;
  dimensionTotals: DimensionTotal[];
  /** By indicator, over all sources; null: nobody scored it. Negative where points are taken away. */
  indicators: Record<string, string | null>;
  /** Evaluators with a score, the unit's own sheet not counted. */
  raters: number;
  /** In percent of weight. */
  coverage: Coverage;
  /** Sheets that are in no number, with the reason. */
  ignoredSheets: { sheetId: string; words: Words }[];
}

export interface UnitResult extends UnitScore {
  explanation: ExplainNode;
}

/** Everything computed about a unit, in decimals: what the explanation is made from. */
export interface UnitCalc {
  rubric: Rubric;
  sources: SourceCalc[];
  composite: Composite;
  bonus: Adjustment;
  penalty: Adjustment;
  adjusted: { value: Dec; rule: 'sum' | 'floor' | 'cap' } | null;
  vetoes: Veto[];
  /** Sheets of sources without weight: only their vetoes count. */
  outside: SheetCalc[];
  total: Dec | null;
}

/**
 * Scores one unit: items → floors → aggregation over evaluators → composite of sources → bonus and penalty → cap →
 * veto (domain §4). Band and quota need the other units: see `rankUnits`. The order of sheets does not matter.
 * The rubric must have no finding of severity `error`.
 */
export function scoreUnit(rubric: Rubric, sheets: readonly Sheet[], metrics: Metrics = {}): UnitResult {
  const calc = computeUnit(rubric, sheets, metrics);
  const { total, composite: made } = calc;
  return {
    engineVersion,
    total: total && exact(total),
    shown: total && shown(total, rubric.digits),
    max: exact(rubricMax(rubric)),
    composite: made.value && exact(made.value),
    rawMean: made.rawMean && exact(made.rawMean),
    bonus: exact(calc.bonus.value),
    penalty: exact(calc.penalty.value),
    vetoes: calc.vetoes,
    sources: Object.fromEntries(calc.sources.map(({ code }, at) => [code, nullable(made.values[at])])),
    dimensionTotals: dimensionTotals(rubric, calc.sources),
    indicators: indicatorTotals(calc),
    raters: countRaters(calc.sources),
    coverage: showCoverage(unitCoverage(calc.sources)),
    ignoredSheets: ignoredSheets(rubric, sheets),
    explanation: explainUnit(calc),
  };
}

const nullable = (value: Dec | null | undefined): string | null => (value ? exact(value) : null);

/** The same in decimals, for what is computed further or written down as formulas. */
export function computeUnit(rubric: Rubric, sheets: readonly Sheet[], metrics: Metrics): UnitCalc {
  // A fixed order, so that the explanation of the same sheets is the same text. Numbers do not depend on it.
  const ordered = [...sheets].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sources = rubric.sources.map((source) =>
    computeSource(
      rubric,
      source,
      ordered.filter((sheet) => sheet.source === source.code),
      metrics,
    ),
  );
  const made = composite(rubric, sources);
  const bonus = adjustment(rubric, sources, 'bonus');
  const penalty = adjustment(rubric, sources, 'penalty');
  const adjusted = made.value && applyAdjustments(made.value, bonus.value, penalty.value, rubric.cap);
  const outside = ordered
    .filter((sheet) => !isWeighted(rubric, sheet))
    .map((sheet) => computeSheet(rubric, sheet, metrics));
  const vetoes = vetoesOf(rubric, [
    ...sources.flatMap((source) => source.sheets.map(({ calc }) => calc)),
    ...outside,
  ]);
  const zeroed = vetoes.some(({ effect }) => effect === 'zero');
  const total = adjusted && (zeroed ? ZERO : officialTotal(rubric, adjusted.value));
  return { rubric, sources, composite: made, bonus, penalty, adjusted, vetoes, outside, total };
}

/** Rounded once, at the end, where the rubric lets the published figure decide. */
const officialTotal = ({ decidedBy, digits }: Rubric, total: Dec): Dec =>
  decidedBy === 'shown' ? dec(shown(total, digits)) : total;

function isWeighted(rubric: Rubric, sheet: Sheet): boolean {
  return rubric.sources.some(({ code }) => code === sheet.source);
}

function ignoredSheets(rubric: Rubric, sheets: readonly Sheet[]): UnitScore['ignoredSheets'] {
  return sheets
    .filter((sheet) => !isWeighted(rubric, sheet))
    .map(({ id, source }) => ({
      sheetId: id,
      words: {
        zh: `“${SOURCE_WORDS[source].zh}”没有权重，这份评分只用于一票否决`,
        en: `${SOURCE_WORDS[source].en} has no weight: only vetoes of this sheet count`,
      },
    }));
}

function indicatorTotals({ rubric, sources, bonus, penalty }: UnitCalc): Record<string, string | null> {
  const outside = new Map(
    [...bonus.items, ...penalty.items].map(({ indicator, value }) => [indicator.code, value]),
  );
  const entries = indicatorsOf(rubric)
    .filter(({ indicator }) => roleOf(indicator) !== 'veto')
    .map(({ indicator: { code } }) => {
      const inside = () =>
        weightedMean(
          sources.map((source) => ({ value: indicatorMean(source, code), weight: source.weight })),
        );
      return [code, nullable(outside.has(code) ? outside.get(code) : inside())] as const;
    });
  return Object.fromEntries(entries);
}

/** Distinct evaluators behind the total. A unit's own sheet is no rating, nor is a sheet of system figures. */
function countRaters(sources: readonly SourceCalc[]): number {
  const raters = sources
    .filter(({ code }) => code !== 'self')
    .flatMap(({ sheets }) => sheets)
    .filter(({ calc }) => calc.total !== null && !calc.sheet.id.startsWith('system:'))
    .map(({ calc }) => calc.sheet.evaluatorId);
  return new Set(raters).size;
}
