import type { Words } from './words';

/** What the entries of the console's menu are called, by their address. */
export const MENU_TEXT = {
  '/': { zh: '工作台', en: 'Workbench' },
  '/activities': { zh: '活动', en: 'Activities' },
  '/activity-materials': { zh: '宣传物料', en: 'Materials' },
  '/calendar': { zh: '活动日历', en: 'Calendar' },
  '/notice-report': { zh: '公开发布', en: 'Public notice' },
  '/coverage': { zh: '创文指标覆盖', en: 'Indicator coverage' },
  '/ledger': { zh: '台账', en: 'Ledger' },
  '/hours': { zh: '志愿时长', en: 'Volunteer hours' },
  '/site-plans': { zh: '阵地计划', en: 'Site plans' },
  '/schedule': { zh: '月度安排', en: 'Month schedule' },
  '/liaison-contents': { zh: '每周包联', en: 'Weekly liaison' },
  '/site-offers': { zh: '阵地资源', en: 'Offers of sites' },
  '/action-plans': { zh: '具体方案', en: 'Detailed plans' },
  '/timeline': { zh: '时间轴', en: 'Timeline' },
  '/projects': { zh: '项目库', en: 'Project library' },
  '/photo-flags': { zh: '照片核查', en: 'Photo checks' },
  '/stories': { zh: '稿件', en: 'Stories' },
  '/units': { zh: '单位', en: 'Units' },
  '/stations': { zh: '阵地', en: 'Sites' },
  '/pairings': { zh: '结对', en: 'Pairings' },
  '/teams': { zh: '志愿服务队', en: 'Volunteer teams' },
  '/evaluations': { zh: '评分表', en: 'Sheets' },
  '/rounds': { zh: '测评轮次', en: 'Rounds' },
  '/summary': { zh: '测评汇总', en: 'Summary' },
  '/rubrics': { zh: '测评体系', en: 'Rubrics' },
  '/programme': { zh: '工作方案', en: 'Programme' },
  '/import': { zh: '数据导入', en: 'Import' },
  '/staff': { zh: '人员账号', en: 'Staff' },
  '/words': { zh: '词语', en: 'Words' },
  '/computed-columns': { zh: '计算列', en: 'Computed columns' },
  '/models': { zh: '内容模型', en: 'Content models' },
  '/audit': { zh: '变更日志', en: 'Audit log' },
} as const satisfies Record<string, Words>;

export type MenuAddress = keyof typeof MENU_TEXT;
