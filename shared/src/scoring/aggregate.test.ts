import { describe, expect, it } from 'vitest';
import { dec } from '../decimal';
import type { Aggregation } from '../rubric';
import { aggregate } from './aggregate';
import { trimmedMean } from './trimmed-mean';

describe('trimmedMean', () => {
  it('reproduces T5: 0…10 and 50, a tenth on each side', () => {
    const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50];
    expect(trimmedMean(values, 0.1)).toBe('5.5');
    expect(trimmedMean(values, 0)).toBe('8.75');
  });

  it.each([
    [[], 0.1, null, 'nothing to average'],
    [[7], 0.4, '7', 'nothing to drop'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 100], 0.1, '15.11111111111111111111', '0.9 of a value rounds down to none'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.1, '5.5', 'one of ten on each side'],
  ])('%j by %d → %s (%s)', (values, proportion, expected, _why) => {
    expect(trimmedMean(values, proportion)).toBe(expected);
  });
});

describe('aggregate', () => {
  const dropHighLow: Aggregation = { policy: 'dropHighLow', from: 5 };
  it.each<[number[], Aggregation, string | null, string, string]>([
    [[60, 80, 90, 100], dropHighLow, '82.5', 'mean', 'four raters: nothing dropped'],
    [[0, 80, 85, 90, 100], dropHighLow, '85', 'dropHighLow', 'five raters: one high, one low'],
    [[0, 0, 85, 90, 100, 100], dropHighLow, '68.75', 'dropHighLow', 'only one of two equal ones'],
    [[70, 80], { policy: 'trimmed', proportion: 0.4 }, '75', 'mean', '0.8 of a sheet is none'],
    [[0, 80, 100], { policy: 'trimmed', proportion: 0.34 }, '80', 'trimmed', 'a third and more'],
    [[], dropHighLow, null, '', 'nobody scored'],
  ])('%j %j → %s', (totals, policy, value, rule, _why) => {
    const result = aggregate(totals.map(dec), policy);
    expect(result && [result.value.toString(), result.rule]).toEqual(value && [value, rule]);
  });

  it('keeps the raw mean beside the adjusted one', () => {
    expect(aggregate([0, 80, 85, 90, 100].map(dec), dropHighLow)?.rawMean.toString()).toBe('71');
  });

  it('shares the drop between equal sheets instead of choosing one of them', () => {
    const kept = aggregate([90, 60, 90, 70, 80].map(dec), dropHighLow)?.kept;
    expect(kept?.map((one) => one.kept / one.of)).toEqual([0.5, 0, 0.5, 1, 1]);
  });
});
