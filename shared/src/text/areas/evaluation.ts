import type { ResourceText } from './resource-text';

export const EVALUATION_TEXT = {
  rubric: {
    label: { zh: '测评体系', en: 'Rubric' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      version: { zh: '版本', en: 'Version' },
      definition: { zh: '体系内容', en: 'Definition' },
      contentHash: { zh: '内容指纹', en: 'Content hash' },
      reason: { zh: '修订原因', en: 'Reason' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  round: {
    label: { zh: '测评轮次', en: 'Round' },
    fields: {
      name: { zh: '轮次名称', en: 'Name' },
      rubric: { zh: '测评体系', en: 'Rubric' },
      programme: { zh: '工作方案', en: 'Programme' },
      opensOn: { zh: '开始日期', en: 'Opens' },
      closesOn: { zh: '截止日期', en: 'Closes' },
      windows: { zh: '各来源起止日期', en: 'Windows of the sources' },
      roster: { zh: '参评名册', en: 'Roster' },
      frozen: { zh: '冻结内容', en: 'Frozen inputs' },
      frozenHash: { zh: '冻结指纹', en: 'Frozen hash' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  assignment: {
    label: { zh: '测评分工', en: 'Assignment' },
    fields: {
      round: { zh: '轮次', en: 'Round' },
      unit: { zh: '被评单位', en: 'Unit' },
      evaluator: { zh: '测评员', en: 'Evaluator' },
      source: { zh: '评分来源', en: 'Source' },
      reason: { zh: '调整原因', en: 'Reason' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  recusal: {
    label: { zh: '回避申明', en: 'Recusal' },
    fields: {
      evaluator: { zh: '测评员', en: 'Evaluator' },
      unit: { zh: '回避单位', en: 'Unit' },
      reason: { zh: '回避原因', en: 'Reason' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  evaluation: {
    label: { zh: '评分表', en: 'Evaluation' },
    fields: {
      assignment: { zh: '分工', en: 'Assignment' },
      round: { zh: '轮次', en: 'Round' },
      unit: { zh: '被评单位', en: 'Unit' },
      evaluator: { zh: '测评员', en: 'Evaluator' },
      source: { zh: '评分来源', en: 'Source' },
      entries: { zh: '评分', en: 'Entries' },
      comment: { zh: '总体意见', en: 'Comment' },
      files: { zh: '佐证材料', en: 'Evidence' },
      total: { zh: '得分', en: 'Total' },
      submittedAt: { zh: '提交时间', en: 'Submitted at' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
} as const satisfies Record<string, ResourceText>;
