import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generalizability } from './generalizability';
import { icc } from './icc';
import { ratingTable } from './ratings';
import { connectedArb, ratingsOf, T3, T4 } from './test-builders';

it('is the ICC in a complete block', () => {
  const { coefficients } = generalizability(ratingTable(T3));
  expect(coefficients?.absolute).toBeCloseTo(0.620051, 6);
  expect(coefficients?.relative).toBeCloseTo(0.909316, 6);
  expect(coefficients?.ratersPerUnit).toBe(4);
});

// By hand: residual 0.5 with 3 degrees of freedom; 12 scores, 6 units, 4 raters; squares within raters 13.3333, within
// units 49.5: 13.3333 − 0.5 = 8 unit + 5 error, 49.5 − 0.5 = 6 rater + 3 error.
it('has components where there are gaps', () => {
  const { coefficients } = generalizability(ratingTable(T4));
  expect(coefficients?.components.error).toBeCloseTo(1 / 6, 9);
  expect(coefficients?.components.unit).toBeCloseTo(1.5, 9);
  expect(coefficients?.components.rater).toBeCloseTo(8.083333, 6);
  expect(coefficients?.absolute).toBeCloseTo(1.5 / (1.5 + (97 / 12 + 1 / 6) / 2), 9);
});

it.each([
  ['nothing', [], 'noScores'],
  [
    'two groups',
    ratingsOf([
      [1, 2, null, null],
      [null, null, 3, 4],
    ]),
    'notConnected',
  ],
  ['one unit', ratingsOf([[1, 2, 3]]), 'tooFewUnits'],
  ['one rater', ratingsOf([[1], [2]]), 'tooFewRaters'],
  [
    'a chain without a second way',
    ratingsOf([
      [1, 2],
      [3, null],
    ]),
    'noResiduals',
  ],
  [
    'no differences',
    ratingsOf([
      [2, 2],
      [2, 2],
    ]),
    'unitsDoNotDiffer',
  ],
])('%s: not computable', (_why, ratings, reason) => {
  expect(generalizability(ratingTable(ratings))).toMatchObject({ coefficients: null, reason });
});

it('equals ICC(2,k) and ICC(3,k) of every complete block, and never exceeds one', () => {
  fc.assert(
    fc.property(connectedArb, (units) => {
      const table = ratingTable(ratingsOf(units));
      const { coefficients } = generalizability(table);
      const block = icc(table).icc;
      if (coefficients && block) {
        expect(coefficients.absolute).toBeCloseTo(block.icc2k ?? Number.NaN, 9);
        expect(coefficients.relative).toBeCloseTo(block.icc3k, 9);
      }
      expect(coefficients?.relative ?? 0).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
