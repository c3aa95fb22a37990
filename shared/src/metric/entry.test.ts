import { describe, expect, it } from 'vitest';
import {
  entryFaults,
  entryFigure,
  entryInterval,
  LEAST_ANSWERS,
  type MetricEntry,
  responseRate,
} from './entry';

const rate = (more: Partial<MetricEntry>): MetricEntry => ({ metric: 'satisfaction', ...more });
const points = (more: Partial<MetricEntry>): MetricEntry => ({ metric: 'inspectionScore', ...more });

describe('entryFaults', () => {
  it.each<[MetricEntry, string[], string]>([
    [rate({ numerator: 81, denominator: 263 }), [], 'a rate'],
    [rate({ numerator: 81, denominator: 263, invited: 263 }), [], 'all answered'],
    [rate({ numerator: 0, denominator: 0 }), [], 'nobody answered: no rate, but no fault'],
    [rate({ numerator: 264, denominator: 263 }), ['numerator OUT_OF_RANGE'], 'more than all'],
    [rate({ numerator: 81, denominator: 263, invited: 262 }), ['invited OUT_OF_RANGE'], 'fewer asked'],
    [rate({ denominator: 263 }), ['numerator REQUIRED'], 'of how many only'],
    [rate({}), ['numerator REQUIRED', 'denominator REQUIRED'], 'nothing'],
    [rate({ numerator: 1, denominator: 20, value: 5 }), ['value BAD_INPUT'], 'points of a rate'],
    [points({ value: 0 }), [], 'no points'],
    [points({ value: 100 }), [], 'all points'],
    [points({ value: 100.1 }), ['value OUT_OF_RANGE'], 'above all'],
    [points({ value: -0.1 }), ['value OUT_OF_RANGE'], 'below none'],
    [points({}), ['value REQUIRED'], 'nothing'],
    [points({ value: 90, numerator: 9 }), ['numerator BAD_INPUT'], 'a rate of points'],
  ])('%j → %j (%s)', (entry, expected) => {
    expect(entryFaults(entry).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});

describe('entryFigure', () => {
  it.each<[MetricEntry, ReturnType<typeof entryFigure>, string]>([
    [rate({ numerator: 9, denominator: 12 }), { value: 75, numerator: 9, denominator: 12 }, 'a rate'],
    [rate({ numerator: 0, denominator: 10 }), { value: 0, numerator: 0, denominator: 10 }, 'ten are enough'],
    [rate({ numerator: 9, denominator: 9 }), { value: null, denominator: 9, tooFew: true }, 'nine are not'],
    [
      rate({ numerator: 0, denominator: 0 }),
      { value: null, denominator: 0, tooFew: true },
      'nobody answered',
    ],
    [points({ value: 87.5 }), { value: 87.5 }, 'points'],
  ])('%j → %j (%s)', (entry, expected) => {
    expect(entryFigure(entry)).toEqual(expected);
    expect(LEAST_ANSWERS).toBe(10);
  });
});

// The published table T6.
describe('entryInterval', () => {
  it.each([
    [81, 263, 25.53, 36.62],
    [15, 148, 6.24, 16.05],
    [0, 20, 0, 16.11],
    [1, 29, 0.61, 17.18],
  ])('%i of %i lies between %d and %d', (numerator, denominator, low, high) => {
    const interval = entryInterval(rate({ numerator, denominator }));
    expect(interval?.low).toBeCloseTo(low, 2);
    expect(interval?.high).toBeCloseTo(high, 2);
  });

  it('is none of too few answers, nor of points', () => {
    expect(entryInterval(rate({ numerator: 5, denominator: 9 }))).toBeNull();
    expect(entryInterval(points({ value: 90 }))).toBeNull();
  });
});

it('who answered is told of those asked, where that is known', () => {
  expect(responseRate(rate({ numerator: 8, denominator: 60, invited: 80 }))).toBe(75);
  expect(responseRate(rate({ numerator: 8, denominator: 60 }))).toBeNull();
});
