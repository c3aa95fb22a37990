import { USUAL_WEIGHTS } from '../sources';
import type { RubricPreset } from './preset';

/** 示例: judged points, rates and system figures, with a capped bonus. Weights are our defaults (domain §4). */
export const pointsWithBonus = {
  name: '评分制加分项（示例）',
  description: '示例。百分制评分，另设加分项，加分合计不超过 10 分。',
  example: true,
  sources: USUAL_WEIGHTS,
  bonusCap: 10,
  cap: 110,
  tieBreaks: ['composite', 'dimension:H', 'source:district', 'rawMean'],
  dimensions: [
    {
      code: 'Z',
      name: '组织领导',
      indicators: [
        {
          code: 'Z1',
          name: '制定具体方案',
          maxPoints: 10,
          item: { kind: 'points' },
          standard: '方案结合实际、分工明确、有时间安排。',
          dataSource: '工作方案',
          sources: ['self', 'town', 'district'],
        },
        {
          code: 'Z2',
          name: '志愿者注册率',
          maxPoints: 10,
          item: {
            kind: 'ratio',
            numerator: '注册志愿者人数',
            denominator: '在职职工人数',
            steps: [
              { at: 70, points: 10 },
              { at: 60, points: 7 },
              { at: 50, points: 4 },
            ],
          },
          standard: '注册志愿者占在职职工 70% 以上 10 分，60% 以上 7 分，50% 以上 4 分。',
          dataSource: 'i志愿',
          sources: ['self', 'town', 'district'],
        },
      ],
    },
    {
      code: 'H',
      name: '活动开展',
      indicators: [
        {
          code: 'H1',
          name: '集中活动周完成率',
          maxPoints: 20,
          item: {
            kind: 'metric',
            metric: 'focusWeekRate',
            rule: { mode: 'linear', zeroAt: 0, fullAt: 100 },
          },
          standard: '按完成率计分，完成率 100% 得满分。',
          dataSource: '系统台账',
          sources: ['self', 'town', 'district'],
          evidence: { kinds: ['ledger'] },
        },
        {
          code: 'H2',
          name: '活动质量',
          maxPoints: 20,
          item: { kind: 'points' },
          standard: '内容对标群众需求，组织有序，群众反映好。',
          dataSource: '活动记录、现场查看',
          sources: ['self', 'town', 'district'],
          evidence: { kinds: ['activities', 'photos'] },
        },
        {
          code: 'H3',
          name: '群众满意度',
          maxPoints: 20,
          item: {
            kind: 'metric',
            metric: 'satisfaction',
            rule: { mode: 'linear', zeroAt: 0, fullAt: 100 },
          },
          standard: '按满意度计分，100% 得满分；有效答卷不足 10 份不计。',
          dataSource: '问卷调查，由区办公室录入',
          sources: ['public'],
        },
      ],
    },
    {
      code: 'C',
      name: '工作成效',
      indicators: [
        {
          code: 'C1',
          name: '特色品牌',
          maxPoints: 20,
          item: { kind: 'points' },
          standard: '形成可复制的志愿服务品牌。',
          dataSource: '申报材料',
          sources: ['self', 'town', 'district'],
          evidence: { kinds: ['projects', 'stories'] },
        },
        {
          code: 'C2',
          name: '媒体报道和表彰',
          maxPoints: 10,
          item: {
            kind: 'bonus',
            options: [
              { code: 'national', label: '国家级', points: 3 },
              { code: 'province', label: '省级', points: 2 },
              { code: 'city', label: '市级', points: 1 },
            ],
          },
          standard: '国家级每次加 3 分，省级 2 分，市级 1 分，最多加 10 分。',
          dataSource: '经核实的媒体刊发、表彰原件',
          sources: ['district'],
          evidence: { kinds: ['placements'] },
        },
      ],
    },
  ],
} as const satisfies RubricPreset;
