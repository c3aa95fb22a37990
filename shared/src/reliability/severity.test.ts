import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rating, ratingTable } from './ratings';
import { type SeverityFit, severityFit } from './severity';
import { connectedArb, ratingsOf, shuffled, T3, T4 } from './test-builders';

function fitOf(ratings: readonly Rating[], lambda?: number): SeverityFit {
  const { fit } = severityFit(ratingTable(ratings), lambda);
  if (!fit) throw new Error('no fit');
  return fit;
}
const closeTo = (values: number[], expected: number[], digits = 6) => {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at] ?? Number.NaN, digits);
  });
};

describe('published values', () => {
  it('T3: the severities of four judges', () => {
    closeTo(
      fitOf(T3).raters.map(({ applied }) => applied),
      [-2.375, 2.791667, 0.958333, -1.375],
    );
  });

  it('T4: the fit of two judges for each target, unshrunk', () => {
    const { raters, units } = fitOf(T4, 0);
    closeTo(
      raters.map(({ applied }) => applied),
      [-3, 3.5, 1, -1.5],
    );
    closeTo(
      units.map(({ raw }) => raw),
      [5.5, 2, 7, 6.5, 8, 4.5],
    );
    closeTo(
      units.map(({ adjusted }) => adjusted),
      [5.75, 4.25, 6.75, 4.25, 7, 5.5],
    );
  });

  it('T4: the raw mean lifts S4 to third, the fit does not', () => {
    const { units } = fitOf(T4, 0);
    const rank = (of: 'raw' | 'fitted') =>
      1 + units.filter((unit) => unit[of] > (units[3]?.[of] ?? 0) + 1e-9).length;
    expect([rank('raw'), rank('fitted')]).toEqual([3, 5]);
  });
});

describe('shrinkage', () => {
  it('applies n / (n + 5) of a severity from fewer than 5 units, and leaves the fit', () => {
    const { raters, units } = fitOf(T4);
    closeTo(
      raters.map(({ fitted }) => fitted),
      [-3, 3.5, 1, -1.5],
    );
    closeTo(
      raters.map(({ applied }) => applied),
      [-3, 3.5, 1, -1.5].map((severity) => (severity * 3) / 8),
    );
    closeTo(
      units.map(({ fitted }) => fitted),
      [5.75, 4.25, 6.75, 4.25, 7, 5.5],
    );
    // S1: 9 − 1.125 and 2 + 1.3125.
    expect(units[0]?.adjusted).toBeCloseTo(5.59375, 9);
  });

  it.each([
    [4, 4 / 9],
    [5, 1],
  ])('with %d units applies %d of it', (scored, share) => {
    const { raters } = fitOf(
      ratingsOf([1, 2, 3, 4, 5, 6].map((value, at) => [value, at < scored ? value - 2 : null])),
    );
    expect((raters[1]?.applied ?? 0) / (raters[1]?.fitted ?? 0)).toBeCloseTo(share, 12);
    expect(raters[0]?.applied).toBe(raters[0]?.fitted);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses λ = %d', (lambda) => {
    expect(() => severityFit(ratingTable(T4), lambda)).toThrow(RangeError);
  });
});

describe('without a fit', () => {
  it.each([
    ['no scores', [], 'noScores'],
    [
      'two groups of units',
      ratingsOf([
        [1, 2, null],
        [null, null, 3],
      ]),
      'notConnected',
    ],
  ])('%s', (_why, ratings, reason) => {
    expect(severityFit(ratingTable(ratings))).toMatchObject({ fit: null, reason });
  });
});

it('knows no deviation where the fit has no choice', () => {
  expect(
    fitOf(
      ratingsOf([
        [1, 2],
        [3, null],
      ]),
    ),
  ).toMatchObject({ residualDegrees: 0, residualDeviation: null });
  expect(fitOf(T3).residualDeviation).toBeCloseTo(Math.sqrt(1.0194444), 6);
});

describe('for any connected table', () => {
  const connected = connectedArb.map(ratingsOf);

  it('severities sum to zero and the residuals of every rater do', () => {
    fc.assert(
      fc.property(connected, (ratings) => {
        const { raters, units } = fitOf(ratings);
        expect(raters.reduce((sum, { fitted }) => sum + fitted, 0)).toBeCloseTo(0, 9);
        for (const { rater, fitted } of raters) {
          const own = ratings.filter((rating) => rating.rater === rater);
          const left = own.map(({ unit, value }) => {
            const row = units.find((candidate) => candidate.unit === unit);
            return value + fitted - (row?.fitted ?? Number.NaN);
          });
          expect(left.reduce((sum, residual) => sum + residual, 0)).toBeCloseTo(0, 8);
        }
      }),
    );
  });

  it('is the same to the last digit in whatever order the scores came', () => {
    const lists = connected.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(lists, ([list, other]) => {
        expect(fitOf(other)).toEqual(fitOf(list));
      }),
    );
  });

  it('finds an additive table again', () => {
    fc.assert(
      fc.property(
        connectedArb,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 15, maxLength: 15 }),
        (table, truth) => {
          const severities = (table[0] ?? []).map((_, rater) => truth[rater] ?? 0);
          const mean = severities.reduce((sum, severity) => sum + severity, 0) / severities.length;
          const scores = table.map((unit, at) =>
            unit.map((value, rater) =>
              value === null ? null : (truth[6 + at] ?? 0) - (severities[rater] ?? 0),
            ),
          );
          const { raters, units } = fitOf(ratingsOf(scores), 0);
          closeTo(
            raters.map(({ fitted }) => fitted),
            severities.map((severity) => severity - mean),
            8,
          );
          closeTo(
            units.map(({ fitted }) => fitted),
            table.map((_, at) => (truth[6 + at] ?? 0) - mean),
            8,
          );
        },
      ),
    );
  });

  it('takes a constant off one rater as that rater’s severity and nobody else’s', () => {
    fc.assert(
      fc.property(connected, fc.integer({ min: -30, max: 30 }), (ratings, less) => {
        const before = fitOf(ratings, 0);
        const after = fitOf(
          ratings.map((rating) =>
            rating.rater === 'J1' ? { ...rating, value: rating.value - less } : rating,
          ),
          0,
        );
        // Σ severity = 0 spreads the share of the mean over all.
        const shift = less / before.raters.length;
        const moved = after.raters.map(({ fitted }, at) => fitted - (before.raters[at]?.fitted ?? 0) + shift);
        closeTo(
          moved,
          before.raters.map(({ rater }) => (rater === 'J1' ? less : 0)),
          8,
        );
        closeTo(
          after.units.map(({ fitted }) => fitted + shift),
          before.units.map(({ fitted }) => fitted),
          8,
        );
      }),
    );
  });

  it('leaves the raw mean as it is in a complete block', () => {
    for (const { raw, fitted } of fitOf(T3).units) expect(fitted).toBeCloseTo(raw, 9);
  });
});
