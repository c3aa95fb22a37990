import { expect, it } from 'vitest';
import { wilson } from './wilson';

// T6, published 95 % intervals.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%d of %d', (successes, n, low, high) => {
  const interval = wilson(successes, n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

it('has exact ends', () => {
  expect(wilson(0, 20)?.low).toBe(0);
  expect(wilson(20, 20)?.high).toBe(1);
});

it('gives nothing for nobody and refuses what is no proportion', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(() => wilson(3, 2)).toThrow(RangeError);
  expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
});
