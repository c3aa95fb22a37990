import { describe, expect, it } from 'vitest';
import { itemSchema, rubricPreset } from '../rubric';
import { checkEntries, sheetEntriesSchema } from './check-entries';
import { judgesNothing, missingEntries } from './missing-entries';
import { makeIndicator, makeRubric } from './test-builders';

const item = (value: unknown) => itemSchema.parse(value);
const rubric = makeRubric([
  makeIndicator('P', 10),
  makeIndicator('J', 10, item({ kind: 'deduct', rule: { mode: 'judged', min: 1, max: 5 } })),
  makeIndicator('M', 10, item({ kind: 'deduct', rule: { mode: 'perMissing', each: 2 } })),
  makeIndicator(
    'L',
    10,
    item({
      kind: 'level',
      levels: [
        { code: 'A', percent: 100 },
        { code: 'B', percent: 0 },
      ],
    }),
  ),
  makeIndicator(
    'C',
    10,
    item({
      kind: 'level',
      countBy: 'violations',
      levels: [
        { code: 'A', percent: 100, count: 0 },
        { code: 'B', percent: 0 },
      ],
    }),
  ),
  makeIndicator('R', 10, item({ kind: 'ratio', steps: [{ at: 70, points: 10 }] })),
  makeIndicator('B', 10, item({ kind: 'bonus', options: [{ code: 'city', points: 1 }] })),
  makeIndicator('V', 0, item({ kind: 'veto' })),
  makeIndicator('S', 10, { kind: 'points' }, { sources: ['public'] }),
]);

describe('checkEntries', () => {
  it.each([
    [{}, [], 'an empty draft'],
    [{ P: {} }, [], 'an empty entry'],
    [{ P: { points: 10 } }, [], 'the maximum'],
    [{ P: { points: 10.01 } }, ['P.points outOfRange'], 'just above'],
    [{ P: { points: -1 } }, ['P.points shape'], 'negative'],
    [{ P: { points: '8' } }, ['P.points shape'], 'a text'],
    [{ P: { points: 8.25 } }, [], 'two places'],
    [{ P: { points: 8.255 } }, ['P.points tooManyPlaces'], 'three places'],
    [{ P: { missing: 'lost', comment: '已遗失' } }, [], 'a reason with words'],
    [{ P: { points: 9, missing: 'lost' } }, ['P.missing valueAndReason'], 'a reason and a score'],
    [
      { P: { points: 99, missing: 'lost' } },
      ['P.missing valueAndReason', 'P.points outOfRange'],
      'and the score is looked at all the same',
    ],
    [{ V: { triggered: false, missing: 'lost' } }, ['V.missing valueAndReason'], 'nor with a veto'],
    [{ P: { missing: 'asleep' } }, ['P.missing shape'], 'no such reason'],
    [{ P: { level: 'A' } }, ['P.level unknownField'], 'a field of another kind'],
    [{ X: { points: 1 } }, ['X unknownIndicator'], 'no such indicator'],
    [{ constructor: { points: 1 } }, ['constructor unknownIndicator'], 'nor this one'],
    [{ S: { points: 1 } }, ['S notYours'], 'judged by another source'],
    [
      { J: { deductions: [{ points: 5 }, { points: 5.5 }] } },
      ['J.deductions.1.points outOfRange'],
      'more than once allows',
    ],
    [{ J: { deductions: [{ points: 0.5 }] } }, ['J.deductions.0.points outOfRange'], 'less than once allows'],
    [{ J: { deductions: [], deducted: 3 } }, ['J twoWays'], 'two ways'],
    [{ J: { count: 3 } }, ['J.count notCounted'], 'judged, not counted'],
    [{ J: { deducted: 10.5 } }, ['J.deducted outOfRange'], 'more than the indicator has'],
    [{ M: { count: 3 } }, [], 'counted'],
    [{ M: { count: 1.5 } }, ['M.count shape'], 'half a thing'],
    [
      { M: { deductions: [{ points: 4 }, { points: 3 }] } },
      ['M.deductions.1.points notMultiple'],
      'no multiple of 2',
    ],
    [
      { J: { deductions: [{ points: 1, evil: 'x' }] } },
      ['J.deductions.0.evil unknownField'],
      'a key that a deduction does not have',
    ],
    [{ L: { level: 'B' } }, [], 'a level'],
    [{ L: { level: 'C' } }, ['L.level unknownLevel'], 'no such level'],
    [{ L: { count: 1 } }, ['L.count notCounted'], 'nothing to count'],
    [{ C: { count: 1, level: 'A' } }, ['C.level twoWays'], 'which of the two'],
    [{ R: { numerator: 5, denominator: 5 } }, [], 'all of them'],
    [{ R: { numerator: 6, denominator: 5 } }, ['R.numerator aboveWhole'], 'swapped'],
    [{ R: { numerator: 0, denominator: 0 } }, ['R.denominator zeroDenominator'], 'nobody'],
    [{ R: { numerator: 1e-7, denominator: 5 } }, ['R.numerator shape'], 'no whole number of people'],
    [{ R: { numerator: 1, denominator: 1.5 } }, ['R.denominator shape'], 'nor here'],
    [{ B: { uses: [{ option: 'city', count: 2 }] } }, [], 'a bonus'],
    [
      { B: { uses: [{ option: 'city', count: 2, evil: 1 }] } },
      ['B.uses.0.evil unknownField'],
      'a key that a use does not have',
    ],
    [{ B: { uses: [{ option: 'moon', count: 2 }] } }, ['B.uses.0.option unknownOption'], 'no such option'],
    [
      {
        B: {
          uses: [
            { option: 'city', count: 1 },
            { option: 'city', count: 1 },
          ],
        },
      },
      ['B.uses.1.option duplicateOption'],
      'twice',
    ],
    [{ V: { triggered: 'yes' } }, ['V.triggered shape'], 'not yes or no'],
    ['nonsense', [' shape'], 'no sheet at all'],
    [[], [' shape'], 'a list'],
  ])('%j → %j (%s)', (entries, expected, _why) => {
    const errors = checkEntries(rubric, entries, 'district');
    expect(errors.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected);
    expect(errors.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
  });

  it('names the field and the way out', () => {
    expect(checkEntries(rubric, { P: { points: 11 } })[0]?.message.zh).toBe('P“指标 P”：应在 0 到 10 之间');
  });

  it.each([
    [{ P: { points: '8' } }, '“得分”应填数字'],
    [{ P: { points: true } }, '“得分”应填数字'],
    [{ P: { points: -1 } }, '“得分”不能小于 0'],
    [{ M: { count: 1.5 } }, '“数量”应填整数'],
    [{ P: { points: 1, comment: 'x'.repeat(2001) } }, '“备注”最多 2000 个字'],
    [{ J: { deductions: [{ points: 1, reason: 'x'.repeat(501) }] } }, '“理由”最多 500 个字'],
    [{ J: { deductions: Array(201).fill({ points: 1 }) } }, '“扣分”最多 200 条'],
    [{ P: { missing: 'asleep' } }, '“未评原因”没有这一项，可选 未评、不适用、回避、材料遗失'],
    [{ V: { triggered: 'yes' } }, '“是否触发”只能选“未触发”或“触发”'],
    [{ P: [] }, '“内容”格式不对，请重新填写'],
  ])('%# says what is wrong', (entries, words) => {
    expect(checkEntries(rubric, entries)[0]?.message.zh.split('：')[1]).toBe(words);
  });

  it('is the schema too', () => {
    const schema = sheetEntriesSchema(rubric, 'district');
    expect(schema.safeParse({ P: { points: 3 } }).data).toEqual({ P: { points: 3 } });
    const issues = schema.safeParse({ P: { points: 11 } }).error?.issues;
    expect(issues?.map(({ path }) => path)).toEqual([['P', 'points']]);
    expect(schema.safeParse(null).success).toBe(false);
  });
});

describe('missingEntries', () => {
  const codes = (entries: Parameters<typeof missingEntries>[2]) =>
    missingEntries(rubric, 'district', entries).map(({ code }) => code);

  it('asks for everything that must be judged, bonus and veto excepted, other sources left out', () => {
    expect(codes({})).toEqual(['P', 'J', 'M', 'L', 'C', 'R']);
  });

  it('takes a judgement or a stated reason as an answer, but not “not scored”', () => {
    const entries = {
      P: { points: 0 },
      J: { deductions: [] },
      M: { missing: 'notApplicable' as const },
      L: { missing: 'notScored' as const },
      R: { numerator: 3 },
    };
    expect(codes(entries)).toEqual(['L', 'C', 'R']);
  });

  it('does not ask for system figures', () => {
    const asked = missingEntries(rubricPreset('pointsWithBonus'), 'self', {}).map(({ code }) => code);
    expect(asked).toEqual(['Z1', 'Z2', 'H2', 'C1']);
  });
});

describe('judgesNothing', () => {
  const lost = { missing: 'lost' as const };
  const figureOnly = makeRubric([
    makeIndicator(
      'F',
      10,
      item({ kind: 'metric', metric: 'm', rule: { mode: 'linear', zeroAt: 0, fullAt: 1 } }),
    ),
  ]);

  it.each([
    [{ P: lost, J: lost, M: lost, L: lost, C: lost, R: lost }, true, 'reasons only'],
    [
      { P: lost, V: { triggered: true }, B: { uses: [{ option: 'city', count: 1 }] } },
      true,
      'beside it only',
    ],
    [{ P: lost, J: lost, M: { count: 0 } }, false, 'one is judged'],
    [{ P: { points: 0 } }, false, 'a zero is a judgement'],
  ])('%j: %s (%s)', (entries, expected, _why) => {
    expect(judgesNothing(rubric, 'district', entries)).toBe(expected);
  });

  it('is not said of a sheet that asks for nothing', () => {
    expect(judgesNothing(figureOnly, 'district', {})).toBe(false);
  });
});
