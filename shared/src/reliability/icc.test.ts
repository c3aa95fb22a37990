import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeBlock, icc } from './icc';
import { ratingTable } from './ratings';
import { ratingsOf, T3, T4 } from './test-builders';

describe('T3', () => {
  const result = icc(ratingTable(T3));
  it.each([
    ['icc11', 0.165742],
    ['icc21', 0.289764],
    ['icc31', 0.714841],
    ['icc1k', 0.442797],
    ['icc2k', 0.620051],
    ['icc3k', 0.909316],
  ] as const)('%s', (form, value) => {
    expect(result.icc?.[form]).toBeCloseTo(value, 6);
  });

  // The published analysis of variance: BMS 11.24, WMS 6.26, JMS 32.49, EMS 1.02.
  it('has the published mean squares', () => {
    if (!result.icc) throw new Error('no ICC');
    const { between, within, raters, residual } = result.meanSquares;
    expect([between, within, raters, residual].map((square) => square.toFixed(2))).toEqual([
      '11.24',
      '6.26',
      '32.49',
      '1.02',
    ]);
  });
});

it.each([
  ['no scores', [], 'noScores'],
  ['gaps', T4, 'incomplete'],
  ['one unit', ratingsOf([[1, 2, 3]]), 'tooFewUnits'],
  ['one rater', ratingsOf([[1], [2]]), 'tooFewRaters'],
  [
    'all the same',
    ratingsOf([
      [4.1, 4.1, 4.1],
      [4.1, 4.1, 4.1],
    ]),
    'unitsDoNotDiffer',
  ],
  [
    'units with the same mean',
    ratingsOf([
      [1, 2],
      [2, 1],
    ]),
    'unitsDoNotDiffer',
  ],
])('%s: none', (_why, ratings, reason) => {
  expect(icc(ratingTable(ratings))).toMatchObject({ icc: null, reason });
});

it('is null, not more than one, where raters agree less than nothing', () => {
  const result = icc(
    ratingTable(
      ratingsOf([
        [1, 9.1],
        [9, 1],
      ]),
    ),
  );
  expect(result.icc?.icc2k).toBeNull();
});

it('is had of the calibration cases of a round with gaps', () => {
  const calibrated = [
    ...T3,
    ...ratingsOf([[1, null, null, null]]).map((rating) => ({ ...rating, unit: 'S7' })),
  ];
  expect(icc(ratingTable(calibrated))).toMatchObject({ icc: null, reason: 'incomplete' });
  expect(completeBlock(calibrated)).toEqual(T3);
  expect(completeBlock(T4)).toEqual([]);
});

const blockArb = fc
  .record({ units: fc.integer({ min: 2, max: 8 }), raters: fc.integer({ min: 2, max: 5 }) })
  .chain(({ units, raters }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: raters, maxLength: raters }), {
      minLength: units,
      maxLength: units,
    }),
  );

it('is at most one, and severity costs the absolute forms only', () => {
  fc.assert(
    fc.property(blockArb, fc.integer({ min: -9, max: 9 }), (block, severity) => {
      const plain = icc(ratingTable(ratingsOf(block)));
      const moved = block.map((unit) => unit.map((value, rater) => (rater === 0 ? value - severity : value)));
      const other = icc(ratingTable(ratingsOf(moved)));
      for (const value of Object.values(plain.icc ?? {})) expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      if (plain.icc && other.icc) expect(other.icc.icc31).toBeCloseTo(plain.icc.icc31, 9);
    }),
  );
});
