import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareInstants,
  dayOf,
  demoClock,
  endOfDayInstant,
  instantAt,
  isInstant,
  startOfDayInstant,
  timeOf,
} from '.';

describe('isInstant', () => {
  it.each([
    ['2022-07-18T01:00:00.000Z', true],
    ['2022-07-18T09:00+08:00', true],
    ['2022-07-18T09:00:00', false],
    ['2022-02-30T09:00:00Z', false],
    ['2022-07-18T24:00:00Z', false],
    ['2022-07-18', false],
    [null, false],
  ])('%s → %s', (value, expected) => expect(isInstant(value)).toBe(expected));
});

describe('day ↔ instant in Asia/Shanghai', () => {
  it.each([
    ['2022-07-17T15:59:59.999Z', '2022-07-17', '23:59'],
    ['2022-07-17T16:00:00.000Z', '2022-07-18', '00:00'],
    ['2022-07-18T15:59:59.999Z', '2022-07-18', '23:59'],
    ['2022-12-31T16:00:00Z', '2023-01-01', '00:00'],
    ['2022-07-18T00:30:00+08:00', '2022-07-18', '00:30'],
  ])('%s is %s %s', (instant, day, time) => {
    expect(dayOf(instant)).toBe(day);
    expect(timeOf(instant)).toBe(time);
  });

  it('gives the ends of a day', () => {
    expect(startOfDayInstant('2022-10-20')).toBe('2022-10-19T16:00:00.000Z');
    expect(endOfDayInstant('2022-10-20')).toBe('2022-10-20T15:59:59.999Z');
    expect(instantAt('2022-10-20', '09:30')).toBe('2022-10-20T01:30:00.000Z');
  });

  it('compares moments, not strings', () => {
    expect(compareInstants('2022-07-18T09:00:00+08:00', '2022-07-18T01:00:00Z')).toBe(0);
    expect(compareInstants('2022-07-18T09:00:00+08:00', '2022-07-18T02:00:00Z')).toBe(-1);
    expect(compareInstants('2022-07-18T02:00:00Z', '2022-07-18T09:00:00+08:00')).toBe(1);
  });

  it('refuses half an instant', () => {
    expect(() => dayOf('2022-07-18T09:00:00')).toThrow(RangeError);
    expect(() => instantAt('2022-07-18', '25:00')).toThrow(RangeError);
  });

  it('keeps the moment within the day it names', () => {
    const moment = fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const instant = date.toISOString();
        const day = dayOf(instant);
        expect(compareInstants(startOfDayInstant(day), instant)).toBeLessThanOrEqual(0);
        expect(compareInstants(instant, endOfDayInstant(day))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('demoClock', () => {
  it.each([
    ['2026-03-02T16:00:00.000Z', '2022-11-15T16:00:00.000Z', 'midnight in Shanghai'],
    ['2026-03-03T02:34:56.789Z', '2022-11-16T02:34:56.789Z', 'in the morning'],
    ['2026-03-03T15:59:59.999Z', '2022-11-16T15:59:59.999Z', 'last millisecond'],
  ])('%s → %s (%s)', (real, expected) => {
    expect(demoClock('2022-11-16', () => real).now()).toBe(expected);
  });
});
