import { describe, expect, it } from 'vitest';
import {
  checkRubric,
  RUBRIC_PRESETS,
  type RubricInput,
  type RubricPresetCode,
  rubricMax,
  rubricPreset,
} from '.';

const codes = Object.keys(RUBRIC_PRESETS) as RubricPresetCode[];

describe('presets', () => {
  it.each(codes)('%s is a rubric without findings, out of 100, labelled 示例', (code) => {
    expect(checkRubric(RUBRIC_PRESETS[code])).toEqual([]);
    const preset = rubricPreset(code);
    expect(rubricMax(preset).toString()).toBe('100');
    expect([preset.example, preset.name.includes('示例'), preset.description.startsWith('示例')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('together show every kind of item', () => {
    const kinds = codes.flatMap((code) =>
      rubricPreset(code).dimensions.flatMap(({ indicators }) => indicators.map(({ item }) => item.kind)),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'bonus',
      'deduct',
      'level',
      'metric',
      'points',
      'ratio',
      'veto',
    ]);
  });
});

type Indicators = RubricInput['dimensions'][number]['indicators'];
const P = { code: 'P', name: '项', maxPoints: 100, item: { kind: 'points' } } as const;
const rubric = (more: Partial<RubricInput> = {}): RubricInput => ({
  name: '测试',
  dimensions: [{ code: 'D', name: '维', indicators: [P] }],
  ...more,
});
const withItem = (item: unknown, maxPoints = 100, more = {}) =>
  rubric({
    dimensions: [{ code: 'D', name: '维', indicators: [{ ...P, maxPoints, item, ...more }] as Indicators }],
  });
const band = (code: string, min: number, quota?: { count: number }) => ({
  code,
  label: { zh: code, en: code },
  min,
  quota,
});
const levels = (...list: [string, unknown, number?][]) =>
  list.map(([code, percent, count]) => ({ code, percent, count }));

const SHARES: RubricInput['sources'] = [
  { code: 'self', weight: 10 },
  { code: 'town', weight: 30 },
  { code: 'district', weight: 60 },
];
const most: Indicators[number] = { ...P, code: 'M', maxPoints: 90 };
const ofDistrict = (maxPoints: number): Indicators[number] => ({
  ...P,
  code: 'Q',
  name: '现场',
  maxPoints,
  sources: ['district'],
});

describe('checkRubric', () => {
  it('says what an indicator is worth that not all sources judge', () => {
    const [finding] = checkRubric(
      rubric({
        sources: SHARES,
        dimensions: [{ code: 'D', name: '维', indicators: [most, ofDistrict(10)] }],
      }),
    );
    expect(finding?.message.zh).toMatch(/90 分实占 94 分，“现场”10 分实占 6 分/);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing wrong', rubric(), []],
    ['no rubric at all', null, ['shape']],
    ['no name', { ...rubric(), name: '' }, ['shape']],
    ['no indicator', rubric({ dimensions: [] }), ['noIndicators', 'sourceJudgesNothing', 'maxNot100']],
    [
      'weights 99',
      rubric({
        sources: [
          { code: 'town', weight: 39 },
          { code: 'district', weight: 60 },
        ],
      }),
      ['weightsNot100'],
    ],
    [
      'weights 33.3 + 33.3 + 33.4',
      rubric({
        sources: [
          { code: 'self', weight: 33.3 },
          { code: 'town', weight: 33.3 },
          { code: 'public', weight: 33.4 },
        ],
      }),
      [],
    ],
    [
      'a source twice',
      rubric({
        sources: [
          { code: 'town', weight: 50 },
          { code: 'town', weight: 50 },
        ],
      }),
      ['duplicateSource'],
    ],
    [
      'a source with nothing to judge',
      rubric({
        sources: [
          { code: 'town', weight: 50 },
          { code: 'district', weight: 50 },
        ],
        dimensions: [{ code: 'D', name: '维', indicators: [{ ...P, sources: ['town'] }] }],
      }),
      ['sourceJudgesNothing'],
    ],
    [
      'an indicator nobody can judge',
      rubric({
        dimensions: [{ code: 'D', name: '维', indicators: [P, { ...P, code: 'Q', sources: ['public'] }] }],
      }),
      ['unsourceable', 'maxNot100'],
    ],
    [
      'an indicator that only one of the sources judges',
      rubric({
        sources: SHARES,
        dimensions: [{ code: 'D', name: '维', indicators: [most, ofDistrict(10)] }],
      }),
      ['pointsShifted'],
    ],
    [
      'one that weighs what it says',
      rubric({
        sources: SHARES,
        dimensions: [
          {
            code: 'D',
            name: '维',
            indicators: [{ ...most, maxPoints: 40, sources: ['self', 'town'] }, ofDistrict(60)],
          },
        ],
      }),
      [],
    ],
    ['points 99', withItem({ kind: 'points' }, 99), ['maxNot100']],
    [
      'no points',
      rubric({ dimensions: [{ code: 'D', name: '维', indicators: [P, { ...P, code: 'Q', maxPoints: 0 }] }] }),
      ['noPoints'],
    ],
    [
      'a dimension code twice',
      rubric({
        dimensions: [
          { code: 'D', name: '甲', indicators: [P] },
          { code: 'D', name: '乙', indicators: [] },
        ],
      }),
      ['duplicateDimension'],
    ],
    [
      'an indicator code twice',
      rubric({
        dimensions: [
          {
            code: 'D',
            name: '甲',
            indicators: [
              { ...P, maxPoints: 50 },
              { ...P, maxPoints: 50 },
            ],
          },
        ],
      }),
      ['duplicateIndicator'],
    ],
    [
      'a level without percent',
      withItem({ kind: 'level', levels: levels(['A', 100], ['B', undefined]) }),
      ['levelWithoutPercent'],
    ],
    ['a level twice', withItem({ kind: 'level', levels: levels(['A', 100], ['A', 0]) }), ['duplicateLevel']],
    ['no full level', withItem({ kind: 'level', levels: levels(['A', 90], ['B', 0]) }), ['noFullLevel']],
    [
      'violations in order',
      withItem({
        kind: 'level',
        countBy: 'violations',
        levels: levels(['A', 100, 0], ['B', 50, 1], ['C', 0]),
      }),
      [],
    ],
    [
      'violations out of order',
      withItem({
        kind: 'level',
        countBy: 'violations',
        levels: levels(['A', 100, 1], ['B', 50, 0], ['C', 0]),
      }),
      ['countsNotOrdered'],
    ],
    [
      'met out of order',
      withItem({ kind: 'level', countBy: 'met', levels: levels(['A', 100, 1], ['B', 50, 2], ['C', 0]) }),
      ['countsNotOrdered'],
    ],
    [
      'a level without number',
      withItem({ kind: 'level', countBy: 'met', levels: levels(['A', 100], ['B', 50, 2], ['C', 0]) }),
      ['levelWithoutCount'],
    ],
    [
      'more violations pay better',
      withItem({
        kind: 'level',
        countBy: 'violations',
        levels: levels(['A', 50, 0], ['B', 100, 1], ['C', 0]),
      }),
      ['percentNotOrdered'],
    ],
    [
      'a step above the maximum',
      withItem({ kind: 'ratio', steps: [{ at: 70, points: 101 }] }),
      ['stepAboveMax'],
    ],
    [
      'a step twice',
      withItem({
        kind: 'ratio',
        steps: [
          { at: 70, points: 5 },
          { at: 70, points: 5 },
        ],
      }),
      ['duplicateStep'],
    ],
    [
      'a stricter step pays less',
      withItem({
        kind: 'ratio',
        steps: [
          { at: 80, points: 5 },
          { at: 70, points: 6 },
        ],
      }),
      ['stepsNotOrdered'],
    ],
    [
      'less is better, in order',
      withItem({
        kind: 'metric',
        metric: 'lateReports',
        rule: {
          mode: 'steps',
          direction: 'atMost',
          steps: [
            { at: 0, points: 9 },
            { at: 2, points: 3 },
          ],
        },
      }),
      [],
    ],
    [
      'a flat line',
      withItem({ kind: 'metric', metric: 'lateReports', rule: { mode: 'linear', zeroAt: 1, fullAt: 1 } }),
      ['linearFlat'],
    ],
    [
      'a figure that nobody can source',
      withItem({ kind: 'metric', metric: 'lateReport', rule: { mode: 'linear', zeroAt: 0, fullAt: 1 } }),
      ['unknownMetric'],
    ],
    [
      'a reversed range',
      withItem({ kind: 'deduct', rule: { mode: 'judged', min: 5, max: 1 } }),
      ['rangeReversed'],
    ],
    [
      'a deduction from no base',
      rubric({
        dimensions: [
          {
            code: 'D',
            name: '维',
            indicators: [
              P,
              {
                ...P,
                code: 'Q',
                item: { kind: 'deduct', from: 'dimension', rule: { mode: 'perMissing', each: 1 } },
              },
            ],
          },
        ],
      }),
      ['poolWithoutBase'],
    ],
    [
      'a base that nothing takes from',
      rubric({ dimensions: [{ code: 'D', name: '维', base: 100, indicators: [P] }] }),
      ['baseUnused'],
    ],
    [
      'a veto with points',
      rubric({
        dimensions: [
          {
            code: 'D',
            name: '维',
            indicators: [P, { ...P, code: 'V', maxPoints: 5, item: { kind: 'veto' } }],
          },
        ],
      }),
      ['vetoWithPoints'],
    ],
    [
      'a veto into no band',
      rubric({
        dimensions: [
          {
            code: 'D',
            name: '维',
            indicators: [P, { ...P, code: 'V', maxPoints: 0, item: { kind: 'veto', band: 'bad' } }],
          },
        ],
      }),
      ['vetoBandUnknown'],
    ],
    [
      'an option twice',
      rubric({
        dimensions: [
          {
            code: 'D',
            name: '维',
            indicators: [
              P,
              {
                ...P,
                code: 'B',
                item: {
                  kind: 'bonus',
                  options: [
                    { code: 'c', points: 1 },
                    { code: 'c', points: 2 },
                  ],
                },
              },
            ],
          },
        ],
      }),
      ['duplicateOption'],
    ],
    [
      'bands out of order',
      rubric({ bands: [band('a', 60), band('b', 90), band('c', 0)] }),
      ['bandsNotOrdered'],
    ],
    ['bands with a gap', rubric({ bands: [band('a', 90), band('b', 60)] }), ['bandsWithGap']],
    ['a band twice', rubric({ bands: [band('a', 90), band('a', 0)] }), ['duplicateBand']],
    ['a quota at the end', rubric({ bands: [band('a', 90), band('b', 0, { count: 1 })] }), ['lastBandQuota']],
    ['bands of one class', rubric({ bandsByClass: { school: [band('a', 90)] } }), ['bandsWithGap']],
    [
      'a tie-break that is nowhere',
      rubric({ tieBreaks: ['dimension:X', 'indicator:P', 'source:district'] }),
      ['tieBreakUnknown'],
    ],
    ['a tie-break by id', { ...rubric(), tieBreaks: ['id'] }, ['shape']],
    ['a cap below full marks', rubric({ cap: 99 }), ['capBelowMax']],
    ['only self', rubric({ sources: [{ code: 'self', weight: 100 }] }), ['onlySelf']],
  ])('%s', (_name, value, expected) => {
    const findings = checkRubric(value);
    expect(findings.map(({ code }) => code)).toEqual(expected);
    expect(findings.every(({ message }) => /[\u4e00-\u9fff]/.test(message.zh) && message.en !== '')).toBe(
      true,
    );
  });

  it('names the place', () => {
    const [finding] = checkRubric(withItem({ kind: 'level', levels: levels(['A', 100], ['B', undefined]) }));
    expect(finding?.path).toEqual(['dimensions', 0, 'indicators', 0, 'item', 'levels', 1, 'percent']);
  });
});
