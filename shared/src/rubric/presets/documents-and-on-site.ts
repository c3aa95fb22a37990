import type { RubricPreset } from './preset';

/** 示例: 100 = 50 documents + 10 + 20 on site + 20, with a negative list and disqualifiers. */
export const documentsAndOnSite = {
  name: '材料与实地（示例）',
  description: '示例。材料 50 分、日常 10 分、实地 20 分、群众 20 分，另设负面清单和一票否决。',
  example: true,
  sources: [
    { code: 'district', weight: 60 },
    { code: 'inspection', weight: 40 },
  ],
  penaltyCap: 20,
  tieBreaks: ['penalty', 'dimension:S', 'source:inspection', 'rawMean'],
  dimensions: [
    {
      code: 'M',
      name: '材料审核',
      indicators: [
        {
          code: 'M1',
          name: '计划和月度安排',
          maxPoints: 20,
          item: { kind: 'points' },
          standard: '年度计划、月度安排齐全并按时公布。',
          dataSource: '网报材料',
        },
        {
          code: 'M2',
          name: '活动资料',
          maxPoints: 30,
          item: { kind: 'deduct', from: 'item', rule: { mode: 'perMissing', each: 1 } },
          standard: '每缺 1 份扣 1 分，扣完为止。',
          dataSource: '网报材料',
          evidence: { kinds: ['activities', 'photos'] },
        },
      ],
    },
    {
      code: 'R',
      name: '日常报送',
      indicators: [
        {
          code: 'R1',
          name: '迟报次数',
          maxPoints: 10,
          item: {
            kind: 'metric',
            metric: 'lateReports',
            rule: {
              mode: 'steps',
              direction: 'atMost',
              steps: [
                { at: 0, points: 10 },
                { at: 1, points: 6 },
                { at: 2, points: 3 },
              ],
            },
          },
          standard: '无迟报 10 分，1 次 6 分，2 次 3 分，3 次及以上不得分。',
          dataSource: '系统报送记录',
          evidence: { kinds: ['filings'] },
        },
      ],
    },
    {
      code: 'S',
      name: '实地考察',
      indicators: [
        {
          code: 'S1',
          name: '现场情况',
          maxPoints: 20,
          item: { kind: 'deduct', from: 'item', rule: { mode: 'judged', min: 1, max: 5 } },
          standard: '发现问题视情每次扣 1—5 分，扣完为止。',
          dataSource: '实地考察',
        },
      ],
    },
    {
      code: 'Q',
      name: '群众知晓和满意',
      indicators: [
        {
          code: 'Q1',
          name: '受访群众满意率',
          maxPoints: 10,
          item: {
            kind: 'ratio',
            numerator: '满意人数',
            denominator: '受访人数',
            steps: [
              { at: 90, points: 10 },
              { at: 80, points: 8 },
              { at: 70, points: 5 },
            ],
          },
          standard: '90% 以上 10 分，80% 以上 8 分，70% 以上 5 分。',
          dataSource: '现场随访',
        },
        {
          code: 'Q2',
          name: '群众满意度调查',
          maxPoints: 10,
          item: {
            kind: 'metric',
            metric: 'satisfaction',
            rule: { mode: 'linear', zeroAt: 50, fullAt: 100 },
          },
          standard: '满意度 50% 及以下不得分，100% 得满分，按比例计分；有效答卷不足 10 份不计。',
          dataSource: '问卷调查，由区办公室录入',
        },
      ],
    },
    {
      code: 'N',
      name: '负面清单与否决',
      indicators: [
        {
          code: 'N1',
          name: '负面清单',
          maxPoints: 20,
          item: { kind: 'deduct', from: 'total', rule: { mode: 'judged', min: 1, max: 10 } },
          standard: '被通报批评、群众投诉查实等，视情每次从总分扣 1—10 分。',
          dataSource: '督查记录',
          sources: ['inspection'],
        },
        {
          code: 'N2',
          name: '弄虚作假',
          maxPoints: 0,
          item: { kind: 'veto', effect: 'band', band: 'unqualified' },
          standard: '活动记录、签到、图片弄虚作假的，评为不合格。',
          dataSource: '督查记录',
        },
        {
          code: 'N3',
          name: '重大安全责任事故',
          maxPoints: 0,
          item: { kind: 'veto', effect: 'zero' },
          standard: '活动中发生重大安全责任事故的，总分为 0。',
          dataSource: '督查记录',
        },
      ],
    },
  ],
} as const satisfies RubricPreset;
