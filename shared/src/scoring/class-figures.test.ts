import { describe, expect, it } from 'vitest';
import { classFigures } from './class-figures';

describe('mean and median of a class', () => {
  it.each([
    [[], 2, { scored: 0, mean: null, median: null }],
    [[null, null], 2, { scored: 0, mean: null, median: null }],
    [['80', null], 2, { scored: 1, mean: '80.00', median: '80.00' }],
    [['90', '70', '100'], 2, { scored: 3, mean: '86.67', median: '90.00' }],
    [['9', '80', '100', '10'], 1, { scored: 4, mean: '49.8', median: '45.0' }],
  ])('%j to %i places', (totals, digits, expected) => {
    expect(classFigures(totals, digits)).toEqual(expected);
  });

  it('is made of exact totals and rounded once', () => {
    // Each of them rounds to 84.67; the mean of what is shown would be 84.67.
    expect(classFigures(['84.665', '84.6650001'], 2)).toMatchObject({ mean: '84.67', median: '84.67' });
    expect(classFigures(['84.666', '84.663', '84.665'], 2)).toMatchObject({ mean: '84.66', median: '84.67' });
    expect(classFigures(['0.1', '0.2'], 3).mean).toBe('0.150');
  });
});
