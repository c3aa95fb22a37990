import fc from 'fast-check';
import type { Rating } from './ratings';

/** Values of each unit from lines of one rater each, as published tables are printed; `.` is missing. */
export function byUnit(...raters: string[]): (number | null)[][] {
  const rows = raters.map((line) => line.split(' ').map((value) => (value === '.' ? null : Number(value))));
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null));
}

/** Krippendorff's example C: 4 raters, 12 units, gaps. */
export const T1 = byUnit(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

export const T2 = byUnit(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
);

/** Ratings of units S1, S2, … by raters J1, J2, …; null is missing. */
export function ratingsOf(units: readonly (readonly (number | null)[])[]): Rating[] {
  return units.flatMap((values, unit) =>
    values.flatMap((value, rater) =>
      value === null ? [] : [{ unit: `S${unit + 1}`, rater: `J${rater + 1}`, value }],
    ),
  );
}

/** Shrout and Fleiss: 6 targets, 4 judges. */
export const T3 = ratingsOf([
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]);

/** T3 with two judges for each target only. */
export const T4 = T3.filter(({ unit, rater }) =>
  ['S1J1', 'S1J2', 'S2J2', 'S2J3', 'S3J3', 'S3J4', 'S4J4', 'S4J1', 'S5J1', 'S5J3', 'S6J2', 'S6J4'].includes(
    unit + rater,
  ),
);

const integers = fc.integer({ min: -40, max: 40 });

/** What a table of scores is made of: who scored whom, with a number to make the score of. */
export const patternArb = fc
  .record({ units: fc.integer({ min: 1, max: 9 }), raters: fc.integer({ min: 1, max: 6 }) })
  .chain(({ units, raters }) =>
    fc.array(fc.array(fc.option(integers), { minLength: raters, maxLength: raters }), {
      minLength: units,
      maxLength: units,
    }),
  );

/** A pattern that is connected: the first rater scored everybody, and every rater scored the first unit. */
export const connectedArb = fc
  .tuple(patternArb, integers)
  .map(([units, filled]) =>
    units.map((values, unit) =>
      values.map((value, rater) => (unit === 0 || rater === 0 ? (value ?? filled) : value)),
    ),
  );

/** A list in any other order. */
export const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });
