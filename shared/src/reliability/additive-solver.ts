import { choleskyFactor, choleskySolve } from './cholesky';
import { type RatingTable, unitsOfRaters } from './ratings';

/** More evaluators than this are refused: the work grows with the third power of their number. */
const MAX_RATERS = 2000;

/**
 * Least squares of the model `score = unit − severity(rater)`, Σ severity = 0, for a fixed pattern of who scored whom.
 * What depends on the pattern alone is computed once, so that many sets of scores can be fitted.
 */
export interface AdditiveSolver {
  /** Writes the severities of the raters that fit these scores, which stand as `values` of the table do. */
  severities(scores: Float64Array, into: Float64Array): void;
}

/**
 * The units are eliminated from the normal equations (each is the mean of its scores with their severities given
 * back), which leaves one equation for each rater: L s = c with L the Laplacian of the graph of raters who meet on
 * units. L has the constants as its only null space when the graph is connected; a constant added to all of its
 * elements makes it positive definite and picks the solution that sums to zero.
 *
 * The table must be connected; memory is the square of the number of raters.
 * @throws RangeError for more than MAX_RATERS raters
 */
export function additiveSolver(table: RatingTable): AdditiveSolver {
  const size = table.raters.length;
  if (size > MAX_RATERS) throw new RangeError(`${size} evaluators, at most ${MAX_RATERS} can be compared`);
  const factor = choleskyFactor(groundedLaplacian(table), size);
  const { starts, raterAt } = table;
  const severities = (scores: Float64Array, into: Float64Array): void => {
    into.fill(0);
    for (let unit = 0; unit + 1 < starts.length; unit += 1) {
      const to = starts[unit + 1] as number;
      const mean = meanOf(scores, starts[unit] as number, to);
      for (let at = starts[unit] as number; at < to; at += 1) {
        const rater = raterAt[at] as number;
        into[rater] = (into[rater] as number) + mean - (scores[at] as number);
      }
    }
    choleskySolve(factor, size, into);
    centre(into);
  };
  return { severities };
}

/** The mean of each unit's scores with its rater's severity given back to each; written over `into` where given. */
export function unitMeans(
  { starts, raterAt, units }: RatingTable,
  scores: Float64Array,
  severities: Float64Array,
  into: Float64Array = new Float64Array(units.length),
): Float64Array {
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const from = starts[unit] as number;
    const to = starts[unit + 1] as number;
    let sum = 0;
    for (let at = from; at < to; at += 1)
      sum += (scores[at] as number) + (severities[raterAt[at] as number] as number);
    into[unit] = sum / (to - from);
  }
  return into;
}

function meanOf(scores: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += scores[at] as number;
  return sum / (to - from);
}

function groundedLaplacian(table: RatingTable): Float64Array {
  const { starts, raterAt, raters } = table;
  const size = raters.length;
  // Of the same order as the other elements, so that the matrix stays well conditioned.
  const matrix = new Float64Array(size * size).fill(table.values.length / (size * size));
  unitsOfRaters(table).forEach((count, rater) => {
    matrix[rater * size + rater] = (matrix[rater * size + rater] as number) + count;
  });
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const own = raterAt.subarray(starts[unit], starts[unit + 1]);
    for (const a of own)
      for (const b of own) matrix[a * size + b] = (matrix[a * size + b] as number) - 1 / own.length;
  }
  return matrix;
}

// Rounding leaves a sum of about 1e-15; taken off, the published severities sum to zero.
function centre(values: Float64Array): void {
  const mean = meanOf(values, 0, values.length);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) - mean;
}
