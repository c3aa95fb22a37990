import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './alpha';
import { MEASUREMENT_LEVELS, type MeasurementLevel } from './alpha-metrics';
import { ratingTable, unitValues } from './ratings';
import { byUnit, patternArb, ratingsOf, shuffled, T1, T2 } from './test-builders';

type Table = readonly (readonly (number | null)[])[];
const of = (table: Table, level: MeasurementLevel) => krippendorffAlpha(unitValues(table), level);
const alphaOf = (table: Table, level: MeasurementLevel) => of(table, level).alpha;

// Krippendorff (2011), examples A and B; letters a … e as 1 … 5.
const EXAMPLE_A = byUnit('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
const EXAMPLE_B = byUnit('1 1 2 2 4 3 3 3 5 4 4 1', '2 1 2 2 2 3 3 3 5 4 4 4');

describe('published values', () => {
  it.each([
    ['T1', T1, 'nominal', 0.743421, 6],
    ['T1', T1, 'ordinal', 0.815388, 6],
    ['T1', T1, 'interval', 0.849107, 6],
    ['T1', T1, 'ratio', 0.797403, 6],
    ['T2', T2, 'nominal', 0.691358, 6],
    ['T2', T2, 'interval', 0.810845, 6],
    ['example A', EXAMPLE_A, 'nominal', 0.095, 3],
    ['example B', EXAMPLE_B, 'nominal', 0.692, 3],
  ] as const)('%s %s %s', (_name, table, level, alpha, digits) => {
    expect(alphaOf(table, level)).toBeCloseTo(alpha, digits);
  });

  it('is the same from a list of ratings', () => {
    const { alpha } = krippendorffAlpha(ratingTable(ratingsOf(T1)), 'ordinal');
    expect(alpha).toBeCloseTo(0.815388, 6);
  });

  it('counts what it rests on', () => {
    expect(of(T1, 'nominal')).toMatchObject({ units: 11, pairable: 40, alone: 1 });
    expect(of(T2, 'nominal')).toMatchObject({ units: 12, pairable: 26, alone: 1 });
  });
});

describe('what has no α', () => {
  it.each([
    ['no unit at all', [], 'interval', 'nothingPairable'],
    ['only units with one score', [[1, null], [null, 2], []], 'interval', 'nothingPairable'],
    ['all scores the same', [[3, 3], [3, 3, 3], [3]], 'nominal', 'onlyOneValue'],
    ['all the same but the one that stands alone', [[3, 3], [3, 3], [4]], 'ordinal', 'onlyOneValue'],
    [
      'nothing but zeros',
      [
        [0, 0],
        [0, -0],
      ],
      'ratio',
      'onlyOneValue',
    ],
    [
      'a negative score on a ratio scale',
      [
        [1, 2],
        [-1, 2],
      ],
      'ratio',
      'negativeRatio',
    ],
  ] as const)('%s', (_why, table, level, reason) => {
    const result = of(table, level);
    expect(result).toMatchObject({ alpha: null, reason });
    expect(result).toHaveProperty('words.zh');
  });

  it('refuses what is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => unitValues([[1, 2], [value]])).toThrow(RangeError);
  });
});

it('takes zero as a value of a ratio scale', () => {
  // By hand: D_o = (2 + 0 + 0) / 6, D_e = 2 × (2 × 4 + 0) / 30 with δ²(0, 1) = 1.
  expect(
    alphaOf(
      [
        [0, 1],
        [0, 0],
        [1, 1],
      ],
      'ratio',
    ),
  ).toBeCloseTo(1 - 2 / 6 / (18 / 30), 12);
});

it('is one for perfect agreement and not more, whatever the size of the values', () => {
  for (const level of MEASUREMENT_LEVELS)
    for (const size of [Number.MIN_VALUE, 0.1, 1e307])
      expect(
        alphaOf(
          [
            [size, size, size],
            [3 * size, 3 * size],
            [7 * size, 7 * size],
          ],
          level,
        ),
      ).toBe(1);
});

/** The definition, by coincidences of all pairs of values. */
function byDefinition(table: Table, level: MeasurementLevel): number {
  const units = table
    .map((unit) => unit.filter((value) => value !== null))
    .filter(({ length }) => length > 1);
  const all = units.flat();
  const pairs = (values: number[]) =>
    values.flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [[a, b]])));
  const delta = (a: number, b: number): number => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const count = (value: number) => all.filter((other) => other === value).length;
    const between = all.filter((value) => value >= low && value <= high).length;
    if (a === b) return 0;
    switch (level) {
      case 'nominal':
        return 1;
      case 'ordinal':
        return (between - (count(a) + count(b)) / 2) ** 2;
      case 'interval':
        return (a - b) ** 2;
      case 'ratio':
        return ((a - b) / (a + b)) ** 2;
    }
  };
  const sum = (values: number[]) => pairs(values).reduce((total, [a = 0, b = 0]) => total + delta(a, b), 0);
  const observed = units.reduce((total, unit) => total + sum(unit) / (unit.length - 1), 0) / all.length;
  return 1 - observed / (sum(all) / (all.length * (all.length - 1)));
}

const levelArb = fc.constantFrom(...MEASUREMENT_LEVELS);
const positive = (table: Table) => table.map((unit) => unit.map((value) => value && Math.abs(value)));

describe('for any table', () => {
  it('is what the definition gives', () => {
    fc.assert(
      fc.property(patternArb.map(positive), levelArb, (table, level) => {
        const alpha = alphaOf(table, level);
        if (alpha !== null) expect(alpha).toBeCloseTo(byDefinition(table, level), 9);
      }),
    );
  });

  it('does not depend on the order of units and raters, and is at most 1', () => {
    const reordered = patternArb
      .map(positive)
      .chain((table) =>
        fc.tuple(fc.constant(table), shuffled(table), shuffled([...(table[0] ?? []).keys()])),
      );
    fc.assert(
      fc.property(reordered, levelArb, ([table, units, raters], level) => {
        const other = units.map((values) => raters.map((rater) => values[rater] ?? null));
        const [one, two] = [alphaOf(table, level), alphaOf(other, level)];
        expect(two === null).toBe(one === null);
        expect(two ?? 0).toBeCloseTo(one ?? 0, 9);
        expect(one ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  const affine = fc.tuple(patternArb, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -99, max: 99 }));
  it.each([
    ['interval', 'a shift and a stretch', (value: number, by: number, add: number) => value * by + add],
    ['ordinal', 'anything that keeps the order', (value: number, by: number) => Math.exp(value / 9) * by],
    ['nominal', 'other names', (value: number, by: number, add: number) => -((value + 50) ** 2) * by + add],
  ] as const)('on a level that is %s is unmoved by %s', (level, _what, change) => {
    fc.assert(
      fc.property(affine, ([table, by, add]) => {
        const changed = table.map((unit) =>
          unit.map((value) => (value === null ? null : change(value, by, add))),
        );
        const [one, two] = [alphaOf(table, level), alphaOf(changed, level)];
        expect(two === null).toBe(one === null);
        expect(two ?? 0).toBeCloseTo(one ?? 0, 9);
      }),
    );
  });

  it('pays no heed to units with a single score', () => {
    fc.assert(
      fc.property(patternArb, levelArb, fc.integer(), (table, level, value) => {
        expect(alphaOf([...table, [null, value]], level)).toBe(alphaOf(table, level));
      }),
    );
  });
});
