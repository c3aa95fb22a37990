import { additiveFit, residualDegrees, whyNotFitted } from './additive-fit';
import { unitMeans } from './additive-solver';
import { type RatingTable, unitsOfRaters } from './ratings';
import { type Refusal, refusal } from './refusal';
import { appliedShares, DEFAULT_LAMBDA } from './shrinkage';

/** How severe one evaluator is, in points: positive gives less than the others would. */
export interface RaterSeverity {
  rater: string;
  /** Number of units scored. */
  units: number;
  /** By least squares; these sum to zero. */
  fitted: number;
  /** As given back to the scores: shrunk where the evaluator scored few units, otherwise as fitted. */
  applied: number;
}

/** A unit's raw score and the adjusted one, to be shown side by side. */
export interface AdjustedScore {
  unit: string;
  /** Number of evaluators. */
  raters: number;
  /** Plain mean of the scores. */
  raw: number;
  /** By least squares, without shrinkage. */
  fitted: number;
  /** Mean of the scores with the applied severities given back; it may leave the scale's ends. */
  adjusted: number;
}

export interface SeverityFit {
  lambda: number;
  raters: RaterSeverity[];
  units: AdjustedScore[];
  /** Scores less the units and severities estimated from them. */
  residualDegrees: number;
  /** Standard deviation of a score about the fit, in points; null without a degree of freedom. */
  residualDeviation: number | null;
}

export type SeverityResult = { fit: SeverityFit } | ({ fit: null } & Refusal);

/**
 * Severity of each evaluator and the adjusted score of each unit: least squares of `score = unit − severity(rater)`,
 * Σ severity = 0. Two-way additive model without interaction, as in Searle (1971), Linear Models, chapter 7.
 *
 * Afterwards the severity of a rater with fewer than 5 units is shrunk (`appliedShares`); the shrunk ones need not sum
 * to zero. λ = 0 leaves the fit as it is. Null with a reason: `noScores`, and `notConnected`, see `components`.
 * @throws RangeError for a negative λ, and for too many raters as `additiveSolver`
 */
export function severityFit(table: RatingTable, lambda: number = DEFAULT_LAMBDA): SeverityResult {
  const shares = appliedShares(table, lambda);
  const reason = whyNotFitted(table);
  if (reason) return { fit: null, ...refusal(reason) };
  const fit = additiveFit(table);
  const applied = fit.severities.map((severity, at) => severity * (shares[at] as number));
  const degrees = residualDegrees(table);
  const squares = fit.residuals.reduce((sum, residual) => sum + residual * residual, 0);
  return {
    fit: {
      lambda,
      raters: raterRows(table, fit.severities, applied),
      units: unitRows(table, fit.units, applied),
      residualDegrees: degrees,
      residualDeviation: degrees > 0 ? Math.sqrt(squares / degrees) : null,
    },
  };
}

function raterRows(table: RatingTable, fitted: Float64Array, applied: Float64Array): RaterSeverity[] {
  const counts = unitsOfRaters(table);
  return table.raters.map((rater, at) => ({
    rater,
    units: counts[at] as number,
    fitted: fitted[at] as number,
    applied: applied[at] as number,
  }));
}

function unitRows(table: RatingTable, fitted: Float64Array, applied: Float64Array): AdjustedScore[] {
  const raw = unitMeans(table, table.values, new Float64Array(applied.length));
  const adjusted = unitMeans(table, table.values, applied);
  return table.units.map((unit, at) => ({
    unit,
    raters: (table.starts[at + 1] as number) - (table.starts[at] as number),
    raw: raw[at] as number,
    fitted: fitted[at] as number,
    adjusted: adjusted[at] as number,
  }));
}
