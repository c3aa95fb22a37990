import type { RubricPreset } from './preset';

const STARS = [
  { code: 'star4', label: { zh: '四星', en: '4 stars' }, min: 80 },
  { code: 'star3', label: { zh: '三星', en: '3 stars' }, min: 70 },
  { code: 'star2', label: { zh: '二星', en: '2 stars' }, min: 60 },
  { code: 'star1', label: { zh: '一星', en: '1 star' }, min: 0 },
] as const;

const fiveStars = <N extends number>(count: N) =>
  [{ code: 'star5', label: { zh: '五星', en: '5 stars' }, min: 90, quota: { count } }, ...STARS] as const;

/** 示例: 1–5 stars with quotas by station level (one 5-star institute, two 5-star stations). */
export const starQuotas = {
  name: '星级评定（示例）',
  description: '示例。按得分评一至五星；五星名额：实践所 1 个，实践站 2 个。',
  example: true,
  sources: [
    { code: 'town', weight: 40 },
    { code: 'district', weight: 60 },
  ],
  bands: fiveStars(2),
  bandsByClass: { institute: fiveStars(1), station: fiveStars(2) },
  tieBreaks: ['source:district', 'dimension:H', 'rawMean'],
  dimensions: [
    {
      code: 'J',
      name: '阵地建设',
      indicators: [
        {
          code: 'J1',
          name: '场地和设备',
          maxPoints: 20,
          item: { kind: 'points' },
          standard: '场地固定、设备可用、标识规范。',
          dataSource: '实地查看',
        },
        {
          code: 'J2',
          name: '计划公示',
          maxPoints: 20,
          item: { kind: 'points' },
          standard: '年度计划、月度安排提前公开。',
          dataSource: '公示记录',
        },
      ],
    },
    {
      code: 'H',
      name: '活动开展',
      indicators: [
        {
          code: 'H1',
          name: '每月开展活动',
          maxPoints: 30,
          item: {
            kind: 'metric',
            metric: 'monthsMet',
            rule: { mode: 'linear', zeroAt: 0, fullAt: 8 },
          },
          standard: '按开展活动的月数计分，8 个月都有活动得满分。',
          dataSource: '系统活动记录',
        },
        {
          code: 'H2',
          name: '群众反映',
          maxPoints: 30,
          item: { kind: 'points' },
          standard: '群众知晓、愿意参加、评价好。',
          dataSource: '走访',
        },
      ],
    },
  ],
} as const satisfies RubricPreset;
