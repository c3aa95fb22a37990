import { type RatingTable, unitsOfRaters } from './ratings';

/** Severities of raters with fewer units than this are shrunk. Ours. */
const FEW_UNITS_OF_RATER = 5;

/** λ of the shrinkage where the policy names no other. Ours. */
export const DEFAULT_LAMBDA = 5;

/**
 * By what share each rater's fitted severity is applied: n / (n + λ) with fewer than 5 units, otherwise all of it. On
 * few units a severity is mostly chance. Ours, part of the frozen policy; λ = 0 shrinks nothing.
 * @throws RangeError for a λ that is negative or no finite number
 */
export function appliedShares(table: RatingTable, lambda: number): Float64Array {
  if (!(lambda >= 0 && Number.isFinite(lambda))) throw new RangeError(`λ = ${lambda}`);
  return Float64Array.from(unitsOfRaters(table), (units) =>
    units < FEW_UNITS_OF_RATER ? units / (units + lambda) : 1,
  );
}
