import { DEFAULT_RULES, VENUE_KINDS } from '../activity';
import { PLAN_CADENCE_RULES } from './plan-cadence';
import { PLAN_REQUIREMENTS } from './plan-requirements';
import { PLAN_DEADLINES, PLAN_PHASES } from './plan-steps';
import type { Programme } from './programme';
import { DEFAULT_STORY_DUTIES } from './story-duty';
import { DEFAULT_FOCUS_WEEK_READING } from './vocabulary';

/** 高新区新时代文明实践结对共建活动工作方案 as a programme: what it says, and marked where it leaves a choice. */
export const PLAN_PRESET: Programme = {
  name: '高新区新时代文明实践结对共建活动',
  sourceNote:
    '根据《高新区新时代文明实践结对共建活动工作方案》录入。方案“自即日起”实施,未写明印发日期,开始日期暂取其写明的首个日期,请按实际印发日期修改。“每月第三个星期”按日历第三行(周一至周日)理解,可在设置中更改。附件2、附件3未附内容,提供导入模板。',
  organizers: {
    guiding: ['区办公室'],
    hosting: ['区创卫办'],
    undertaking: ['X镇党委、政府', '区各职能局(办)', '市驻区各单位'],
    units: [
      { unitClass: 'liaison', text: '创文巩卫工作区级包联单位及志愿者' },
      { unitClass: 'key', text: '区重点单位及相关志愿者' },
      { unitClass: 'school', text: '区各学校及其志愿者,学生及其家长(监护人)' },
    ],
    sites: '高新区创文区域范围内的新时代文明实践所、站',
  },
  startsOn: '2022-07-01',
  endsOn: '2023-03-31',
  phases: [...PLAN_PHASES],
  deadlines: [...PLAN_DEADLINES],
  focusWeekReading: DEFAULT_FOCUS_WEEK_READING,
  cadenceRules: [...PLAN_CADENCE_RULES],
  activityRules: [...DEFAULT_RULES],
  venueKinds: [...VENUE_KINDS],
  requirements: [...PLAN_REQUIREMENTS],
  storyDuties: [...DEFAULT_STORY_DUTIES],
};
