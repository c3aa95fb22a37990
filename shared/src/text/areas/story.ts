import type { ResourceText } from './resource-text';

export const STORY_TEXT = {
  story: {
    label: { zh: '稿件', en: 'Story' },
    fields: {
      title: { zh: '标题', en: 'Title' },
      activity: { zh: '活动', en: 'Activity' },
      unit: { zh: '单位', en: 'Unit' },
      station: { zh: '阵地', en: 'Site' },
      category: { zh: '类别', en: 'Category' },
      author: { zh: '作者', en: 'Author' },
      summary: { zh: '摘要', en: 'Summary' },
      body: { zh: '正文', en: 'Body' },
      photos: { zh: '图片', en: 'Pictures' },
      releasedAt: { zh: '发布时间', en: 'Released at' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
} as const satisfies Record<string, ResourceText>;
