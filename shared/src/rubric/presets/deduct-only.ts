import type { RubricPreset } from './preset';

/** 示例: base 100, points are only taken away, 扣完为止. */
export const deductOnly = {
  name: '扣分制（示例）',
  description: '示例。起评分 100 分，发现问题才扣分，扣完为止。',
  example: true,
  sources: [
    { code: 'town', weight: 40 },
    { code: 'district', weight: 60 },
  ],
  tieBreaks: ['source:district', 'indicator:K1', 'rawMean'],
  dimensions: [
    {
      code: 'K',
      name: '日常工作',
      base: 100,
      indicators: [
        {
          code: 'K1',
          name: '集中活动周未开展活动',
          maxPoints: 40,
          item: { kind: 'deduct', from: 'dimension', rule: { mode: 'perMissing', each: 5 } },
          standard: '集中活动周应开展而未开展的，每缺 1 次扣 5 分。',
          dataSource: '活动记录',
        },
        {
          code: 'K2',
          name: '小结、总结迟报或未报',
          maxPoints: 20,
          item: { kind: 'deduct', from: 'dimension', rule: { mode: 'perMissing', each: 10 } },
          standard: '工作小结、全年总结，每缺 1 份扣 10 分。',
          dataSource: '报送记录',
        },
        {
          code: 'K3',
          name: '活动组织不规范',
          maxPoints: 30,
          item: { kind: 'deduct', from: 'dimension', rule: { mode: 'judged', min: 1, max: 5 } },
          standard: '对照活动指引，视情每次扣 1—5 分。',
          dataSource: '督查记录',
        },
        {
          code: 'K4',
          name: '活动资料不齐',
          maxPoints: 20,
          item: { kind: 'deduct', from: 'dimension', rule: { mode: 'perMissing', each: 1 } },
          standard: '图片、签到、报道等资料，每缺 1 份扣 1 分。',
          dataSource: '报送材料',
        },
      ],
    },
  ],
} as const satisfies RubricPreset;
