import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RankIntervalOptions, rankIntervals, runToEnd } from './rank-intervals';
import { type Rating, ratingTable } from './ratings';
import { severityFit } from './severity';
import { ratingsOf, shuffled, T3, T4 } from './test-builders';

const run = (ratings: readonly Rating[], options: Partial<RankIntervalOptions> = {}) =>
  runToEnd(rankIntervals(ratingTable(ratings), { seed: 'seed', resamples: 200, ...options }));
function unitsOf(...args: Parameters<typeof run>) {
  const { ranks } = run(...args);
  if (!ranks) throw new Error('no intervals');
  return ranks.units;
}

describe('T3', () => {
  it('tells the upper three from the lower three, and no more', () => {
    expect(unitsOf(T3, { resamples: 1000 }).map(({ unit, rank, tier }) => [unit, rank, tier])).toEqual([
      ['S5', 1, 1],
      ['S3', 2, 1],
      ['S1', 3, 1],
      ['S6', 4, 2],
      ['S4', 5, 2],
      ['S2', 6, 2],
    ]);
  });

  it('is published with all that is needed to compute it again', () => {
    const { ranks } = run(T3, { seed: '第一轮', level: 0.8, lambda: 2 });
    expect(ranks).toMatchObject({ seed: '第一轮', resamples: 200, level: 0.8, lambda: 2 });
    expect(ranks?.method.en).toContain('residuals');
    expect(ranks?.random).toContain('xoshiro128**');
  });

  it('is the same for the same seed, in whatever order the scores came', () => {
    const first = run(T3);
    fc.assert(
      fc.property(shuffled(T3), (other) => {
        expect(run(other)).toEqual(first);
      }),
      { numRuns: 10 },
    );
    const other = unitsOf(T3, { seed: 'other' }).map(({ score }) => score);
    expect(other).toEqual(unitsOf(T3).map(({ score }) => score));
  });
});

/** Eight units of five raters, two points apart, with errors that cancel out. */
const noisy = (size: number) =>
  ratingsOf(
    [0, 1, 2, 3, 4, 5, 6, 7].map((unit) =>
      [0, 1, 2, 3, 4].map((rater) => 60 - 2 * unit - rater + size * (((unit * 3 + rater * 7) % 5) - 2)),
    ),
  );

describe('intervals', () => {
  it('are the rank alone where the scores fit exactly', () => {
    for (const { rank, best, worst, tier } of unitsOf(noisy(0)))
      expect([best, worst, tier]).toEqual([rank, rank, rank]);
  });

  it('keep what is equal together', () => {
    const units = unitsOf(
      ratingsOf([1, 1, 2, 2, 3, 3].map((value) => [value, value, value + 1, value / 2 + 1])),
    );
    expect(units.map(({ rank }) => rank)).toEqual([1, 1, 3, 3, 5, 5]);
  });

  it('hold the rank, and grow with the errors and the level', () => {
    const width = (...args: Parameters<typeof run>) =>
      unitsOf(...args).reduce((sum, { best, worst }) => sum + worst - best, 0);
    for (const { rank, best, worst } of unitsOf(noisy(4))) {
      expect(best).toBeLessThanOrEqual(rank);
      expect(worst).toBeGreaterThanOrEqual(rank);
    }
    expect(width(noisy(2))).toBeGreaterThan(width(noisy(0.5)));
    expect(width(noisy(2), { level: 0.9 })).toBeGreaterThan(width(noisy(2), { level: 0.5 }));
  });

  it('rank the adjusted scores of the severity fit, shrunk as there', () => {
    // Raters of three units each, so that shrinkage matters; enough of them to have residuals.
    const ratings = ratingsOf(
      [0, 1, 2, 3].map((unit) =>
        [0, 1, 2, 3, 4, 5, 6, 7].map((rater) =>
          unit === rater % 4 ? null : unit * 3 + rater + ((unit * rater) % 3),
        ),
      ),
    );
    const { fit } = severityFit(ratingTable(ratings));
    const scores = new Map(unitsOf(ratings).map(({ unit, score }) => [unit, score]));
    for (const { unit, adjusted } of fit?.units ?? []) expect(scores.get(unit)).toBe(adjusted);
  });
});

describe('refused', () => {
  it.each([
    ['no scores', [], {}, 'noScores'],
    [
      'two groups',
      ratingsOf([
        [1, 2, null, null],
        [null, null, 3, 4],
      ]),
      {},
      'notConnected',
    ],
    ['three degrees of freedom', T4, {}, 'tooFewResiduals'],
    ['199 resamples for 90 %', T3, { resamples: 199 }, 'tooFewResamples'],
    ['200 resamples for 95 %', T3, { level: 0.95 }, 'tooFewResamples'],
  ])('%s', (_why, ratings, options, reason) => {
    expect(run(ratings, options)).toMatchObject({ ranks: null, reason });
  });

  it.each([{ level: 0 }, { level: 1 }, { resamples: 0 }, { resamples: 300.5 }, { lambda: -1 }])(
    '%j',
    (options) => {
      expect(() => run(T3, options)).toThrow(RangeError);
    },
  );

  // 16 − 4 − 4 + 1 = 9 and 22 − 11 − 2 + 1 = 10 residual degrees of freedom.
  it.each([
    [4, 4, true],
    [11, 2, false],
  ])('%d units by %d raters: %s', (units, raters, refused) => {
    const ratings = ratingsOf(
      Array.from({ length: units }, (_, u) => Array.from({ length: raters }, (_r, r) => u + ((u * r) % 3))),
    );
    expect(run(ratings).ranks === null).toBe(refused);
  });
});

describe('progress', () => {
  it('is told about a hundred times, from none to all', () => {
    const told: number[] = [];
    runToEnd(rankIntervals(ratingTable(T3), { seed: 's', resamples: 1000 }), (done, of) =>
      told.push(done / of),
    );
    expect(told).toHaveLength(101);
    expect([told[0], told[50], told.at(-1)]).toEqual([0, 0.5, 1]);
  });

  it('can be stopped by not asking on', () => {
    const computation = rankIntervals(ratingTable(T3), { seed: 's' });
    expect(computation.next().done).toBe(false);
    computation.return({ ranks: null, reason: 'noScores', words: { zh: '', en: '' } });
    expect(computation.next().done).toBe(true);
  });
});
