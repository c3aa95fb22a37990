import type { CadenceRule } from './cadence-rule';

// The dates of the 推进 phase, in which the plan has the units carry out their activities.
const PROGRESS = { from: '2022-07-01', to: '2023-02-28' } as const;

/** What the plan itself asks for by the calendar; all of it concerns the liaison units and their sites. */
export const PLAN_CADENCE_RULES: readonly CadenceRule[] = [
  {
    code: 'plan.focusWeek',
    words: {
      zh: '包联单位每月集中活动周到结对站至少开展1场活动',
      en: 'Liaison units: at least one activity at the paired site in each focus week',
    },
    who: { per: 'pairing', unitClasses: ['liaison'] },
    what: 'any',
    period: 'focusWeek',
    minimum: 1,
    evidence: 'verified',
    ...PROGRESS,
    source: '四、创文巩卫区级包联单位:在每月文明实践集中活动周(每月第三个星期),至少开展1场新时代文明实践活动',
  },
  {
    code: 'plan.partyLecture',
    words: {
      zh: '包联单位到每个结对站讲1次党课',
      en: 'Liaison units: one Party lecture at each paired site',
    },
    who: { per: 'pairing', unitClasses: ['liaison'] },
    what: ['partyLecture'],
    period: 'once',
    minimum: 1,
    evidence: 'verified',
    ...PROGRESS,
    source: '五(二)2:各包联单位派出党员到包联社区(村)的新时代文明实践站讲1次党课',
  },
  {
    code: 'plan.weeklyContent',
    words: {
      zh: '包联单位与包联社区(村)确定每周活动内容',
      en: 'Liaison units: the content of each week agreed with the community',
    },
    who: { per: 'pairing', unitClasses: ['liaison'] },
    what: 'any',
    period: 'week',
    minimum: 1,
    evidence: 'agreed',
    ...PROGRESS,
    source: '四、创文巩卫区级包联单位:和包联社区(村)提前沟通联系,确定每周包联活动内容',
  },
];
