import { describe, expect, it } from 'vitest';
import { rubricSchema } from '../rubric';
import type { Entries, Sheet, UnitScore } from '../scoring';
import { outcomeOf, scoreOf, type UnitInputs } from './outcome';
import { unitReportOf } from './unit-report';

const rubric = rubricSchema.parse({
  name: '示例',
  minRaters: 1,
  dimensions: [
    {
      code: 'D',
      name: '工作落实',
      indicators: [
        { code: 'a', name: '方案', maxPoints: 60, item: { kind: 'points' } },
        {
          code: 'b',
          name: '台账',
          maxPoints: 40,
          item: { kind: 'deduct', rule: { mode: 'perMissing', each: 5 } },
        },
        { code: 'v', name: '弄虚作假', maxPoints: 0, item: { kind: 'veto', effect: 'band' } },
      ],
    },
  ],
});

const sheet = (id: string, entries: Entries): Sheet => ({
  id,
  evaluatorId: id,
  evaluatorName: '张三',
  source: 'district',
  entries,
});

const inputs = (a: number, count: number, more: Entries = {}): UnitInputs => ({
  sheets: [sheet('x', { a: { points: a }, b: { count, comment: '缺10月台账' }, ...more })],
  metrics: {},
});

function reportOf(units: Record<string, UnitInputs>, name: string) {
  const scores = Object.entries(units).flatMap(([unit, own]) => {
    const score = scoreOf(rubric, own);
    return score ? [[unit, score] as [string, UnitScore]] : [];
  });
  const roster = Object.keys(units).map((unit) => ({ documentId: unit, name: unit, unitClass: 'key' }));
  const peers = outcomeOf({ rubric, roster }, new Map(scores));
  const unit = peers.find((one) => one.name === name);
  if (!unit) throw new Error(`Not in the round: ${name}`);
  const round = { name: '2022年年终测评', opensOn: '2022-12-01', closesOn: '2023-01-10' };
  const own = units[name] ?? { sheets: [], metrics: {} };
  return unitReportOf({
    round,
    rubric,
    unit,
    inputs: own,
    peers,
    className: '区重点单位',
    appealBy: '2023-01-20',
  });
}

const FIVE = {
  甲局: inputs(60, 0),
  乙局: inputs(50, 2),
  丙局: inputs(40, 2),
  丁局: inputs(30, 2),
  戊局: inputs(20, 2),
};

describe("a unit's report", () => {
  it('tells the total, the rank, the dimensions against the class, the loss with its reasons and the next band', () => {
    const report = reportOf(FIVE, '乙局');
    expect(report.addressee).toBe('乙局：');
    expect(report.opening).toMatch(/^2022年12月1日至2023年1月10日，组织开展了2022年年终测评。/);
    expect(report.result).toEqual([
      '你单位总分80.00分（满分100分），在区重点单位参加排名的5个单位中列第2名，等次为良好。',
    ]);
    expect(report.dimensions).toEqual([
      { name: '工作落实', points: '80.00', max: '100', percent: '80.0%', median: '70.00' },
    ]);
    expect(report.lost).toEqual([
      { name: '方案', lost: '10.00', max: '60', reasons: [] },
      {
        name: '台账',
        lost: '10.00',
        max: '40',
        reasons: ['缺 2 项，每项扣 5 分，共扣 10 分；40 分剩 30 分：缺10月台账'],
      },
    ]);
    expect(report.lift).toEqual(['你单位距优秀（90分）还差10分。可重点改进“方案”、“台账”。']);
    expect(JSON.stringify(report)).not.toContain('张三');
  });

  it('tells no median of so few units that it would tell what another one got', () => {
    const few = reportOf(
      { 甲局: inputs(60, 0), 乙局: inputs(50, 2), 丙局: inputs(1, 0), 丁局: inputs(2, 0) },
      '乙局',
    );
    expect(few.noMedian).toMatch(/不足5个/);
    expect(few.dimensions[0]?.median).toBe('—');
    expect(reportOf(FIVE, '乙局').noMedian).toBeNull();
  });

  it.each([
    ['the best', reportOf(FIVE, '甲局'), /列第1名，等次为优秀/, ['你单位已在最高等次“优秀”，请继续保持。']],
    [
      'a vetoed unit',
      reportOf({ ...FIVE, 乙局: inputs(50, 2, { v: { triggered: true } }) }, '乙局'),
      /因触发一票否决（弄虚作假）不参加排名，等次为不合格/,
      ['触发一票否决的，须先完成整改，消除否决情形。'],
    ],
    [
      'a unit without a sheet',
      reportOf({ ...FIVE, 己局: { sheets: [], metrics: {} } }, '己局'),
      /没有对你单位的有效评分表/,
      [],
    ],
  ])('tells %s how it stands', (_who, report, result, lift) => {
    expect(report.result[0]).toMatch(result);
    expect(report.lift).toEqual(lift);
  });

  it('says until when it can be appealed', () => {
    expect(reportOf(FIVE, '甲局').appeal.join()).toContain('2023年1月20日前（含当日）');
  });
});
