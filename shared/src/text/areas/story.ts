import type { ResourceText } from './resource-text';

const COMMON = {
  example: { zh: '示例', en: 'Example' },
  rev: { zh: '修订号', en: 'Revision' },
};
const STATE = { zh: '状态', en: 'State' };

export const STORY_TEXT = {
  story: {
    label: { zh: '稿件', en: 'Story' },
    fields: {
      title: { zh: '标题', en: 'Title' },
      column: { zh: '专栏', en: 'Column' },
      activity: { zh: '活动', en: 'Activity' },
      unit: { zh: '单位', en: 'Unit' },
      station: { zh: '阵地', en: 'Site' },
      category: { zh: '类别', en: 'Category' },
      tags: { zh: '标签', en: 'Tags' },
      goodPractice: { zh: '先进做法', en: 'Good practice' },
      author: { zh: '作者', en: 'Author' },
      summary: { zh: '摘要', en: 'Summary' },
      content: { zh: '正文', en: 'Text' },
      embargoUntil: { zh: '此前不得刊发', en: 'Embargo until' },
      scheduledFor: { zh: '定时刊发', en: 'Scheduled for' },
      submittedAt: { zh: '首次投稿时间', en: 'First submitted at' },
      releasedAt: { zh: '刊发时间', en: 'Released at' },
      correctedAt: { zh: '更正时间', en: 'Corrected at' },
      withdrawnAt: { zh: '撤下时间', en: 'Withdrawn at' },
      correction: { zh: '更正说明', en: 'Correction' },
      state: STATE,
      ...COMMON,
    },
  },
  'story-column': {
    label: { zh: '专栏', en: 'Column' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      slug: { zh: '网址名', en: 'Address' },
      description: { zh: '简介', en: 'Description' },
      position: { zh: '排序', en: 'Order' },
      active: { zh: '在用', en: 'In use' },
      ...COMMON,
    },
  },
  'story-photo': {
    label: { zh: '稿件图片', en: 'Picture of a story' },
    fields: {
      caption: { zh: '图片说明', en: 'Caption' },
      story: { zh: '稿件', en: 'Story' },
      file: { zh: '图片', en: 'Picture' },
      alt: { zh: '替代文字', en: 'Alternative text' },
      credit: { zh: '摄影', en: 'Credit' },
      cover: { zh: '封面', en: 'Cover' },
      people: { zh: '图中人物', en: 'People' },
      persons: { zh: '可辨认人数', en: 'Recognisable people' },
      ...COMMON,
    },
  },
  'portrait-consent': {
    label: { zh: '肖像同意', en: 'Consent to a picture' },
    fields: {
      person: { zh: '本人', en: 'Person' },
      photo: { zh: '图片', en: 'Picture' },
      minor: { zh: '未成年人', en: 'Minor' },
      guardian: { zh: '监护人', en: 'Guardian' },
      givenOn: { zh: '同意日期', en: 'Given on' },
      paper: { zh: '同意书', en: 'Paper' },
      state: STATE,
      ...COMMON,
    },
  },
  'story-comment': {
    label: { zh: '审稿意见', en: 'Comment' },
    fields: {
      text: { zh: '意见', en: 'Comment' },
      story: { zh: '稿件', en: 'Story' },
      writer: { zh: '提出人', en: 'By' },
      resolved: { zh: '已处理', en: 'Resolved' },
      ...COMMON,
    },
  },
  'media-placement': {
    label: { zh: '媒体刊发', en: 'Media placement' },
    fields: {
      title: { zh: '刊发标题', en: 'Headline' },
      outlet: { zh: '媒体', en: 'Outlet' },
      level: { zh: '级别', en: 'Level' },
      publishedOn: { zh: '刊发日期', en: 'Published on' },
      link: { zh: '链接', en: 'Link' },
      unit: { zh: '单位', en: 'Unit' },
      station: { zh: '阵地', en: 'Site' },
      story: { zh: '稿件', en: 'Story' },
      evidence: { zh: '佐证材料', en: 'Evidence' },
      note: { zh: '备注', en: 'Note' },
      verifiedAt: { zh: '核实时间', en: 'Verified at' },
      state: STATE,
      ...COMMON,
    },
  },
  'api-consumer': {
    label: { zh: '接口用户', en: 'API consumer' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      contact: { zh: '联系人', en: 'Contact' },
      purpose: { zh: '用途', en: 'Purpose' },
      columns: { zh: '可取专栏', en: 'Columns' },
      dailyQuota: { zh: '每日请求上限', en: 'Requests a day' },
      expiresOn: { zh: '有效期至', en: 'Expires on' },
      state: STATE,
      ...COMMON,
    },
  },
  webhook: {
    label: { zh: '推送地址', en: 'Webhook' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      consumer: { zh: '接口用户', en: 'Consumer' },
      url: { zh: '网址', en: 'Address' },
      state: STATE,
      ...COMMON,
    },
  },
} as const satisfies Record<string, ResourceText>;
