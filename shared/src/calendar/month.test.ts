import { describe, expect, it } from 'vitest';
import { isMonth, monthRange, monthRows, monthsBetween, shiftMonth } from '.';

describe('months', () => {
  it.each([
    ['2022-07', true],
    ['2022-13', false],
    ['2022-7', false],
    ['2022-07-01', false],
    [undefined, false],
  ])('isMonth(%s) = %s', (value, expected) => expect(isMonth(value)).toBe(expected));

  it('knows short months', () => {
    expect(monthRange('2023-02')).toEqual({ from: '2023-02-01', to: '2023-02-28' });
    expect(monthRange('2024-02').to).toBe('2024-02-29');
    expect(shiftMonth('2022-12', 1)).toBe('2023-01');
    expect(() => monthRange('2022-13')).toThrow(RangeError);
  });

  it('lists the months of a range', () => {
    expect(monthsBetween('2022-11-30', '2023-01-01')).toEqual(['2022-11', '2022-12', '2023-01']);
    expect(monthsBetween('2022-07-01', '2022-06-30')).toEqual([]);
  });
});

describe('monthRows', () => {
  it('starts with the row that holds the first day', () => {
    expect(monthRows('2022-07')).toEqual([
      { from: '2022-06-27', to: '2022-07-03' },
      { from: '2022-07-04', to: '2022-07-10' },
      { from: '2022-07-11', to: '2022-07-17' },
      { from: '2022-07-18', to: '2022-07-24' },
      { from: '2022-07-25', to: '2022-07-31' },
    ]);
  });

  it.each([
    ['2021-02', 4],
    ['2022-08', 5],
    ['2022-10', 6],
  ])('%s takes %i rows', (month, rows) => expect(monthRows(month)).toHaveLength(rows));
});
