import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  intersect,
  isDay,
  isWithin,
  lengthOf,
  mondayOf,
  weekday,
} from '.';

const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((offset) => addDays('2022-07-18', offset));

describe('isDay', () => {
  it.each([
    ['2022-07-18' as unknown, true, 'a day'],
    ['2024-02-29', true, 'leap year'],
    ['2023-02-29', false, 'no leap year'],
    ['2022-06-31', false, 'June has 30 days'],
    ['2022-13-01', false, 'no 13th month'],
    ['2022-00-10', false, 'no month 0'],
    ['2022-7-8', false, 'not padded'],
    ['2022-07-18T00:00:00Z', false, 'an instant'],
    ['1899-12-31', false, 'before the range'],
    ['', false, 'empty'],
    [null, false, 'nothing'],
    [20220718, false, 'a number'],
  ])('%s → %s (%s)', (value, expected) => expect(isDay(value)).toBe(expected));
});

describe('arithmetic', () => {
  it.each([
    ['2022-07-31', 1, '2022-08-01'],
    ['2022-12-31', 1, '2023-01-01'],
    ['2023-03-01', -1, '2023-02-28'],
    ['2024-03-01', -1, '2024-02-29'],
  ])('addDays(%s, %i) = %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  it.each([
    ['2022-07-18', 1, '2022-08-18'],
    ['2022-12-31', 2, '2023-02-28'],
    ['2022-03-31', -1, '2022-02-28'],
  ])('addMonths(%s, %i) = %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it.each([
    ['2022-07-18', 1, '2022-07-18'],
    ['2022-07-24', 7, '2022-07-18'],
    ['2022-08-01', 1, '2022-08-01'],
    ['2023-01-01', 7, '2022-12-26'],
  ])('%s is weekday %i of the week of %s', (day, number, monday) => {
    expect(weekday(day)).toBe(number);
    expect(mondayOf(day)).toBe(monday);
  });

  it('refuses what is no day instead of rolling over', () => {
    expect(() => addDays('2022-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2022-07-18', 'soon')).toThrow(RangeError);
  });

  it('daysBetween undoes addDays', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('orders days as time does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(compareDays(a, b)).toBe(-Math.sign(daysBetween(a, b)) || 0);
      }),
    );
  });
});

describe('ranges', () => {
  const week = { from: '2022-07-11', to: '2022-07-17' };

  it.each([
    ['2022-07-10', false],
    ['2022-07-11', true],
    ['2022-07-17', true],
    ['2022-07-18', false],
  ])('%s within the week: %s', (day, expected) => expect(isWithin(day, week)).toBe(expected));

  it.each([
    ['2022-07-01', '2022-07-11', { from: '2022-07-11', to: '2022-07-11' }],
    ['2022-07-15', '2022-08-01', { from: '2022-07-15', to: '2022-07-17' }],
    ['2022-07-18', '2022-08-01', null],
  ])('intersects %s–%s', (from, to, expected) => expect(intersect(week, { from, to })).toEqual(expected));

  it('counts both ends', () => {
    expect(lengthOf(week)).toBe(7);
    expect(lengthOf({ from: '2022-07-11', to: '2022-07-11' })).toBe(1);
    expect(lengthOf({ from: '2022-07-12', to: '2022-07-11' })).toBe(0);
  });
});
