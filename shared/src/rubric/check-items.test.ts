import { describe, expect, it } from 'vitest';
import { checkRubric } from './check-rubric';
import type { Indicator } from './schema';

const findings = (indicator: Partial<Indicator>) =>
  checkRubric({
    name: '体系',
    dimensions: [
      {
        code: 'A',
        name: '维',
        indicators: [{ code: 'A1', name: '项', maxPoints: 100, item: { kind: 'points' }, ...indicator }],
      },
    ],
  }).map(({ severity, code }) => `${severity} ${code}`);

const counted = (percent: number, count?: number): Indicator['item'] => ({
  kind: 'level',
  countBy: 'violations',
  levels: [
    { code: 'A', percent: 100, count: 0 },
    { code: 'C', percent, ...(count === undefined ? {} : { count }) },
  ],
});

describe('the last level of a number', () => {
  it.each<[Indicator['item'], string[], string]>([
    [counted(33, 2), ['warning lastLevelEarns'], 'it holds for any number above too'],
    [counted(0, 2), [], 'nothing is earned there'],
    [counted(33), [], 'it is plainly the rest'],
  ])('%j: %j (%s)', (item, expected) => {
    expect(findings({ item })).toEqual(expected);
  });
});

describe('points', () => {
  it.each<[number, string[]]>([
    [99.99, ['warning maxNot100']],
    [99.995, ['error pointsTooFine', 'warning maxNot100']],
  ])('%d: %j', (maxPoints, expected) => {
    expect(findings({ maxPoints })).toEqual(expected);
  });
});
