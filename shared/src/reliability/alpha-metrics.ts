import type { UnitValues } from './ratings';

/**
 * Levels of measurement: what the difference between two scores means. Points and percents are `interval`; the letters
 * of a `level` item are `ordinal`; yes or no is `nominal`.
 */
export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/**
 * Sums of the squared difference δ² over ordered pairs of different scores: `within` units, each unit divided by one
 * less than its number of scores, and over `all` scores whatever their unit.
 */
export interface DisagreementSums {
  within: number;
  all: number;
}

/** δ² of each level, summed. Every unit has two scores or more, and not all scores are the same. */
export const DISAGREEMENT: Record<MeasurementLevel, (data: UnitValues) => DisagreementSums> = {
  nominal: nominalDisagreement,
  ordinal: (data) => intervalDisagreement({ ...data, values: midRanks(data.values) }),
  interval: intervalDisagreement,
  ratio: ratioDisagreement,
};

// Σ (a − b)² over the ordered pairs of m values is 2 m Σ (a − mean)²: no pair need be visited.
function intervalDisagreement({ starts, values }: UnitValues): DisagreementSums {
  const scaled = toUnitRange(values);
  let within = 0;
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const from = starts[unit] as number;
    const to = starts[unit + 1] as number;
    within += (2 * (to - from) * squares(scaled, from, to)) / (to - from - 1);
  }
  return { within, all: 2 * scaled.length * squares(scaled, 0, scaled.length) };
}

// α does not depend on the scale, but squares of very large or very small differences would leave a double's range.
function toUnitRange(values: Float64Array): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scaled = values.map((value) => value / largest);
  const low = scaled.reduce((a, b) => Math.min(a, b));
  const range = scaled.reduce((a, b) => Math.max(a, b)) - low;
  return scaled.map((value) => (value - low) / range);
}

function squares(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at] as number;
  const mean = sum / (to - from);
  let squared = 0;
  for (let at = from; at < to; at += 1) squared += ((values[at] as number) - mean) ** 2;
  return squared;
}

function nominalDisagreement(data: UnitValues): DisagreementSums {
  const equal = runs(data.values).counts.reduce((sum, count) => sum + count * count, 0);
  return { within: pairsWithin(data, (a, b) => (a === b ? 0 : 1)), all: data.values.length ** 2 - equal };
}

/**
 * The ordinal δ between c and k is the number of scores from c to k, of c and k themselves one half: the difference
 * of their mid-ranks. So the ordinal α is the interval α of the mid-ranks.
 */
function midRanks(values: Float64Array): Float64Array {
  const { different, counts } = runs(values);
  const ranks = new Map<number, number>();
  let below = 0;
  different.forEach((value, at) => {
    const count = counts[at] as number;
    ranks.set(value, below + count / 2);
    below += count;
  });
  return values.map((value) => ranks.get(value) ?? 0);
}

// No shortcut is known here: all pairs of different values are visited, which for 30,000 of them takes seconds.
function ratioDisagreement({ starts, values }: UnitValues): DisagreementSums {
  // The largest is one, so that no sum of two leaves a double's range.
  const largest = values.reduce((a, b) => Math.max(a, b));
  const scaled = values.map((value) => value / largest);
  const { different, counts } = runs(scaled);
  let all = 0;
  different.forEach((a, at) => {
    let others = 0;
    for (let other = 0; other < at; other += 1)
      others += (counts[other] as number) * ratioDelta(a, different[other] as number);
    all += 2 * (counts[at] as number) * others;
  });
  return { within: pairsWithin({ starts, values: scaled }, ratioDelta), all };
}

// Zero and zero are the same score, though their ratio is none.
const ratioDelta = (a: number, b: number): number => (a === b ? 0 : ((a - b) / (a + b)) ** 2);

function pairsWithin({ starts, values }: UnitValues, delta: (a: number, b: number) => number): number {
  let within = 0;
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const from = starts[unit] as number;
    const to = starts[unit + 1] as number;
    let sum = 0;
    for (let a = from; a < to; a += 1)
      for (let b = from; b < a; b += 1) sum += delta(values[a] as number, values[b] as number);
    within += (2 * sum) / (to - from - 1);
  }
  return within;
}

/** The different values, ascending, and how often each occurs. */
function runs(values: Float64Array): { different: number[]; counts: number[] } {
  const different: number[] = [];
  const counts: number[] = [];
  for (const value of values.slice().sort()) {
    const last = different.length - 1;
    if (different[last] === value) counts[last] = (counts[last] as number) + 1;
    else {
      different.push(value);
      counts.push(1);
    }
  }
  return { different, counts };
}
