import type { ResourceText } from './resource-text';

export const MODERATION_TEXT = {
  moderation: {
    label: { zh: '会商', en: 'Talk' },
    fields: {
      name: { zh: '会商事项', en: 'Subject' },
      round: { zh: '轮次', en: 'Round' },
      unit: { zh: '被评单位', en: 'Unit' },
      code: { zh: '指标或维度', en: 'Indicator or dimension' },
      question: { zh: '会商问题', en: 'Question' },
      asked: { zh: '征询的测评员', en: 'Evaluators asked' },
      disclose: { zh: '向被征询人公布他人分值', en: 'Show the points of the others' },
      spread: { zh: '发出时的评分', en: 'Points when begun' },
      outcome: { zh: '会商结论', en: 'Outcome' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  'moderation-reply': {
    label: { zh: '会商答复', en: 'Answer to a talk' },
    fields: {
      moderation: { zh: '会商', en: 'Talk' },
      evaluation: { zh: '评分表', en: 'Sheet' },
      round: { zh: '轮次', en: 'Round' },
      unit: { zh: '被评单位', en: 'Unit' },
      evaluator: { zh: '测评员', en: 'Evaluator' },
      entries: { zh: '改评内容', en: 'Changed entries' },
      reason: { zh: '理由', en: 'Reason' },
      before: { zh: '原评分', en: 'Before' },
      after: { zh: '改后评分', en: 'After' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
} as const satisfies Record<string, ResourceText>;
