import type { UnitValues } from './ratings';

/** Levels of measurement: what the difference between two scores means. */
export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/**
 * Sums of the squared difference δ² over ordered pairs of different scores: `within` units, each unit divided by one
 * less than its number of scores, and over `all` scores whatever their unit.
 */
export interface Disagreement {
  within: number;
  all: number;
}

/** δ² of each level, summed. Every unit has two scores or more, and not all scores are the same. */
export const DISAGREEMENT: Record<MeasurementLevel, (data: UnitValues) => Disagreement> = {
  nominal: nominalDisagreement,
  ordinal: (data) => intervalDisagreement({ ...data, values: midRanks(data.values) }),
  interval: intervalDisagreement,
  ratio: ratioDisagreement,
};

// Σ (a − b)² over the ordered pairs of m values is 2 m Σ (a − mean)²: no pair need be visited.
function intervalDisagreement({ starts, values }: UnitValues): Disagreement {
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
  const low = values.reduce((a, b) => Math.min(a, b));
  const range = values.reduce((a, b) => Math.max(a, b)) - low;
  return values.map((value) => (value - low) / range);
}

function squares(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at] as number;
  const mean = sum / (to - from);
  let squared = 0;
  for (let at = from; at < to; at += 1) squared += ((values[at] as number) - mean) ** 2;
  return squared;
}

function nominalDisagreement({ starts, values }: UnitValues): Disagreement {
  let within = 0;
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const own = values.subarray(starts[unit], starts[unit + 1]);
    within += differentPairs(own) / (own.length - 1);
  }
  return { within, all: differentPairs(values) };
}

function differentPairs(values: Float64Array): number {
  let equal = 0;
  for (const { count } of runs(values)) equal += count * count;
  return values.length ** 2 - equal;
}

/**
 * The ordinal δ between c and k is the number of scores from c to k, of c and k themselves one half: the difference
 * of their mid-ranks. So the ordinal α is the interval α of the mid-ranks.
 */
function midRanks(values: Float64Array): Float64Array {
  const ranks = new Map<number, number>();
  let below = 0;
  for (const { value, count } of runs(values)) {
    ranks.set(value, below + count / 2);
    below += count;
  }
  return values.map((value) => ranks.get(value) ?? 0);
}

// No shortcut is known here: all pairs of different values are visited, which for 30,000 of them takes a second.
function ratioDisagreement({ starts, values }: UnitValues): Disagreement {
  let within = 0;
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const own = values.subarray(starts[unit], starts[unit + 1]);
    within += ratioPairs(own) / (own.length - 1);
  }
  return { within, all: ratioPairs(values) };
}

function ratioPairs(values: Float64Array): number {
  const distinct = runs(values);
  const sizes = Float64Array.from(distinct, ({ value }) => value);
  const counts = Float64Array.from(distinct, ({ count }) => count);
  let sum = 0;
  for (let a = 0; a < sizes.length; a += 1) {
    const own = sizes[a] as number;
    let others = 0;
    for (let b = 0; b < a; b += 1) {
      const other = sizes[b] as number;
      // Divided first: the sum of two very large scores would be infinite.
      const share = other / own;
      const delta = (1 - share) / (1 + share);
      others += (counts[b] as number) * delta * delta;
    }
    sum += 2 * (counts[a] as number) * others;
  }
  return sum;
}

/** The different values, ascending, and how often each occurs. */
function runs(values: Float64Array): { value: number; count: number }[] {
  const found: { value: number; count: number }[] = [];
  let last: { value: number; count: number } | undefined;
  for (const value of values.slice().sort()) {
    if (last?.value === value) last.count += 1;
    else {
      last = { value, count: 1 };
      found.push(last);
    }
  }
  return found;
}
