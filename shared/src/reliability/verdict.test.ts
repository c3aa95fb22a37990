import { describe, expect, it } from 'vitest';
import { reliabilityVerdict } from './verdict';

const enough = { units: 30, raters: 3 };

describe('a verdict', () => {
  it.each([
    [1, 'usable', '1.000'],
    [0.8, 'usable', '0.800'],
    [1 - 0.2, 'usable', '0.800'],
    [0.7 + 0.1 - 1e-12, 'usable', '0.800'],
    [0.7999, 'tentative', '0.799'],
    [0.667, 'tentative', '0.667'],
    [0.6669, 'unreliable', '0.666'],
    [0, 'unreliable', '0.000'],
    [-0.25, 'unreliable', '-0.250'],
  ] as const)('%d is %s', (coefficient, verdict, shown) => {
    const result = reliabilityVerdict(coefficient, enough);
    expect(result.verdict).toBe(verdict);
    expect(result.words.zh).toContain(shown);
    expect(result.words.en).toContain(shown);
  });

  it.each([
    [{ units: 30, raters: 3 }, ['agreementOnly']],
    [{ units: 29, raters: 3 }, ['agreementOnly', 'fewUnits']],
    [{ units: 6, raters: 2 }, ['agreementOnly', 'fewUnits', 'fewRaters']],
  ])('on %j has its limits', (basis, limits) => {
    expect(reliabilityVerdict(0.9, basis).limits.map(({ limit }) => limit)).toEqual(limits);
  });

  it.each([Number.NaN, 1.1])('is not given on %d', (coefficient) => {
    expect(() => reliabilityVerdict(coefficient, enough)).toThrow(RangeError);
  });
});
