import { describe, expect, it } from 'vitest';
import { rubricSchema } from '../rubric';
import type { Sheet, UnitScore } from '../scoring';
import { type Bulletin, bulletinOf, sentencesOf, staleness } from './bulletin';
import { type BulletinFacts, correctionFrom } from './bulletin-facts';
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
    correction: null,
    classWords: () => '区重点单位',
    ...more,
  };
}

const SIGNED = '2022-12-01T02:00:00.000Z';
const written = (told: BulletinFacts) => bulletinOf(told, SIGNED);
const wordsOf = ({ sections }: Bulletin) =>
  sections.map(({ heading, paragraphs }) => [
    heading,
    ...paragraphs.map(({ lead, sentences }) => (lead ?? '') + sentences.map(({ text }) => text).join('')),
  ]);

describe('the bulletin of a result', () => {
  it('says in the words of an official document what the result says', () => {
    const bulletin = written(facts({ 甲局: [60, 35], 乙局: [50, 20] }));
    expect(bulletin.title).toBe('关于2022年中期测评结果的通报');
    expect(bulletin.opening.sentences.map(({ text }) => text)).toEqual([
      '按照《结对共建活动工作方案》要求，2022年10月8日至11月25日，组织开展了2022年中期测评。',
      '现将有关情况通报如下。',
    ]);
    expect(wordsOf(bulletin)).toEqual([
      [
        '一、基本情况',
        '本次共有2个单位参评，1名测评员提交评分表2份。应评项目的评分完成率平均为100.0%。',
        '区重点单位2个，平均82.50分，最高95.00分，最低70.00分。',
      ],
      ['二、测评结果', '区重点单位。优秀1个：甲局；合格1个：乙局。'],
      ['三、存在问题', '从各项指标看，得分率较低的是“台账”（68.8%）、“方案”（91.7%）。'],
      [
        '四、下一步要求',
        '各单位要对照测评结果和得分说明，认真查找不足，逐项落实整改，不断提升结对共建工作水平。',
      ],
    ]);
    expect(bulletin.note[0]?.text).toBe('评分重叠不足，未计算评分一致性系数。');
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
    const full = written(facts({ 甲局: [60, 40] }, { statistics: { ...NONE, alpha: 0.7 } }));
    expect(full.sections.map(({ heading }) => heading)).toEqual([
      '一、基本情况',
      '二、测评结果',
      '三、下一步要求',
    ]);
    expect(full.note[0]?.text).toContain('评分一致性系数 0.700：只能得出初步结论');
  });

  it('says of a correction what it corrects and whom it moves', () => {
    const points: Record<string, [number, number]> = { 甲局: [60, 35], 乙局: [50, 20] };
    const { units } = facts(points);
    const later = facts({ ...points, 乙局: [60, 40] });
    const earlier = { number: 1, signedOn: '2022-12-01', units };
    const bulletin = written({ ...later, correction: correctionFrom(2, earlier, later.units) });
    expect(bulletin.title).toBe('关于更正2022年中期测评结果的通报');
    expect(wordsOf(bulletin)[0]).toEqual([
      '一、更正情况',
      '经复核，2022年12月1日签发的第1号测评结果有误，现予更正，以第2号为准。更正后，2个单位的结果有变动：' +
        '乙局由第2名、70.00分、合格变为第1名、100.00分、优秀；甲局由第1名、95.00分、优秀变为第2名、95.00分、优秀。',
    ]);
    const same = written({
      ...later,
      correction: correctionFrom(2, { ...earlier, units: later.units }, later.units),
    });
    expect(wordsOf(same)[0]?.[1]).toContain('更正后，各单位的名次、总分和等次均不变。');
  });

  it('names who has no rank and who comes last', () => {
    const bulletin = written(facts({ 甲局: [60, 40], 乙局: [10, 10], 丙局: null }));
    const words = wordsOf(bulletin).flat();
    expect(words).toContain('区重点单位3个（其中1个未参加排名），平均60.00分，最高100.00分，最低20.00分。');
    expect(words).toContain('区重点单位。优秀1个：甲局；不合格1个：乙局。丙局因评分不足，不参加排名。');
    expect(words.at(-1)).toMatch(/^乙局等次靠后/);
    expect(bulletin.tables[0]?.rows[2]).toEqual({ rank: '—', unit: '丙局', total: '—', band: '—' });
    expect(wordsOf(written(facts({ 丙局: null }))).flat()).toContain('区重点单位1个，尚无得分。');
  });

  it('binds every sentence with a digit to the query that answers it', () => {
    for (const sentence of sentencesOf(written(facts({ 甲局: [60, 35], 乙局: [10, 20], 丙局: null })))) {
      if (/\d/.test(sentence.text)) expect(sentence.query, sentence.text).not.toBeNull();
      if (sentence.query)
        expect(sentence).toMatchObject({ asOf: SIGNED, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    }
  });
});

describe('a sentence', () => {
  const points: Record<string, [number, number]> = { 甲局: [60, 35], 乙局: [50, 20] };
  const before = facts(points);
  const stale = (now: BulletinFacts) =>
    sentencesOf(written(before)).flatMap((sentence) => {
      const found = staleness(sentence, now);
      return sentence.query && found ? [[sentence.query.name, found.now]] : [];
    });

  it('holds as long as its query answers the same', () => {
    expect(stale(facts(points))).toEqual([]);
  });

  it.each([
    [
      'a corrected result',
      facts({ 甲局: [60, 35], 乙局: [50, 30] }),
      ['classTotals', 'classBands', 'mostLost'],
    ],
    [
      'another name of the round',
      facts({ 甲局: [60, 35], 乙局: [50, 20] }, { round: { ...before.round, name: '年终测评' } }),
      ['period'],
    ],
    [
      'another day',
      facts({ 甲局: [60, 35], 乙局: [50, 20] }, { round: { ...before.round, closesOn: '2022-11-30' } }),
      ['period'],
    ],
    ['another name of a unit', facts({ 甲委: [60, 35], 乙局: [50, 20] }), ['classBands']],
    ['another number of sheets', facts({ 甲局: [60, 35], 乙局: [50, 20] }, { sheets: 3 }), ['participation']],
  ])('is stale after %s, and says what would be said now', (_why, now, names) => {
    const found = stale(now);
    expect(found.map(([name]) => name)).toEqual(names);
    for (const [, words] of found) expect(words).toBeTruthy();
  });

  it('of which there is nothing left to say is stale without words', () => {
    const lost = sentencesOf(written(before)).find(({ query }) => query?.name === 'mostLost');
    if (!lost) throw new Error('Nothing was lost');
    expect(staleness(lost, facts({ 甲局: [60, 40], 乙局: [60, 40] }))).toEqual({ now: null });
  });
});
