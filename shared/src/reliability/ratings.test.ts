import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ratingTable } from './ratings';
import { patternArb, ratingsOf, shuffled, T3 } from './test-builders';

it('stands by unit and rater, each in the order of ids', () => {
  const table = ratingTable([
    { unit: 'b', rater: 'y', value: 4 },
    { unit: 'a', rater: 'y', value: 2 },
    { unit: 'b', rater: 'x', value: 3 },
  ]);
  expect(table.units).toEqual(['a', 'b']);
  expect(table.raters).toEqual(['x', 'y']);
  expect([...table.starts]).toEqual([0, 1, 3]);
  expect([...table.raterAt]).toEqual([1, 0, 1]);
  expect([...table.values]).toEqual([2, 3, 4]);
});

it('is the same in whatever order the ratings came', () => {
  const lists = patternArb.map(ratingsOf).chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
  fc.assert(
    fc.property(lists, ([list, other]) => {
      expect(ratingTable(other)).toEqual(ratingTable(list));
    }),
  );
});

it('refuses what is no score and a second score of one rater', () => {
  const [first] = T3;
  expect(() => ratingTable([{ unit: 'a', rater: 'x', value: Number.NaN }])).toThrow(RangeError);
  expect(() => ratingTable(first ? [...T3, first] : [])).toThrow('J1 scored S1 twice');
});

it('may be empty', () => {
  expect(ratingTable([])).toMatchObject({ units: [], raters: [] });
});
