import type { Rubric } from '../rubric';
import type { Sheet } from './entries';
import type { MissingState } from './missing';
import { computeSheet, type ItemOf } from './sheet-calc';

/** A sheet's points as plain numbers, for statistics over many sheets; what decides a score is exact, see `scoreSheet`. */
export interface SheetPoints {
  /** Out of `max`, re-weighted for what is missing; null: nothing scored. */
  total: number | null;
  max: number;
  dimensions: { code: string; value: number | null; max: number }[];
  /** What became of each indicator that the sheet's source judges. */
  states: ('scored' | MissingState)[];
}

/** The points of a sheet without their words and explanations. */
export function sheetPoints(rubric: Rubric, sheet: Sheet, itemOf?: ItemOf): SheetPoints {
  const { total, max, dimensions } = computeSheet(rubric, sheet, {}, itemOf);
  return {
    total: total?.toNumber() ?? null,
    max: max.toNumber(),
    dimensions: dimensions.map(({ dimension, value, max: most }) => ({
      code: dimension.code,
      value: value?.toNumber() ?? null,
      max: most.toNumber(),
    })),
    states: dimensions.flatMap(({ items }) => items.map(({ missing }) => missing ?? 'scored')),
  };
}
