import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements, type ScoredCell } from './disagreements';
import { shuffled } from './test-builders';

const cell = (unit: string, dimension: string | null, maximum: number, ...values: number[]): ScoredCell => ({
  unit,
  dimension,
  maximum,
  scores: values.map((value, at) => ({ rater: `J${at + 1}`, value })),
});

describe('disagreements', () => {
  const cells = [
    cell('a', 'D1', 10, 5, 8, 5),
    cell('a', null, 100, 60, 100),
    cell('b', 'D1', 10, 9, 9),
    cell('b', 'D2', 1, 0.1, 0.3),
    cell('c', 'D2', 20, 20),
    cell('c', null, 100),
  ];

  it('come by their size, with who stands at which end', () => {
    expect(disagreements(cells, 20)).toEqual([
      {
        unit: 'a',
        dimension: null,
        spread: 40,
        percent: 40,
        lowest: { value: 60, raters: ['J1'] },
        highest: { value: 100, raters: ['J2'] },
        raters: 2,
      },
      {
        unit: 'a',
        dimension: 'D1',
        spread: 3,
        percent: 30,
        lowest: { value: 5, raters: ['J1', 'J3'] },
        highest: { value: 8, raters: ['J2'] },
        raters: 3,
      },
    ]);
  });

  it('are over the threshold, not at it, and 0.3 − 0.1 is 20 % of 1', () => {
    const ofB = (threshold: number) =>
      disagreements(cells, threshold).filter(({ unit }) => unit === 'b').length;
    expect([ofB(20), ofB(19.9)]).toEqual([0, 1]);
  });

  it('do not depend on the order of the cells', () => {
    fc.assert(
      fc.property(shuffled(cells), (other) => {
        expect(disagreements(other, -1)).toEqual(disagreements(cells, -1));
      }),
    );
  });

  it.each([
    ['no points to be had', cell('a', null, 0, 1, 2), 10],
    ['what is no score', cell('a', null, 10, 1, Number.NaN), 10],
    ['no threshold', cell('a', null, 10, 1, 2), Number.NaN],
  ])('refuse %s', (_what, wrong, threshold) => {
    expect(() => disagreements([wrong], threshold)).toThrow(RangeError);
  });
});
