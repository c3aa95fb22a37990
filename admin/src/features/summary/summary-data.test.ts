import { describe, expect, it } from 'vitest';
import { bandCounts, type SummaryRow, totalsByTen } from './summary-data';

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
    const steps = totalsByTen(totals.map((total) => row(total)));
    expect(steps.map(({ from, count }) => [from, count])).toEqual(expected);
  });

  it('leaves out units without a total', () => {
    expect(totalsByTen([row(null), row('95')]).map(({ count }) => count)).toEqual([1]);
  });

  it('counts the bands in their order', () => {
    const bands = ['excellent', 'good'].map((code) => ({ code, label: { zh: code, en: code }, min: 0 }));
    expect(
      bandCounts(bands, [row('91', 'excellent'), row('85', 'good'), row('81', 'good')]).map((b) => b.count),
    ).toEqual([1, 2]);
  });
});
