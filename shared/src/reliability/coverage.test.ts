import { describe, expect, it } from 'vitest';
import { type AskedScore, roundCoverage } from './coverage';

const asked: AskedScore[] = [
  { unit: 'b', rater: 'x', state: 'scored' },
  { unit: 'b', rater: 'y', state: 'recused' },
  { unit: 'a', rater: 'x', state: 'scored' },
  { unit: 'a', rater: 'y', state: 'notApplicable' },
  { unit: 'a', rater: 'y', state: 'lost' },
  { unit: 'c', rater: 'z', state: 'notApplicable' },
];
const none = { notScored: 0, notApplicable: 0, recused: 0, lost: 0 };

describe('the coverage of a round', () => {
  const coverage = roundCoverage(asked);

  it('counts by reason, and what does not apply is no gap', () => {
    expect(coverage.total).toEqual({
      scored: 2,
      missing: { notScored: 0, notApplicable: 2, recused: 1, lost: 1 },
      percent: 50,
    });
  });

  it('is told of each unit and each evaluator, by id', () => {
    expect(coverage.units).toEqual([
      { unit: 'a', scored: 1, missing: { ...none, notApplicable: 1, lost: 1 }, percent: 50 },
      { unit: 'b', scored: 1, missing: { ...none, recused: 1 }, percent: 50 },
      { unit: 'c', scored: 0, missing: { ...none, notApplicable: 1 }, percent: null },
    ]);
    expect(coverage.raters.map(({ rater, percent }) => [rater, percent])).toEqual([
      ['x', 100],
      ['y', 0],
      ['z', null],
    ]);
  });

  it('is the same told one by one or counted', () => {
    const counted = [
      { unit: 'a', rater: 'x', state: 'scored' as const, count: 3 },
      { unit: 'a', rater: 'x', state: 'lost' as const, count: 0 },
    ];
    const one = { unit: 'a', rater: 'x', state: 'scored' as const };
    expect(roundCoverage(counted)).toEqual(roundCoverage([one, one, one]));
  });

  it('of nothing is no coverage, not none', () => {
    expect(roundCoverage([])).toEqual({
      total: { scored: 0, missing: none, percent: null },
      units: [],
      raters: [],
    });
  });
});
