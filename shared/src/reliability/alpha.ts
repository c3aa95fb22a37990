import { DISAGREEMENT, type MeasurementLevel } from './alpha-metrics';
import type { UnitValues } from './ratings';
import { type Refusal, refusal } from './refusal';

/** What a coefficient rests on. */
export interface AlphaBasis {
  level: MeasurementLevel;
  /** Units with two scores or more. */
  units: number;
  /** Scores of these units. */
  pairable: number;
  /** Scores that stand alone on their unit and so say nothing about agreement. */
  alone: number;
}

export type AlphaResult = AlphaBasis & ({ alpha: number } | ({ alpha: null } & Refusal));

/**
 * Krippendorff's α = 1 − D_o / D_e (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): 1 for perfect
 * agreement, 0 for what chance would give, negative for worse. Raters may differ from unit to unit and scores may be
 * missing; a unit with a single score drops out. Scores are equal only when the numbers are.
 *
 * Null with a reason: `nothingPairable`, `onlyOneValue`, `negativeRatio`. Time grows with the number of scores (times
 * its logarithm), for `ratio` with the square of the number of different values.
 */
export function krippendorffAlpha(data: UnitValues, level: MeasurementLevel): AlphaResult {
  const pairable = pairableOnly(data);
  const { length } = pairable.values;
  const basis = {
    level,
    units: pairable.starts.length - 1,
    pairable: length,
    alone: data.values.length - length,
  };
  const reason = whyNot(pairable.values, level);
  if (reason) return { alpha: null, ...basis, ...refusal(reason) };
  const { within, all } = DISAGREEMENT[level](pairable);
  // D_o is within / n, D_e is all / (n (n − 1)).
  return { alpha: 1 - ((length - 1) * within) / all, ...basis };
}

function pairableOnly({ starts, values }: UnitValues): UnitValues {
  const kept = [0];
  const scores = new Float64Array(values.length);
  let filled = 0;
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const own = values.subarray(starts[unit], starts[unit + 1]);
    if (own.length < 2) continue;
    scores.set(own, filled);
    filled += own.length;
    kept.push(filled);
  }
  return { starts: Int32Array.from(kept), values: scores.subarray(0, filled) };
}

function whyNot(values: Float64Array, level: MeasurementLevel): Refusal['reason'] | null {
  if (values.length === 0) return 'nothingPairable';
  if (values.every((value) => value === values[0])) return 'onlyOneValue';
  return level === 'ratio' && values.some((value) => value < 0) ? 'negativeRatio' : null;
}
