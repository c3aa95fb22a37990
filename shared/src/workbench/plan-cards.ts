import type { ListCard } from './work-card';

const sitePlan = {
  kind: 'list',
  resource: 'site-plan',
  path: 'site-plans',
  show: ['station'],
} as const;

const actionPlan = {
  kind: 'list',
  resource: 'action-plan',
  path: 'action-plans',
  show: [],
} as const;

export const PLAN_CARDS: readonly ListCard[] = [
  {
    ...sitePlan,
    key: 'sitePlansReturned',
    words: { zh: '被退回的阵地年度计划', en: 'Returned site plans' },
    roles: ['station'],
    states: ['returned'],
    step: 'submit',
    sort: 'updatedAt:desc',
  },
  {
    ...actionPlan,
    key: 'actionPlansReturned',
    words: { zh: '被退回的具体方案', en: 'Returned detailed plans' },
    roles: ['unit', 'station', 'leadDepartment'],
    states: ['returned'],
    step: 'submit',
    sort: 'updatedAt:desc',
  },
  {
    ...sitePlan,
    key: 'sitePlansToApprove',
    words: { zh: '待审定的阵地年度计划', en: 'Site plans to approve' },
    roles: ['town', 'districtOffice'],
    states: ['submitted'],
    step: 'approve',
    sort: 'submittedAt:asc',
  },
  {
    ...actionPlan,
    key: 'actionPlansToAccept',
    words: { zh: '待接收的具体方案', en: 'Detailed plans to accept' },
    roles: ['districtOffice'],
    states: ['submitted'],
    step: 'accept',
    sort: 'submittedAt:asc',
  },
];
