import type { ResourceText } from './resource-text';

export const SETTINGS_TEXT = {
  word: {
    label: { zh: '词语', en: 'Words' },
    fields: {
      key: { zh: '标识', en: 'Key' },
      zh: { zh: '中文', en: 'Chinese' },
      en: { zh: '英文', en: 'English' },
      order: { zh: '顺序', en: 'Order' },
      hidden: { zh: '不显示', en: 'Hidden' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  'saved-view': {
    label: { zh: '视图', en: 'View' },
    fields: {
      name: { zh: '视图名称', en: 'Name' },
      path: { zh: '列表', en: 'List' },
      query: { zh: '条件', en: 'Conditions' },
      columns: { zh: '列', en: 'Columns' },
      favourite: { zh: '默认视图', en: 'Default' },
      owner: { zh: '所有者', en: 'Owner' },
      sharedWith: { zh: '共享给', en: 'Shared with' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  'form-rule': {
    label: { zh: '表单规则', en: 'Form rule' },
    fields: {
      resource: { zh: '类型', en: 'Type' },
      field: { zh: '字段', en: 'Field' },
      role: { zh: '角色', en: 'Role' },
      mode: { zh: '方式', en: 'Mode' },
      preset: { zh: '预填内容', en: 'Preset' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  'computed-column': {
    label: { zh: '计算列', en: 'Computed column' },
    fields: {
      resource: { zh: '类型', en: 'Type' },
      name: { zh: '标识', en: 'Identifier' },
      zh: { zh: '中文', en: 'Chinese' },
      en: { zh: '英文', en: 'English' },
      expression: { zh: '表达式', en: 'Expression' },
      kind: { zh: '结果', en: 'Result' },
      decimals: { zh: '小数位数', en: 'Decimals' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
} as const satisfies Record<string, ResourceText>;
