import type { Rating, RatingTable } from './ratings';
import { type Refusal, refusal } from './refusal';

/** Mean squares of a complete block of n units by k raters, as Shrout and Fleiss name them. */
export interface MeanSquares {
  /** Between units (targets), n − 1 degrees of freedom. */
  between: number;
  /** Within units, n (k − 1). */
  within: number;
  /** Between raters (judges), k − 1. */
  raters: number;
  /** Residual, (n − 1)(k − 1). */
  residual: number;
}

/**
 * The six forms. 1: each unit by other raters; 2: the raters are a sample, their severity counts as error; 3: these
 * raters only, their severity does not count. Ends in 1: of a single rater; in k: of the mean of all k.
 */
export interface IccForms {
  icc11: number;
  icc21: number;
  icc31: number;
  icc1k: number;
  /** Null where its denominator is not positive: the raters then agree less than nothing and it would exceed 1. */
  icc2k: number | null;
  icc3k: number;
}

export type IccResult = { units: number; raters: number } & (
  | { icc: IccForms; meanSquares: MeanSquares }
  | ({ icc: null } & Refusal)
);

/**
 * Intraclass correlations of a complete block: every rater scored every unit (Shrout & Fleiss 1979, Psychological
 * Bulletin 86, 420–428). They may be negative. Null with a reason: `noScores`, `incomplete` (see
 * `generalizability` for what can be had then), `tooFewUnits`, `tooFewRaters`, `unitsDoNotDiffer`.
 */
export function icc(table: RatingTable): IccResult {
  const size = { units: table.units.length, raters: table.raters.length };
  const reason = whyNot(table);
  if (reason) return { icc: null, ...size, ...refusal(reason) };
  const meanSquares = meanSquaresOf(table);
  if (isNothing(meanSquares.between, table.values))
    return { icc: null, ...size, ...refusal('unitsDoNotDiffer') };
  return { icc: formsOf(meanSquares, size.units, size.raters), meanSquares, ...size };
}

/**
 * The ratings of those units that every rater of the list scored, such as the calibration cases of a round that is
 * otherwise shared out: a complete block, or nothing.
 */
export function completeBlock(ratings: readonly Rating[]): Rating[] {
  const raters = new Set(ratings.map(({ rater }) => rater)).size;
  const counts = new Map<string, number>();
  for (const { unit } of ratings) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return ratings.filter(({ unit }) => counts.get(unit) === raters);
}

function whyNot({ units, raters, values }: RatingTable): Refusal['reason'] | null {
  if (values.length === 0) return 'noScores';
  if (units.length < 2) return 'tooFewUnits';
  if (raters.length < 2) return 'tooFewRaters';
  return values.length < units.length * raters.length ? 'incomplete' : null;
}

/** Whether a mean square is no more than what rounding leaves of values of this size. */
export function isNothing(meanSquare: number, values: Float64Array): boolean {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Math.abs(meanSquare) <= (largest * 1e-12) ** 2;
}

function formsOf(
  { between: b, within: w, raters: j, residual: e }: MeanSquares,
  n: number,
  k: number,
): IccForms {
  const absolute = b + (j - e) / n;
  return {
    icc11: (b - w) / (b + (k - 1) * w),
    icc21: (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
    icc31: (b - e) / (b + (k - 1) * e),
    icc1k: (b - w) / b,
    icc2k: absolute > 0 ? (b - e) / absolute : null,
    icc3k: (b - e) / b,
  };
}

// Complete and in the table's order, so the value of unit i by rater j stands at i × k + j.
function meanSquaresOf({ units, raters, values }: RatingTable): MeanSquares {
  const n = units.length;
  const k = raters.length;
  const unitMeans = new Float64Array(n);
  const raterMeans = new Float64Array(k);
  values.forEach((value, at) => {
    unitMeans[Math.floor(at / k)] = (unitMeans[Math.floor(at / k)] as number) + value / k;
    raterMeans[at % k] = (raterMeans[at % k] as number) + value / n;
  });
  const grand = unitMeans.reduce((sum, mean) => sum + mean, 0) / n;
  const squares = (list: Float64Array) => list.reduce((sum, value) => sum + value * value, 0);
  const between = k * squares(unitMeans.map((mean) => mean - grand));
  const judges = n * squares(raterMeans.map((mean) => mean - grand));
  const within = squares(values.map((value, at) => value - (unitMeans[Math.floor(at / k)] as number)));
  const residual = squares(
    values.map(
      (value, at) =>
        value - (unitMeans[Math.floor(at / k)] as number) - (raterMeans[at % k] as number) + grand,
    ),
  );
  return {
    between: between / (n - 1),
    within: within / (n * (k - 1)),
    raters: judges / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
  };
}
