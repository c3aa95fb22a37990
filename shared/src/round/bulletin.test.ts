import { describe, expect, it } from 'vitest';
import { rubricSchema } from '../rubric';
import type { Sheet, UnitScore } from '../scoring';
import { type BulletinFacts, bulletinOf } from './bulletin';
import { outcomeOf, scoreOf } from './outcome';
import type { RoundStatistics } from './statistics';

const rubric = rubricSchema.parse({
  name: '示例',
  minRaters: 1,
  dimensions: [
    {
      code: 'D',
      name: '维度',
      indicators: [
        { code: 'a', name: '方案', maxPoints: 60, item: { kind: 'points' } },
        { code: 'b', name: '台账', maxPoints: 40, item: { kind: 'points' } },
      ],
    },
  ],
});

const NONE: RoundStatistics = { alpha: null, dimensions: {}, severities: null, ranks: null };

function facts(
  points: Record<string, [number, number] | null>,
  more: Partial<BulletinFacts> = {},
): BulletinFacts {
  const sheet = (unit: string, [a, b]: [number, number]): Sheet => ({
    id: unit,
    evaluatorId: 'x',
    source: 'district',
    entries: { a: { points: a }, b: { points: b } },
  });
  const scores = Object.entries(points).flatMap(([unit, given]) => {
    const score = scoreOf(rubric, { sheets: given ? [sheet(unit, given)] : [], metrics: {} });
    return score ? [[unit, score] as const] : [];
  });
  const roster = Object.keys(points).map((unit) => ({ documentId: unit, name: unit, unitClass: 'key' }));
  return {
    round: {
      name: '2022年中期测评',
      opensOn: '2022-10-08',
      closesOn: '2022-11-25',
      programme: '结对共建活动工作方案',
    },
    rubric,
    units: outcomeOf({ rubric, roster }, new Map<string, UnitScore>(scores)),
    statistics: NONE,
    sheets: 2,
    evaluators: 1,
    classWords: () => '区重点单位',
    ...more,
  };
}

describe('the bulletin of a result', () => {
  it('says in the words of an official document what the result says', () => {
    const bulletin = bulletinOf(facts({ 甲局: [60, 35], 乙局: [50, 20] }));
    expect(bulletin.title).toBe('关于2022年中期测评结果的通报');
    expect(bulletin.opening).toBe(
      '根据《结对共建活动工作方案》，2022年10月8日至2022年11月25日，区里组织开展了2022年中期测评。' +
        '本次共有2个单位参评，1名测评员提交评分表2份。现将结果通报如下。',
    );
    expect(bulletin.sections).toEqual([
      { heading: '一、总体情况', paragraphs: ['区重点单位2个，平均82.50分，最高95.00分，最低70.00分。'] },
      { heading: '二、等次情况', paragraphs: ['区重点单位。优秀1个：甲局；合格1个：乙局。'] },
      {
        heading: '三、主要问题',
        paragraphs: [
          '从各项指标看，失分较多的是“台账”（得分率68.8%）、“方案”（得分率91.7%）。请有关单位对照得分说明逐项整改。',
        ],
      },
      {
        heading: '四、评分质量',
        paragraphs: ['评分覆盖率平均100.0%。因评分重叠不足，本次未计算评分一致性系数。'],
      },
    ]);
    expect(bulletin.tables).toEqual([
      {
        title: '区重点单位',
        rows: [
          { rank: '1', unit: '甲局', total: '95.00', band: '优秀' },
          { rank: '2', unit: '乙局', total: '70.00', band: '合格' },
        ],
      },
    ]);
  });

  it('says of the agreement what it allows, and leaves out what there is nothing to say about', () => {
    const full = bulletinOf(facts({ 甲局: [60, 40] }, { statistics: { ...NONE, alpha: 0.7 } }));
    expect(full.sections.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '二、等次情况',
      '三、评分质量',
    ]);
    expect(full.sections[2]?.paragraphs[0]).toContain('评分一致性系数 0.700：只能得出初步结论');
  });

  it('has a unit that nobody scored in its table, without a number', () => {
    const bulletin = bulletinOf(facts({ 甲局: [60, 40], 丙局: null }));
    expect(bulletin.sections[0]?.paragraphs[0]).toBe(
      '区重点单位2个，1个未参加排名，平均100.00分，最高100.00分，最低100.00分。',
    );
    expect(bulletin.tables[0]?.rows[1]).toEqual({ rank: '—', unit: '丙局', total: '—', band: '—' });
    expect(bulletinOf(facts({ 丙局: null })).sections[0]?.paragraphs).toEqual(['区重点单位1个，尚无得分。']);
  });
});
