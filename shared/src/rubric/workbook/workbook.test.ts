import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceAsked } from '../evidence';
import { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from '../presets';
import { type RubricInput, rubricSchema } from '../schema';
import { type RubricRow, rubricFromRows, rubricToRows, settingsOf } from '.';
import { readOptions } from './read-options';

const settings = { name: '导入' };
const cells = (more: RubricRow['cells'] = {}): RubricRow['cells'] => ({
  维度: '维',
  指标编码: 'A1',
  指标: '项',
  类型: '评分',
  分值: 100,
  ...more,
});
const read = (...rows: RubricRow['cells'][]) =>
  rubricFromRows(
    rows.map((row, at) => ({ row: at + 2, cells: row })),
    settings,
  );
const errorsOf = (result: ReturnType<typeof rubricFromRows>) =>
  'errors' in result ? result.errors.map(({ row, column, code }) => `${row} ${column} ${code}`) : [];

describe('reading options', () => {
  const deduct = (from: string, rule: object) => ({ kind: 'deduct', from, rule });
  const states = [
    { code: 'A', percent: 100 },
    { code: 'C#', percent: 0 },
  ];
  it.each<[Parameters<typeof readOptions>[0], string, object | null]>([
    ['points', '', { kind: 'points' }],
    ['points', 'A=1', null],
    ['deduct', '每次=1-5', deduct('item', { mode: 'judged', min: 1, max: 5 })],
    ['deduct', '每次=１—５分；扣自＝总分', deduct('total', { mode: 'judged', min: 1, max: 5 })],
    ['deduct', '每缺=1 ; 扣自=维度', deduct('dimension', { mode: 'perMissing', each: 1 })],
    ['deduct', '', null],
    ['deduct', '每缺=1;每次=1-5', null],
    ['deduct', '每缺=1;扣自=天上', null],
    ['level', 'A=100%;C#=0%', { kind: 'level', levels: states }],
    ['level', ' Ａ＝１００％；Ｃ＃＝０％ ', { kind: 'level', levels: states }],
    ['level', 'A=100%，C#=0%', { kind: 'level', levels: states }],
    ['level', 'A=100%、C#=0', { kind: 'level', levels: states }],
    ['level', 'A：100%；C#：0%', { kind: 'level', levels: states }],
    ['level', 'A=100%\nC#=0%', { kind: 'level', levels: states }],
    [
      'level',
      'A(好、很好)=100%;B（差）=0%',
      {
        kind: 'level',
        levels: [
          { code: 'A', label: '好、很好', percent: 100 },
          { code: 'B', label: '差', percent: 0 },
        ],
      },
    ],
    [
      'level',
      '计数=违规;A=100%@0;C#=0%',
      {
        kind: 'level',
        countBy: 'violations',
        levels: [
          { code: 'A', percent: 100, count: 0 },
          { code: 'C#', percent: 0 },
        ],
      },
    ],
    ['level', '计数=什么;A=100%;B=0%', null],
    ['level', 'A=好;B=差', null],
    ['level', 'A100%', null],
    [
      'ratio',
      '≥80%=10;≥70%=6',
      {
        kind: 'ratio',
        steps: [
          { at: 80, points: 10 },
          { at: 70, points: 6 },
        ],
      },
    ],
    [
      'ratio',
      '>=80%=10分; 70%以上=6',
      {
        kind: 'ratio',
        steps: [
          { at: 80, points: 10 },
          { at: 70, points: 6 },
        ],
      },
    ],
    [
      'ratio',
      '分子=注册人数;分母=在职人数;80=5',
      { kind: 'ratio', numerator: '注册人数', denominator: '在职人数', steps: [{ at: 80, points: 5 }] },
    ],
    ['ratio', '', null],
    [
      'metric',
      '取数=late;≤0=10;1以内=6',
      {
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
      },
    ],
    [
      'metric',
      '取数=rate;线性=0~100',
      { kind: 'metric', metric: 'rate', rule: { mode: 'linear', zeroAt: 0, fullAt: 100 } },
    ],
    [
      'metric',
      '取数=rate;线性=10至-5',
      { kind: 'metric', metric: 'rate', rule: { mode: 'linear', zeroAt: 10, fullAt: -5 } },
    ],
    [
      'metric',
      '取数=集中活动周完成率;线性=0~100',
      { kind: 'metric', metric: 'focusWeekRate', rule: { mode: 'linear', zeroAt: 0, fullAt: 100 } },
    ],
    ['metric', '≥8=10', null],
    ['metric', '取数=x;≥8=10;≤2=5', null],
    [
      'bonus',
      '国家级=3;省级=2分',
      {
        kind: 'bonus',
        options: [
          { code: 'national', label: '国家级', points: 3 },
          { code: 'province', label: '省级', points: 2 },
        ],
      },
    ],
    ['bonus', 'x(特别)=0.5', { kind: 'bonus', options: [{ code: 'x', label: '特别', points: 0.5 }] }],
    ['veto', '', { kind: 'veto', effect: 'band' }],
    ['veto', '后果=零分', { kind: 'veto', effect: 'zero' }],
    ['veto', '等次=unqualified', { kind: 'veto', effect: 'band', band: 'unqualified' }],
    ['veto', '后果=批评', null],
  ])('%s %j', (kind, cell, expected) => {
    expect(readOptions(kind, cell)).toEqual(expected && { item: expected });
  });
});

describe('rubricFromRows', () => {
  it.each<[string, RubricRow['cells'][], string[]]>([
    ['nothing', [], ['1 指标 empty']],
    ['blank rows only', [{ 维度: ' ', 指标: null }], ['1 指标 empty']],
    ['columns missing', [{ 维度: 'x', 指标: 'y' }], ['1 类型 missingColumn', '1 分值 missingColumn']],
    ['no dimension', [cells({ 维度: null })], ['2 维度 required']],
    ['a code with a sign of ours', [cells({ 指标编码: 'A，1' })], ['2 指标编码 invalid']],
    ['a dimension code with a colon', [cells({ 维度编码: 'A:1' })], ['2 维度编码 invalid']],
    ['a code twice', [cells({ 分值: 50 }), cells({ 分值: 50 })], ['3 指标编码 duplicate']],
    ['no name', [cells({ 指标: null })], ['2 指标 required']],
    ['an unknown kind', [cells({ 类型: '随便' })], ['2 类型 unknownKind']],
    ['points in words', [cells({ 分值: '十分' })], ['2 分值 notNumber']],
    ['negative points', [cells({ 分值: -5 })], ['2 分值 invalid']],
    ['no points', [cells({ 分值: 0 })], ['2 分值 noPoints']],
    ['empty points', [cells({ 分值: null })], ['2 分值 notNumber']],
    ['an unknown source', [cells({ 评价主体: '区评、市评' })], ['2 评价主体 unknownSource']],
    ['points that nobody can award', [cells({ 分值: 0.333 })], ['2 分值 pointsTooFine']],
    ['points without a limit', [cells({ 分值: '不限' })], ['2 分值 notNumber']],
    ['an option twice', [cells({ 类型: '扣分', 选项: '每缺=1;每缺=2' })], ['2 选项 options']],
    ['options that are none', [cells({ 类型: '分档', 选项: 'A100' })], ['2 选项 options']],
    ['one level only', [cells({ 类型: '分档', 选项: 'A=100%' })], ['2 选项 invalid']],
    ['a step above the points', [cells({ 类型: '比率', 选项: '≥70%=101' })], ['2 选项 stepAboveMax']],
    [
      'a deduction from no base',
      [cells({}), cells({ 指标编码: 'K', 类型: '扣分', 选项: '每缺=1;扣自=维度' })],
      ['3 选项 poolWithoutBase'],
    ],
    ['a base that is none', [cells({ 维度起评分: '百' })], ['2 维度起评分 notNumber']],
    [
      'two bases',
      [cells({ 维度起评分: 100 }), cells({ 指标编码: 'A2', 维度起评分: 90 })],
      ['3 维度起评分 conflict'],
    ],
    [
      'a dimension with two names',
      [cells({ 维度编码: 'D' }), cells({ 维度编码: 'D', 维度: '别的', 指标编码: 'A2' })],
      ['3 维度 conflict'],
    ],
    [
      'all that is wrong in a row',
      [cells({ 指标: null, 类型: '?', 分值: '?' })],
      ['2 指标 required', '2 类型 unknownKind', '2 分值 notNumber'],
    ],
  ])('refuses %s', (_name, rows, expected) => {
    const result = read(...rows);
    expect(errorsOf(result)).toEqual(expected);
    if ('errors' in result)
      expect(result.errors.every(({ expected: words }) => words.zh && words.en)).toBe(true);
  });

  it('says what it found', () => {
    const result = read(cells({ 分值: '十分' }));
    expect('errors' in result && result.errors[0]).toMatchObject({
      found: '十分',
      expected: { zh: '填数字，如 10' },
    });
  });

  it('says what it found where the whole rubric tells what is wrong', () => {
    const result = read(cells({ 类型: '比率', 选项: '≥70%=101' }));
    expect('errors' in result && result.errors[0]).toMatchObject({ column: '选项', found: '≥70%=101' });
  });

  it('takes an empty 分值 of a veto as none', () => {
    expect(errorsOf(read(cells(), cells({ 指标编码: 'V', 类型: '一票否决', 分值: null })))).toEqual([]);
  });

  it('returns what concerns the whole rubric as findings', () => {
    const result = read(cells({ 分值: 90 }));
    expect('findings' in result && result.findings.map(({ code }) => code)).toEqual(['maxNot100']);
  });
});

describe('round trip', () => {
  it.each(Object.keys(RUBRIC_PRESETS) as RubricPresetCode[])('%s', (code) => {
    const rubric = rubricPreset(code);
    const result = rubricFromRows(rubricToRows(rubric), settingsOf(rubric));
    expect(result).toEqual({ rubric, findings: [] });
  });

  const number = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((value) => value / 100);
  const label = fc.option(
    fc.stringMatching(/^[A-Za-z0-9中文、,]{1,8}$/).filter((text) => text.trim() === text),
    { nil: undefined },
  );
  const described = <T extends object>(entry: T, text: string | undefined) =>
    text ? { ...entry, label: text } : entry;
  const steps = fc
    .uniqueArray(fc.integer({ min: -50, max: 100 }), { minLength: 1, maxLength: 4 })
    .map((ats) => [...ats].sort((a, b) => b - a).map((at, index) => ({ at, points: 20 - index })));
  const itemArb = fc.oneof(
    fc.constant({ kind: 'points' as const }),
    fc.record({
      kind: fc.constant('deduct' as const),
      from: fc.constantFrom('item' as const, 'dimension' as const, 'total' as const),
      rule: fc.oneof(
        number(5).map((each) => ({ mode: 'perMissing' as const, each })),
        number(5).map((min) => ({ mode: 'judged' as const, min, max: min + 1 })),
      ),
    }),
    fc
      .tuple(label, label, fc.constantFrom(undefined, 'met' as const, 'violations' as const))
      .map(([a, b, countBy]) => ({
        kind: 'level' as const,
        ...(countBy ? { countBy } : {}),
        levels: [
          described({ code: 'A', percent: 100, ...(countBy ? { count: 2 } : {}) }, a),
          described({ code: 'C#', percent: 33.5 }, b),
        ],
      })),
    fc.tuple(steps, label, label).map(([list, numerator, denominator]) => ({
      kind: 'ratio' as const,
      steps: list,
      ...(numerator ? { numerator } : {}),
      ...(denominator ? { denominator } : {}),
    })),
    steps.map((list) => ({
      kind: 'metric' as const,
      metric: 'noticeRate',
      rule: { mode: 'steps' as const, direction: 'atLeast' as const, steps: list },
    })),
    fc
      .tuple(fc.integer(), fc.integer())
      .filter(([a, b]) => a !== b)
      .map(([zeroAt, fullAt]) => ({
        kind: 'metric' as const,
        metric: 'activitiesHeld',
        rule: { mode: 'linear' as const, zeroAt, fullAt },
      })),
    fc.tuple(label, number(5)).map(([text, points]) => ({
      kind: 'bonus' as const,
      options: [described({ code: 'x', points }, text), { code: 'y', points: 1 }],
    })),
    fc.constantFrom(
      { kind: 'veto' as const, effect: 'zero' as const },
      { kind: 'veto' as const, effect: 'band' as const },
      { kind: 'veto' as const, effect: 'band' as const, band: 'good' },
    ),
  );
  const dimensionArb = fc.record({
    items: fc.array(itemArb, { minLength: 1, maxLength: 4 }),
    name: fc.constantFrom('组织', '活动', '实地（现场）'),
    sources: fc.option(fc.constantFrom(['self' as const], ['self' as const, 'district' as const]), {
      nil: undefined,
    }),
    standard: fc.option(fc.constantFrom('按时，齐全；有记录', 'a=b;c'), { nil: undefined }),
    evidence: fc.option(
      fc.constantFrom<EvidenceAsked>(
        { kinds: ['activities'] },
        { kinds: ['ledger', 'photos'], categories: ['partyLecture', 'science'] },
      ),
      { nil: undefined },
    ),
  });

  it('of any rubric', () => {
    fc.assert(
      fc.property(fc.array(dimensionArb, { minLength: 1, maxLength: 3 }), (list) => {
        const input: RubricInput = {
          name: '任意',
          sources: [
            { code: 'self', weight: 40 },
            { code: 'district', weight: 60 },
          ],
          dimensions: list.map(({ items, name, sources, standard, evidence }, d) => ({
            code: `维${d}`,
            name,
            ...(items.some((item) => item.kind === 'deduct' && item.from === 'dimension')
              ? { base: 50.5 }
              : {}),
            indicators: items.map((item, i) => ({
              code: `${d}.${i}`,
              name: `项 ${i}`,
              maxPoints: item.kind === 'veto' ? 0 : 20,
              item,
              ...(sources ? { sources: [...sources] } : {}),
              ...(standard ? { standard } : {}),
              ...(evidence ? { evidence } : {}),
            })),
          })),
        };
        const rubric = rubricSchema.parse(input);
        const result = rubricFromRows(rubricToRows(rubric), settingsOf(rubric));
        expect(result).toMatchObject({ rubric });
        expect('rubric' in result && result.rubric).toEqual(rubric);
      }),
      { numRuns: 300 },
    );
  });
});
