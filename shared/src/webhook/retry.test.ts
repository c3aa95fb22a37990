import { describe, expect, it } from 'vitest';
import { failsTooLong, nextTry } from './retry';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('when a failed delivery is tried again', () => {
  it.each([
    [1, 0, 5 * SECOND, 'the first wait'],
    [2, 0, 30 * SECOND, ''],
    [3, 0, 2 * MINUTE, ''],
    [4, 0, 10 * MINUTE, ''],
    [5, 0, HOUR, ''],
    [6, 0, 6 * HOUR, ''],
    [7, 0, 6 * HOUR, 'the last wait is repeated'],
    [40, 0, 6 * HOUR, ''],
    [1, 0.5, 5.5 * SECOND, 'half of the spread'],
    [6, 0.999999, 7.2 * HOUR, 'never more than a fifth longer'],
  ])('after %i failures, chance %f: %i ms (%s)', (failures, chance, wait) => {
    const now = 1_700_000_000_000;
    expect(Math.abs((nextTry(failures, now, now, chance) ?? 0) - now - wait)).toBeLessThan(50);
  });

  it.each([
    [3 * DAY - 6 * HOUR, true, 'the next try ends on the third day'],
    [3 * DAY - 6 * HOUR + 1, false, 'the next try would be later'],
    [4 * DAY, false, 'a server that was away for days'],
  ])('%i ms after the first try again: %s (%s)', (age, again) => {
    expect(nextTry(8, 0, age, 0) !== null).toBe(again);
  });
});

describe('an address that only fails', () => {
  it.each([
    [19, 2 * DAY, false, 'too few'],
    [20, DAY - 1, false, 'not for a whole day'],
    [20, DAY, true, 'both'],
    [500, HOUR, false, 'many in a short time'],
  ])('%i failures in %i ms: disabled %s (%s)', (failures, age, disabled) => {
    expect(failsTooLong(failures, 0, age)).toBe(disabled);
  });
});
