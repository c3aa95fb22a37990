import { describe, expect, it } from 'vitest';
import { itemSchema, rubricPreset } from '../rubric';
import { checkEntries, sheetEntriesSchema } from './check-entries';
import { missingEntries } from './missing-entries';
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
    [{ P: { points: 99, missing: 'lost' } }, [], 'a reason makes the value irrelevant'],
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
    [{ L: { level: 'B' } }, [], 'a level'],
    [{ L: { level: 'C' } }, ['L.level unknownLevel'], 'no such level'],
    [{ L: { count: 1 } }, ['L.count notCounted'], 'nothing to count'],
    [{ C: { count: 1, level: 'A' } }, ['C.level twoWays'], 'which of the two'],
    [{ R: { numerator: 5, denominator: 5 } }, [], 'all of them'],
    [{ R: { numerator: 6, denominator: 5 } }, ['R.numerator aboveWhole'], 'swapped'],
    [{ R: { numerator: 0, denominator: 0 } }, ['R.denominator zeroDenominator'], 'nobody'],
    [{ B: { uses: [{ option: 'city', count: 2 }] } }, [], 'a bonus'],
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
