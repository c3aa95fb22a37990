import { describe, expect, it } from 'vitest';
import { daysLeft, lateDays, standingOf } from './due';

const OCTOBER = { dueOn: '2022-10-20', dayIncluded: true };

describe('lateDays', () => {
  it.each([
    ['2022-10-20T15:59:59.999Z', true, 0, 'the last moment of the day in Shanghai'],
    ['2022-10-20T16:00:00.000Z', true, 1, 'midnight: one day late'],
    ['2022-10-21T15:59:59.999Z', true, 1, 'still the first day after'],
    ['2022-10-21T16:00:00.000Z', true, 2, 'the second'],
    ['2022-09-01T00:00:00.000Z', true, 0, 'long before'],
    ['2022-10-20T23:59:59.999+08:00', true, 0, 'written with its offset'],
    ['2022-10-19T16:00:00.000Z', false, 1, '前 without the day itself'],
    ['2022-10-19T15:59:59.999Z', false, 0, 'the end of the day before'],
    ['2023-02-20T16:00:00.000Z', true, 124, 'months late'],
  ])('%s (day included: %s) → %i (%s)', (received, dayIncluded, expected) => {
    expect(lateDays({ ...OCTOBER, dayIncluded }, received)).toBe(expected);
  });

  it('refuses what is no moment', () => {
    expect(() => lateDays(OCTOBER, '2022-10-20')).toThrow(RangeError);
  });
});

describe('standingOf', () => {
  it.each<[number | null, string, string, string]>([
    [0, '2022-10-01', 'met', 'in time'],
    [0, '2023-01-01', 'met', 'in time, whenever one looks'],
    [1, '2022-10-21', 'late', 'a day late'],
    [null, '2022-10-20', 'notYet', 'the last day is not over'],
    [null, '2022-10-21', 'missing', 'the day after'],
    [null, '2022-10-01', 'notYet', 'before'],
  ])('late %s on %s → %s (%s)', (late, today, expected) => {
    expect(standingOf(OCTOBER, late, today)).toBe(expected);
  });
});

describe('daysLeft', () => {
  it.each([
    ['2022-10-19', 1],
    ['2022-10-20', 0],
    ['2022-10-21', -1],
  ])('on %s: %i', (today, expected) => expect(daysLeft(OCTOBER, today)).toBe(expected));
});
