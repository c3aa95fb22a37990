import { additiveFit, residualDegrees, whyNotFitted } from './additive-fit';
import { isNothing } from './icc';
import { type RatingTable, unitsOfRaters } from './ratings';
import { type Refusal, refusal } from './refusal';

/** Variances of score = mean + unit + rater + error, in points². An estimate may be negative: it then means zero. */
export interface VarianceComponents {
  unit: number;
  rater: number;
  /** Error and the interaction of unit and rater, which one score for each pair cannot tell apart. */
  error: number;
}

export interface Generalizability {
  components: VarianceComponents;
  /** Harmonic mean of the numbers of raters of the units: k in a complete block. */
  ratersPerUnit: number;
  /** Of the units' raw means, severity counted as error: ICC(2,k) in a complete block. */
  absolute: number;
  /** Of the units' adjusted scores, severity taken out: ICC(3,k) in a complete block, elsewhere a little too high. */
  relative: number;
}

export type GeneralizabilityResult = { units: number; raters: number } & (
  | { coefficients: Generalizability }
  | ({ coefficients: null } & Refusal)
);

/**
 * Reliability from variance components, for scores with gaps. The components are those of Henderson's method III
 * (Henderson 1953, Biometrics 9, 226–252; Searle, Casella & McCulloch 1992, Variance Components, chapter 5): sums of
 * squares of the additive fit, set equal to what the model expects of them. The coefficients are those of
 * generalizability theory with the harmonic mean m of the numbers of raters (Brennan 2001, Generalizability Theory):
 * unit / (unit + (rater + error) / m) and unit / (unit + error / m).
 *
 * Null with a reason: `noScores`, `notConnected`, `tooFewUnits`, `tooFewRaters`, `noResiduals`, and
 * `unitsDoNotDiffer` where a denominator is not positive.
 * @throws RangeError for too many raters as `additiveSolver`
 */
export function generalizability(table: RatingTable): GeneralizabilityResult {
  const size = { units: table.units.length, raters: table.raters.length };
  const reason = whyNot(table);
  if (reason) return { coefficients: null, ...size, ...refusal(reason) };
  const components = varianceComponents(table);
  const m = harmonicRaters(table);
  const absolute = components.unit + (components.rater + components.error) / m;
  const relative = components.unit + components.error / m;
  const least = Math.min(absolute, relative);
  if (least <= 0 || isNothing(least, table.values))
    return { coefficients: null, ...size, ...refusal('unitsDoNotDiffer') };
  return {
    coefficients: {
      components,
      ratersPerUnit: m,
      absolute: components.unit / absolute,
      relative: components.unit / relative,
    },
    ...size,
  };
}

function whyNot(table: RatingTable): Refusal['reason'] | null {
  const unfitted = whyNotFitted(table);
  if (unfitted) return unfitted;
  if (table.units.length < 2) return 'tooFewUnits';
  if (table.raters.length < 2) return 'tooFewRaters';
  return residualDegrees(table) < 1 ? 'noResiduals' : null;
}

/**
 * With N scores of a units by b raters: E(residual of the fit) = error × (N − a − b + 1); what the units take off
 * beyond the raters = unit × (N − b) + error × (a − 1); what the raters take off beyond the units = rater × (N − a) +
 * error × (b − 1).
 */
function varianceComponents(table: RatingTable): VarianceComponents {
  const [n, a, b] = [table.values.length, table.units.length, table.raters.length];
  const residual = additiveFit(table).residuals.reduce((sum, value) => sum + value * value, 0);
  const error = residual / residualDegrees(table);
  const byUnits = withinRaters(table) - residual;
  const byRaters = withinUnits(table) - residual;
  return {
    unit: (byUnits - error * (a - 1)) / (n - b),
    rater: (byRaters - error * (b - 1)) / (n - a),
    error,
  };
}

function withinRaters(table: RatingTable): number {
  return squaresWithin(table.values, table.raterAt, unitsOfRaters(table));
}

function withinUnits({ values, starts, units }: RatingTable): number {
  const counts = Int32Array.from(units, (_, unit) => (starts[unit + 1] as number) - (starts[unit] as number));
  const unitAt = new Int32Array(values.length);
  units.forEach((_, unit) => {
    unitAt.fill(unit, starts[unit], starts[unit + 1]);
  });
  return squaresWithin(values, unitAt, counts);
}

/** Sum of squared deviations from the mean of each group. */
function squaresWithin(values: Float64Array, groupAt: Int32Array, counts: Int32Array): number {
  const means = new Float64Array(counts.length);
  values.forEach((value, at) => {
    const group = groupAt[at] as number;
    means[group] = (means[group] as number) + value / (counts[group] as number);
  });
  return values.reduce((sum, value, at) => sum + (value - (means[groupAt[at] as number] as number)) ** 2, 0);
}

function harmonicRaters({ starts, units }: RatingTable): number {
  const inverse = units.reduce(
    (sum, _, unit) => sum + 1 / ((starts[unit + 1] as number) - (starts[unit] as number)),
    0,
  );
  return units.length / inverse;
}
