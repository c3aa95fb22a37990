import type { ResourceText } from './resource-text';

export const PROGRAMME_TEXT = {
  programme: {
    label: { zh: '工作方案', en: 'Programme' },
    fields: {
      name: { zh: '方案名称', en: 'Name' },
      active: { zh: '现行', en: 'Active' },
      sourceNote: { zh: '出处', en: 'Source' },
      organizers: { zh: '组织架构', en: 'Organisers' },
      startsOn: { zh: '开始日期', en: 'Starts' },
      endsOn: { zh: '结束日期', en: 'Ends' },
      phases: { zh: '阶段', en: 'Phases' },
      deadlines: { zh: '报送期限', en: 'Deadlines' },
      focusWeekReading: { zh: '集中活动周口径', en: 'Focus-week reading' },
      cadenceRules: { zh: '频次规则', en: 'Cadence rules' },
      activityRules: { zh: '活动规则', en: 'Activity rules' },
      noticeDays: { zh: '公开发布提前天数', en: 'Days of public notice' },
      venueKinds: { zh: '场所类型', en: 'Venue kinds' },
      requirements: { zh: '工作要求', en: 'Requirements' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  'cadence-exception': {
    label: { zh: '频次例外', en: 'Cadence exception' },
    fields: {
      reason: { zh: '原因', en: 'Reason' },
      kind: { zh: '类型', en: 'Kind' },
      startsOn: { zh: '开始日期', en: 'First day' },
      endsOn: { zh: '结束日期', en: 'Last day' },
      rules: { zh: '适用规则', en: 'Rules' },
      unit: { zh: '限于单位', en: 'Only this unit' },
      station: { zh: '限于阵地', en: 'Only this site' },
      town: { zh: '限于镇', en: 'Only this town' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  category: {
    label: { zh: '活动类别', en: 'Category' },
    fields: {
      code: { zh: '代码', en: 'Code' },
      name: { zh: '类别名称', en: 'Name' },
      order: { zh: '顺序', en: 'Order' },
      guidance: { zh: '内容指引', en: 'Guidance' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  project: {
    label: { zh: '志愿服务项目', en: 'Service project' },
    fields: {
      title: { zh: '项目名称', en: 'Title' },
      team: { zh: '志愿服务队', en: 'Volunteer team' },
      unit: { zh: '申报单位', en: 'Unit' },
      category: { zh: '类别', en: 'Category' },
      summary: { zh: '项目简介', en: 'Summary' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
} as const satisfies Record<string, ResourceText>;
