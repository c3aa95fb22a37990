import { describe, expect, it } from 'vitest';
import { type Item, itemSchema } from '../rubric';
import type { Entry } from './entries';
import { scoreItem } from './item';
import { makeIndicator } from './test-builders';

const parse = (item: unknown): Item => itemSchema.parse(item);
type Row = [entry: Entry | undefined, value: string | null, why: string];

function table(name: string, item: Item, maxPoints: number, rows: Row[], metrics = {}) {
  describe(name, () => {
    it.each(rows)('%j → %s (%s)', (entry, value, _why) => {
      expect(scoreItem(makeIndicator('P1', maxPoints, item), entry, metrics).value).toBe(value);
    });
  });
}

table('points', { kind: 'points' }, 10, [
  [{ points: 0 }, '0', 'zero is a score'],
  [{ points: 0.1 }, '0.1', 'exactly one tenth'],
  [{ points: 10 }, '10', 'the maximum'],
  [{ points: 10.5 }, '10', 'never above it'],
  [{ points: -1 }, '0', 'never below 0'],
  [undefined, null, 'missing is not zero'],
  [{ comment: '待查' }, null, 'a comment is no score'],
  [{ points: 8, missing: 'recused' }, null, 'a reason wins over a left-over value'],
]);

const judged = parse({ kind: 'deduct', rule: { mode: 'judged', min: 1, max: 5 } });
table('deduct, judged', judged, 10, [
  [{ deductions: [] }, '10', 'nothing found is full marks'],
  [{ deductions: [{ points: 1 }, { points: 3.5 }] }, '5.5', 'added up'],
  [{ deductions: [{ points: 5 }, { points: 4 }] }, '1', 'one above the floor'],
  [{ deductions: [{ points: 5 }, { points: 5 }] }, '0', 'on the floor'],
  [{ deductions: [{ points: 5 }, { points: 5 }, { points: 1 }] }, '0', '扣完为止'],
  [{ deducted: 2 }, '8', 'as a sum'],
  [{ count: 2 }, null, 'a number says nothing where each is judged'],
  [{}, null, 'not judged'],
]);

const perMissing = parse({ kind: 'deduct', rule: { mode: 'perMissing', each: 0.3 } });
table('deduct, per missing', perMissing, 1, [
  [{ count: 0 }, '1', 'none missing'],
  [{ count: 3 }, '0.1', 'three times 0.3 is exactly 0.9'],
  [{ count: 4 }, '0', '扣完为止'],
  [{ deductions: [{ points: 0.6 }] }, '0.4', 'listed'],
]);

describe('deduct from elsewhere says what it takes', () => {
  it.each([
    ['dimension', { deducted: 4 }, '-4'],
    ['dimension', { deducted: 11 }, '-10'],
    ['total', { deductions: [] }, '0'],
    ['total', {}, null],
  ])('%s %j → %s', (from, entry, value) => {
    const item = parse({ kind: 'deduct', from, rule: { mode: 'judged', min: 1, max: 5 } });
    expect(scoreItem(makeIndicator('P1', 10, item), entry).value).toBe(value);
  });
});

const levels = [
  { code: 'A', percent: 100 },
  { code: 'B', percent: 66 },
  { code: 'C', percent: 33 },
  { code: 'C#', percent: 0 },
];
table('level', { kind: 'level', levels }, 5, [
  [{ level: 'A' }, '5', '100 %'],
  [{ level: 'B' }, '3.3', '66 %'],
  [{ level: 'C' }, '1.65', '33 %'],
  [{ level: 'C#' }, '0', '0 % is a score'],
  [{ level: 'D' }, null, 'no such level'],
  [{ count: 0 }, null, 'no counting here'],
]);

const withCounts = (counts: (number | undefined)[]) =>
  levels.map((level, at) => ({ ...level, count: counts[at] }));
table(
  'level by violations 0/1/2/3',
  { kind: 'level', countBy: 'violations', levels: withCounts([0, 1, 2, 3]) },
  100,
  [
    [{ count: 0 }, '100', 'A'],
    [{ count: 1 }, '66', 'B'],
    [{ count: 2 }, '33', 'C'],
    [{ count: 3 }, '0', 'C#'],
    [{ count: 4 }, '0', 'more than the last number is still the last level'],
    [{ level: 'B' }, '66', 'a level may be chosen directly'],
  ],
);
table(
  'level by standards met 5/4/3/fewer',
  { kind: 'level', countBy: 'met', levels: withCounts([5, 4, 3, undefined]) },
  100,
  [
    [{ count: 6 }, '100', 'more than asked'],
    [{ count: 5 }, '100', 'A'],
    [{ count: 4 }, '66', 'B'],
    [{ count: 3 }, '33', 'C'],
    [{ count: 2 }, '0', 'fewer'],
    [{ count: 0 }, '0', 'none'],
  ],
);

const ratio = parse({
  kind: 'ratio',
  steps: [
    { at: 70, points: 10 },
    { at: 60, points: 7 },
  ],
});
table('ratio', ratio, 10, [
  [{ numerator: 7, denominator: 10 }, '10', '以上 includes the number'],
  [{ numerator: 699, denominator: 1000 }, '7', 'just below'],
  [{ numerator: 600, denominator: 1000 }, '7', 'on the lower one'],
  [{ numerator: 599, denominator: 1000 }, '0', 'below all'],
  [{ numerator: 0, denominator: 10 }, '0', 'a rate of 0 is a score'],
  [{ numerator: 0, denominator: 0 }, null, 'nobody to count is no rate'],
  [{ numerator: 7 }, null, 'half filled'],
]);
table('ratio on thirds', parse({ kind: 'ratio', steps: [{ at: 66.6, points: 5 }] }), 10, [
  [{ numerator: 2, denominator: 3 }, '5', '66.67 % is above'],
  [{ numerator: 333, denominator: 500 }, '5', 'exactly 66.6 %'],
  [{ numerator: 3329, denominator: 5000 }, '0', '66.58 % is below'],
]);

const linear = (zeroAt: number, fullAt: number) =>
  parse({ kind: 'metric', metric: 'm', rule: { mode: 'linear', zeroAt, fullAt } });
describe.each([
  [0, 8, -1, '0'],
  [0, 8, 0, '0'],
  [0, 8, 4, '5'],
  [0, 8, 8, '10'],
  [0, 8, 9, '10'],
  [10, 0, 0, '10'],
  [10, 0, 9, '1'],
  [10, 0, 11, '0'],
])('metric linear %d → %d', (zeroAt, fullAt, figure, value) => {
  it(`${figure} earns ${value} of 10`, () => {
    expect(scoreItem(makeIndicator('P1', 10, linear(zeroAt, fullAt)), undefined, { m: figure }).value).toBe(
      value,
    );
  });
});

const late = parse({
  kind: 'metric',
  metric: 'late',
  rule: {
    mode: 'steps',
    direction: 'atMost',
    steps: [
      { at: 0, points: 10 },
      { at: 1, points: 6 },
    ],
  },
});
table(
  'metric, less is better, from the records',
  late,
  10,
  [
    [undefined, '10', 'none late'],
    [{ value: 5 }, '10', 'the records win'],
  ],
  { late: 0 },
);
table('metric, one late', late, 10, [[{}, '6', 'on the threshold']], { late: 1 });
table('metric, two late', late, 10, [[{}, '0', 'beyond']], { late: 2 });
table(
  'metric without a figure',
  late,
  10,
  [
    [undefined, null, 'missing'],
    [{ value: 1 }, '6', 'the frozen figure on the sheet'],
  ],
  { late: null },
);

const bonus = parse({
  kind: 'bonus',
  options: [
    { code: 'national', points: 3 },
    { code: 'province', points: 2 },
    { code: 'city', points: 1 },
  ],
});
table('bonus', bonus, 10, [
  [{ uses: [] }, '0', 'none claimed'],
  [{ uses: [{ option: 'national', count: 3 }] }, '9', 'one below the cap'],
  [
    {
      uses: [
        { option: 'national', count: 3 },
        { option: 'city', count: 1 },
      ],
    },
    '10',
    'on the cap',
  ],
  [
    {
      uses: [
        { option: 'national', count: 3 },
        { option: 'province', count: 1 },
      ],
    },
    '10',
    'capped',
  ],
  [{ uses: [{ option: 'world', count: 1 }] }, '0', 'no such option'],
  [undefined, null, 'nothing said'],
]);

describe('veto', () => {
  it.each([
    [{ triggered: true }, true],
    [{ triggered: false }, false],
    [{}, undefined],
    [{ triggered: true, missing: 'recused' as const }, undefined],
  ])('%j', (entry, triggered) => {
    const score = scoreItem(makeIndicator('V', 0, { kind: 'veto', effect: 'zero' }), entry);
    expect([score.triggered, score.value]).toEqual([triggered, null]);
  });
});

it('says in words how the number came about', () => {
  const score = scoreItem(makeIndicator('P1', 20, { kind: 'level', levels }), { level: 'B' });
  expect(score.words.zh).toBe('评为 B 档，按 20 分的 66% 计 13.2 分');
  expect(scoreItem(makeIndicator('P1', 10, judged), { deducted: 12 }).words.zh).toContain('扣完为止');
});
