import { describe, expect, it } from 'vitest';
import { dec, sum } from '../decimal';
import { type Item, itemSchema, type RubricInput } from '../rubric';
import type { Entry } from './entries';
import type { ExplainNode } from './explain-node';
import { makeIndicator, makeRubric, makeSheet, points } from './test-builders';
import { scoreUnit } from './unit';

const P = makeIndicator('P1', 100);
const sources: RubricInput['sources'] = [
  { code: 'self', weight: 10 },
  { code: 'town', weight: 30 },
  { code: 'district', weight: 60 },
];
const from = (source: 'self' | 'town' | 'district', id: string, value: number, more = {}) =>
  makeSheet(id, { P1: { points: value }, ...more }, { source });

describe('composite of sources', () => {
  const all = [
    from('self', 'a', 100),
    from('town', 'b', 80),
    from('district', 'c', 90),
    from('district', 'd', 70),
  ];
  it.each([
    ['all', all, 'reweight' as const, '82', 'composite'],
    ['self missing, re-weighted', all.slice(1), 'reweight' as const, '80', 'compositeReweighted'],
    ['self missing, refused', all.slice(1), 'noTotal' as const, null, 'noTotal'],
    ['nothing', [], 'reweight' as const, null, 'noTotal'],
  ])('%s', (_name, sheets, missingSource, total, rule) => {
    const result = scoreUnit(makeRubric([P], { sources, missingSource }), sheets);
    expect(result.total).toBe(total);
    expect(result.explanation.rule).toBe(total === null ? rule : 'sum');
  });

  it('brings a source that judges only a part to full marks', () => {
    const parts = [
      makeIndicator('P1', 40),
      makeIndicator('P2', 60, { kind: 'points' }, { sources: ['district'] }),
    ];
    const rubric = makeRubric(parts, {
      sources: [
        { code: 'town', weight: 50 },
        { code: 'district', weight: 50 },
      ],
    });
    const sheets = [makeSheet('t', points(20), { source: 'town' }), makeSheet('d', points(40, 30))];
    const result = scoreUnit(rubric, sheets);
    expect([result.sources.town, result.sources.district, result.total]).toEqual(['50', '70', '60']);
    expect(result.dimensionTotals[0]?.percent).toBe('60');
  });

  it('shows the raw mean beside the adjusted score', () => {
    const rubric = makeRubric([P], { aggregation: { policy: 'dropHighLow', from: 5 } });
    const sheets = [0, 80, 85, 90, 100].map((value, at) => from('district', `s${at}`, value));
    const result = scoreUnit(rubric, sheets);
    expect([result.total, result.rawMean]).toEqual(['85', '71']);
  });

  it('is decided by the exact total, or by the one that is shown', () => {
    const sheets = [89.99, 90, 90].map((value, at) => from('district', `s${at}`, value));
    const of = (decidedBy: 'exact' | 'shown') => scoreUnit(makeRubric([P], { decidedBy }), sheets);
    expect(of('exact')).toMatchObject({ total: '89.99666666666666666667', shown: '90.00' });
    const rounded = of('shown');
    expect(rounded).toMatchObject({ total: '90', shown: '90.00', composite: '89.99666666666666666667' });
    expect(rounded.explanation.words.zh).toContain('四舍五入为 90.00 分');
  });

  it('counts evaluators, not sheets, and not the unit itself', () => {
    const sheets = [
      from('self', 'a', 1),
      from('town', 'b', 1),
      from('town', 'f', 1),
      makeSheet('c', {}),
      from('district', 'd', 1),
    ];
    const twice = { ...from('district', 'e', 1), evaluatorId: 'of d' };
    expect(scoreUnit(makeRubric([P], { sources }), [...sheets, twice]).raters).toBe(3);
  });

  it('weighs coverage by source', () => {
    const result = scoreUnit(makeRubric([P], { sources }), [
      from('town', 'b', 80),
      from('district', 'c', 90),
    ]);
    expect(result.coverage.percent).toBe('90');
  });

  it('needs no evaluator for a source of system figures', () => {
    const metric: Item = { kind: 'metric', metric: 'm', rule: { mode: 'linear', zeroAt: 0, fullAt: 10 } };
    const rubric = makeRubric(
      [
        makeIndicator('M', 100, metric, { sources: ['public'] }),
        makeIndicator('P1', 100, { kind: 'points' }, { sources: ['district'] }),
      ],
      {
        sources: [
          { code: 'public', weight: 20 },
          { code: 'district', weight: 80 },
        ],
      },
    );
    const result = scoreUnit(rubric, [from('district', 'a', 90)], { m: 5 });
    expect([result.sources.public, result.raters]).toEqual(['100', 1]);
    expect(scoreUnit(rubric, [from('district', 'a', 90)], { m: null }).sources.public).toBeNull();
  });
});

describe('order of evaluation after the composite', () => {
  const bonus: Item = { kind: 'bonus', options: [{ code: 'city', points: 1 }] };
  const penalty: Item = { kind: 'deduct', from: 'total', rule: { mode: 'judged', min: 1, max: 50 } };
  const indicators = [
    P,
    makeIndicator('B', 20, bonus),
    makeIndicator('N', 100, penalty),
    makeIndicator('V', 0, { kind: 'veto', effect: 'zero' }),
  ];
  const uses = (count: number) => ({ uses: [{ option: 'city', count }] });
  it.each([
    ['bonus', { bonusCap: 10 }, 90, { B: uses(9) }, '99', 'sum'],
    ['bonus on its cap', { bonusCap: 10 }, 90, { B: uses(10) }, '100', 'sum'],
    ['bonus over its cap', { bonusCap: 10 }, 95, { B: uses(11) }, '105', 'sum'],
    ['cap of the total', { bonusCap: 10, cap: 100 }, 95, { B: uses(6) }, '100', 'cap'],
    ['just under the cap', { bonusCap: 10, cap: 100 }, 95, { B: uses(5) }, '100', 'sum'],
    ['penalty', {}, 90, { N: { deducted: 5 } }, '85', 'sum'],
    ['penalty limited', { penaltyCap: 20 }, 90, { N: { deducted: 30 } }, '70', 'sum'],
    ['floor 0', {}, 10, { N: { deducted: 11 } }, '0', 'floor'],
    ['cap after penalty', { cap: 90 }, 100, { N: { deducted: 5 } }, '90', 'cap'],
    ['veto after everything', { bonusCap: 10 }, 100, { B: uses(5), V: { triggered: true } }, '0', 'vetoZero'],
  ])('%s', (_name, more, value, entries, total, rule) => {
    const result = scoreUnit(makeRubric(indicators, more), [from('district', 'a', value, entries)]);
    expect([result.total, result.explanation.rule]).toEqual([total, rule]);
  });

  it('means bonuses over the sheets that say something, dropped sheets included', () => {
    const rubric = makeRubric(indicators, { aggregation: { policy: 'dropHighLow', from: 3 } });
    const sheets = [
      from('district', 'a', 100, { B: uses(4) }),
      from('district', 'b', 80, { B: uses(2) }),
      from('district', 'c', 0),
    ];
    expect(scoreUnit(rubric, sheets).bonus).toBe('3');
  });

  it('lets one sheet of a source without weight trigger a veto, and nothing else', () => {
    const inspection = makeSheet(
      'i',
      { P1: { points: 0 }, V: { triggered: true } },
      { source: 'inspection' },
    );
    const result = scoreUnit(makeRubric(indicators), [from('district', 'a', 90), inspection]);
    expect([result.composite, result.total]).toEqual(['90', '0']);
    expect(result.ignoredSheets.map(({ sheetId }) => sheetId)).toEqual(['i']);
  });
});

describe('explanation', () => {
  const dimensions = [
    { code: 'A', name: '甲', indicators: [makeIndicator('P1', 30), makeIndicator('P2', 20)] },
    { code: 'B', name: '乙', indicators: [makeIndicator('P3', 50)] },
  ];
  const rubric = makeRubric([], { dimensions, sources, aggregation: { policy: 'dropHighLow', from: 5 } });
  const sheets = [
    ...[10, 20, 20, 15, 30].map((value, at) => makeSheet(`d${at}`, points(value, 10, at * 10))),
    makeSheet(
      't0',
      { P1: { points: 7, comment: '资料不全' }, P3: { points: 40 } },
      { source: 'town', evaluatorName: '张三' },
    ),
    makeSheet('t1', points(30, 20), { source: 'town' }),
  ];
  const tree = scoreUnit(rubric, sheets).explanation;
  const find = (node: ExplainNode, ...keys: string[]): ExplainNode | undefined =>
    keys.reduce<ExplainNode | undefined>((at, key) => at?.children?.find((child) => child.key === key), node);

  it('goes from the total to the entry and comment of a sheet', () => {
    const leaf = find(tree, 'town', 'A', 'P1', 't0');
    expect(leaf).toMatchObject({
      kind: 'sheet',
      value: '7',
      max: '30',
      comment: '资料不全',
      label: { zh: '张三' },
      entry: { points: 7 },
    });
    expect(leaf?.words.zh).toBe('评 7 分，满分 30');
    expect(find(tree, 'self')).toMatchObject({ missing: 'notScored', children: [] });
  });

  it('adds up: what the children contribute is what the parent contributes', () => {
    const check = (node: ExplainNode): number => {
      const parts = (node.children ?? []).filter((child) => child.contributes !== undefined);
      if (node.contributes === undefined || parts.length === 0) return 0;
      const total = sum(parts.map((child) => dec(child.contributes ?? '0')));
      expect(total.minus(node.contributes).abs().lessThan('1e-15')).toBe(true);
      return parts.reduce((count, child) => count + check(child), 1);
    };
    expect(check(tree)).toBeGreaterThan(8);
  });

  it('marks what was dropped', () => {
    const rows = find(tree, 'district', 'sheets')?.children?.map(({ key, value, rule, weight }) => [
      key,
      value,
      rule,
      weight,
    ]);
    expect(rows).toEqual([
      ['d0', '20', 'dropped', '0'],
      ['d1', '40', 'kept', '1'],
      ['d2', '50', 'kept', '1'],
      ['d3', '55', 'kept', '1'],
      ['d4', '80', 'dropped', '0'],
    ]);
  });

  it('says of an indicator which sheets its mean is made of', () => {
    const indicator = find(tree, 'district', 'A', 'P1');
    expect(indicator?.words.zh).toBe('3 份评分的平均：18.3333（另 2 份因总分最高或最低不计入）');
    expect(find(indicator as ExplainNode, 'd0')?.words.zh).toContain('不计入');
    expect(find(indicator as ExplainNode, 'd1')?.words.zh).not.toContain('不计入');
  });

  it.each<[string, Item, Entry, string]>([
    [
      'deduct',
      itemSchema.parse({ kind: 'deduct', rule: { mode: 'judged', min: 1, max: 5 } }),
      { deductions: [{ points: 2, reason: '签到不完整' }, { points: 1 }] },
      '扣分 2 处（签到不完整 2 分；未写原因 1 分），共扣 3 分；10 分剩 7 分',
    ],
    [
      'level',
      itemSchema.parse({
        kind: 'level',
        levels: [
          { code: 'A', label: '齐全', percent: 100 },
          { code: 'B', percent: 60 },
        ],
      }),
      { level: 'A' },
      '评为 A 档（齐全），按 10 分的 100% 计 10 分',
    ],
    [
      'ratio',
      itemSchema.parse({
        kind: 'ratio',
        numerator: '志愿者',
        denominator: '职工',
        steps: [{ at: 70, points: 10 }],
      }),
      { numerator: 35, denominator: 50 },
      '志愿者35/职工50=70%，达到 70%，得 10 分',
    ],
    [
      'metric',
      itemSchema.parse({ kind: 'metric', metric: 'm', rule: { mode: 'linear', zeroAt: 0, fullAt: 5 } }),
      {},
      '由系统取数，暂无数据',
    ],
  ])('tells of a %s what the evaluator wrote', (_kind, item, entry, words) => {
    const own = makeRubric([makeIndicator('X1', 10, item), makeIndicator('P1')]);
    const made = scoreUnit(own, [makeSheet('s', { X1: entry, P1: { points: 5 } })]).explanation;
    expect(find(made, 'district', 'D', 'X1', 's')?.words.zh).toBe(words);
  });

  it('says how a sheet with a gap came to full marks, and what waits for the system', () => {
    const metric = itemSchema.parse({
      kind: 'metric',
      metric: 'm',
      rule: { mode: 'linear', zeroAt: 0, fullAt: 5 },
    });
    const own = makeRubric([], {
      dimensions: [
        { code: 'A', name: '甲', indicators: [makeIndicator('P1', 90)] },
        { code: 'B', name: '乙', indicators: [makeIndicator('M1', 10, metric)] },
      ],
    });
    const made = scoreUnit(own, [makeSheet('s', { P1: { points: 81 } })]).explanation;
    expect(find(made, 'district', 'sheets', 's')?.words.zh).toBe(
      '评过的维度满分 90，得 81 分，折算到满分 100 为 90 分',
    );
    for (const keys of [['B'], ['B', 'M1']]) {
      expect(find(made, 'district', ...keys)).toMatchObject({
        value: null,
        rule: 'noFigure',
        words: { zh: '由系统取数，暂无数据' },
      });
    }
  });

  it('names the sheets that triggered a veto, with what they say', () => {
    const own = makeRubric([P, makeIndicator('V1', 0, itemSchema.parse({ kind: 'veto' }))]);
    const found = makeSheet(
      'i',
      { V1: { triggered: true, comment: '群众举报属实' } },
      { source: 'inspection', evaluatorName: '李四' },
    );
    const made = scoreUnit(own, [from('district', 'a', 90), found]).explanation;
    expect(find(made, 'V1')?.children).toMatchObject([
      { key: 'i', label: { zh: '李四' }, comment: '群众举报属实', words: { zh: '触发一票否决' } },
    ]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it('tells in words what was computed', () => {
    expect(tree.words.zh).toMatch(
      /^\(镇评 [\d.]+×30 \+ 区评 [\d.]+×60\)÷90=[\d.]+；缺少自评，权重按其余来源重新分配$/,
    );
  });
});
