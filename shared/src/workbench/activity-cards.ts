import type { ListCard } from './work-card';

const activity = {
  kind: 'list',
  resource: 'activity',
  path: 'activities',
  show: ['unit', 'station'],
} as const;

/** The day before: approvals, notice and confirmation belong before the event. */
const DAY_BEFORE = { field: 'day', plus: -1 } as const;

/** Activities that wait for a step. How far ahead one looks (14 and 7 days) is ours. */
export const ACTIVITY_CARDS: readonly ListCard[] = [
  {
    ...activity,
    key: 'activitiesReturned',
    words: { zh: '被退回、待更正的活动', en: 'Returned activities to correct' },
    roles: ['unit', 'station'],
    states: ['returned'],
    step: 'report',
    sort: 'day:asc',
  },
  {
    ...activity,
    key: 'activitiesToReport',
    words: { zh: '已开展、待报送的活动', en: 'Activities held, to be reported' },
    roles: ['unit', 'station'],
    states: ['held'],
    step: 'report',
    sort: 'day:asc',
  },
  {
    ...activity,
    key: 'activitiesPast',
    words: { zh: '日期已过、未登记开展的活动', en: 'Activities past their day, not recorded as held' },
    roles: ['unit', 'station'],
    states: ['announced'],
    step: 'hold',
    days: { to: -1 },
    sort: 'day:asc',
  },
  {
    ...activity,
    key: 'activitiesToAnnounce',
    words: { zh: '待公开发布的活动', en: 'Activities to announce' },
    roles: ['station', 'town'],
    states: ['cleared'],
    step: 'announce',
    days: { from: 0 },
    sort: 'day:asc',
    due: DAY_BEFORE,
  },
  {
    ...activity,
    key: 'activitiesToClear',
    words: { zh: '两周内待确认的活动', en: 'Activities of the next two weeks to confirm' },
    roles: ['station', 'town'],
    states: ['planned'],
    step: 'clear',
    days: { from: 0, to: 14 },
    sort: 'day:asc',
    due: DAY_BEFORE,
  },
  {
    ...activity,
    key: 'activitiesToVerify',
    words: { zh: '待核实的活动', en: 'Activities to verify' },
    roles: ['town', 'districtOffice', 'civilityOffice'],
    states: ['reported'],
    step: 'verify',
    sort: 'reportedAt:asc',
  },
  {
    ...activity,
    key: 'activitiesUpcoming',
    words: { zh: '七天内将开展的活动', en: 'Activities of the next seven days' },
    roles: ['civilityOffice', 'leadDepartment', 'inspector', 'publicity'],
    states: ['cleared', 'announced'],
    days: { from: 0, to: 7 },
    sort: 'day:asc',
    due: { field: 'day', plus: 0 },
  },
];
