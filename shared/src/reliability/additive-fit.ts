import { type AdditiveSolver, additiveSolver, unitMeans } from './additive-solver';
import { isConnected } from './connectivity';
import type { RatingTable } from './ratings';
import type { Refusal } from './refusal';

/** Why a table has no additive fit, or null. */
export function whyNotFitted(table: RatingTable): Refusal['reason'] | null {
  if (table.values.length === 0) return 'noScores';
  return isConnected(table) ? null : 'notConnected';
}

/** Degrees of freedom that the fit of a connected table leaves: scores less the units and severities estimated. */
export function residualDegrees({ values, units, raters }: RatingTable): number {
  return values.length - units.length - raters.length + 1;
}

/** The additive fit of a table in columns. */
export interface AdditiveFit {
  /** By rater, summing to zero. */
  severities: Float64Array;
  /** By unit. */
  units: Float64Array;
  /** By score: what the fit leaves of it. */
  residuals: Float64Array;
  solver: AdditiveSolver;
}

/**
 * Fits `score = unit − severity(rater)` to a table for which `whyNotFitted` finds nothing.
 * @throws RangeError as `additiveSolver`
 */
export function additiveFit(table: RatingTable): AdditiveFit {
  const solver = additiveSolver(table);
  const severities = new Float64Array(table.raters.length);
  solver.severities(table.values, severities);
  const units = unitMeans(table, table.values, severities);
  return { severities, units, residuals: residualsOf(table, severities, units), solver };
}

function residualsOf(table: RatingTable, severities: Float64Array, units: Float64Array): Float64Array {
  const { starts, raterAt, values } = table;
  const residuals = new Float64Array(values.length);
  units.forEach((fitted, unit) => {
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1)
      residuals[at] = (values[at] as number) - fitted + (severities[raterAt[at] as number] as number);
  });
  return residuals;
}
