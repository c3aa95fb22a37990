import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranker } from './ranks';
import { tiersOf } from './tiers';

const ranksOf = (scores: number[]) => {
  const into = new Uint32Array(scores.length);
  ranker(scores.length)(Float64Array.from(scores), into);
  return [...into];
};

describe('ranks', () => {
  it.each([
    ['none', [], []],
    ['1224', [80, 90, 80, 70], [2, 1, 2, 4]],
    ['all the same', [5, 5, 5], [1, 1, 1]],
    ['the noise of a fit is no difference', [0.1 + 0.2, 0.3, 0.3 + 1e-7], [2, 2, 1]],
    ['whichever side of a line the noise puts it', [5 + 1 / 1024, 5 + 1 / 1024 - 1e-14, 6], [2, 2, 1]],
    ['scores far apart', [-1e9, 0, 1e9], [3, 2, 1]],
  ])('%s', (_what, scores, ranks) => {
    expect(ranksOf(scores)).toEqual(ranks);
  });

  it('are one more than the number of higher scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (scores) => {
        expect(ranksOf(scores)).toEqual(
          scores.map((own) => 1 + scores.filter((other) => other > own).length),
        );
      }),
    );
  });
});

describe('tiers', () => {
  const spans = (...list: [rank: number, best: number, worst: number][]) =>
    list.map(([rank, best, worst]) => ({ rank, best, worst }));

  it.each([
    ['nobody', spans(), []],
    ['intervals apart', spans([1, 1, 1], [2, 2, 2]), [1, 2]],
    [
      'a chain is cut at the reach of its first',
      spans([1, 1, 2], [2, 1, 3], [3, 3, 4], [4, 3, 4]),
      [1, 1, 2, 2],
    ],
    ['in whatever order', spans([3, 3, 3], [1, 1, 2], [2, 1, 2]), [2, 1, 1]],
    ['a shared rank is a shared tier', spans([1, 1, 2], [2, 3, 3], [2, 2, 3]), [1, 1, 1]],
    ['a wide interval further down does not reach back', spans([1, 1, 1], [2, 2, 2], [3, 1, 3]), [1, 2, 2]],
  ])('%s', (_what, given, tiers) => {
    expect(tiersOf(given)).toEqual(tiers);
  });
});
