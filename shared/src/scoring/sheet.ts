import { type Dec, exact, shown, sum, ZERO } from '../decimal';
import type { Rubric } from '../rubric';
import { type Coverage, coverItems, showCoverage } from './coverage';
import type { Metrics, Sheet } from './entries';
import { type ItemScore, showItem } from './item';
import type { ItemCalc } from './item-score';
import { computeSheet, type DimensionCalc, isCounted } from './sheet-calc';

/** A dimension's points on one sheet. */
export interface DimensionScore {
  code: string;
  name: string;
  value: string | null;
  shown: string | null;
  max: string;
  coverage: Coverage;
}

/** A sheet as the evaluator sees it while filling it in. All points as exact text, `shown` rounded. */
export interface SheetScore {
  sheetId: string;
  /** Points out of `max`, before bonus and penalty, re-weighted for what is missing; null: nothing scored yet. */
  total: string | null;
  shown: string | null;
  max: string;
  dimensions: DimensionScore[];
  items: ItemScore[];
  /** Sums of this sheet alone; how they count is decided over all sheets of the unit. */
  bonus: string;
  penalty: string;
  /** Codes of triggered vetoes. */
  vetoes: string[];
  coverage: Coverage;
}

/** Scores one sheet, complete or half filled. Cheap enough to be called on each key press. */
export function scoreSheet(rubric: Rubric, sheet: Sheet, metrics: Metrics = {}): SheetScore {
  const calc = computeSheet(rubric, sheet, metrics);
  const items = calc.dimensions.flatMap((dimension) => dimension.items);
  return {
    sheetId: sheet.id,
    total: calc.total && exact(calc.total),
    shown: calc.total && shown(calc.total, rubric.digits),
    max: exact(calc.max),
    dimensions: calc.dimensions.map((dimension) => showDimension(dimension, rubric.digits)),
    items: items.map(showItem),
    bonus: exact(sumOf(items, 'bonus')),
    penalty: exact(sumOf(items, 'penalty').abs()),
    vetoes: items.filter(({ triggered }) => triggered).map(({ code }) => code),
    coverage: showCoverage(calc.coverage),
  };
}

function sumOf(items: ItemCalc[], role: ItemCalc['role']): Dec {
  return sum(items.filter((item) => item.role === role).map(({ value }) => value ?? ZERO));
}

function showDimension({ dimension, value, max, items }: DimensionCalc, digits: number): DimensionScore {
  return {
    code: dimension.code,
    name: dimension.name,
    value: value && exact(value),
    shown: value && shown(value, digits),
    max: exact(max),
    coverage: showCoverage(coverItems(items.filter(isCounted))),
  };
}
