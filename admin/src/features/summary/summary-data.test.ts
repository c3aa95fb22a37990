import { describe, expect, it } from 'vitest';
import { bandCounts, type SummaryRow, stepFor, totalsBySteps } from './summary-data';

const row = (total: string | null, band: string | null = null): SummaryRow => ({
  unit: { documentId: String(total), name: 'x' },
  rank: null,
  tiedWith: 0,
  total,
  band: band ? { code: band, words: { zh: band, en: band } } : null,
  moved: [],
  tieBreak: null,
  raters: 3,
  coverage: null,
  rawMean: null,
  dimensions: {},
  note: null,
});

describe('the distribution of totals', () => {
  it.each([
    [[], []],
    [['95', '100'], [[90, 2]]],
    [
      ['89.99', '90'],
      [
        [80, 1],
        [90, 1],
      ],
    ],
    [
      ['101', '60'],
      [
        [60, 1],
        [70, 0],
        [80, 0],
        [90, 0],
        [100, 1],
      ],
    ],
  ])('%j', (totals, expected) => {
    const steps = totalsBySteps(
      totals.map((total) => row(total)),
      100,
    );
    expect(steps.map(({ from, count }) => [from, count])).toEqual(expected);
  });

  it.each([
    [10, 1],
    [50, 5],
    [100, 10],
    [120, 10],
    [150, 10],
    [160, 20],
    [1000, 100],
  ])('of %i points goes in steps of %i', (max, step) => {
    expect(stepFor(max)).toBe(step);
  });

  it('of thousands of units is counted', () => {
    const many = Array.from({ length: 200_000 }, () => row('7'));
    expect(totalsBySteps(many, 10)).toEqual([
      { from: 7, to: 8, count: 200_000 },
      { from: 8, to: 9, count: 0 },
      { from: 9, to: 10, count: 0 },
    ]);
  });

  it('leaves out units without a total', () => {
    expect(totalsBySteps([row(null), row('95')], 100).map(({ count }) => count)).toEqual([1]);
  });

  it('counts the bands in their order', () => {
    const bands = ['excellent', 'good'].map((code) => ({ code, label: { zh: code, en: code }, min: 0 }));
    expect(
      bandCounts(bands, [row('91', 'excellent'), row('85', 'good'), row('81', 'good')]).map((b) => b.count),
    ).toEqual([1, 2]);
  });
});
