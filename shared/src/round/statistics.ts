import type { Trust } from './trust';

/** Decimal places of a published statistic: more is noise, and differs from machine to machine. */
const DIGITS = 6;

/** The statistics that are published with a result. Null: could not be computed; the panel says why. */
export type RoundStatistics = {
  /** Krippendorff's α of the totals and by dimension. */
  alpha: number | null;
  dimensions: Record<string, number | null>;
  /** Points by which an evaluator is stricter than the others, by id. */
  severities: Record<string, number> | null;
  /** By unit. `level` is the share of the resamples' ranks between best and worst. */
  ranks: {
    seed: string;
    resamples: number;
    level: number;
    units: Record<string, { adjusted: number; best: number; worst: number; tier: number }>;
  } | null;
};

const rounded = (value: number): number => Number(value.toFixed(DIGITS)) + 0;
const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value));

/** What of the trust panel is published, rounded before anything is hashed. */
export function statisticsOf({ total, dimensions, severity, ranks }: Trust): RoundStatistics {
  return {
    alpha: roundedOrNull(total.alpha.alpha),
    dimensions: Object.fromEntries(dimensions.map(({ code, alpha }) => [code, roundedOrNull(alpha.alpha)])),
    severities:
      severity.fit &&
      Object.fromEntries(severity.fit.raters.map(({ rater, applied }) => [rater, rounded(applied)])),
    ranks: ranks.ranks && {
      seed: ranks.ranks.seed,
      resamples: ranks.ranks.resamples,
      level: ranks.ranks.level,
      units: Object.fromEntries(
        ranks.ranks.units.map(({ unit, score, best, worst, tier }) => [
          unit,
          { adjusted: rounded(score), best, worst, tier },
        ]),
      ),
    },
  };
}
