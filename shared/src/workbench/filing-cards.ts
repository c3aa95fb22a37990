import type { DutyCard, ListCard, SpecialCard } from './work-card';

const report = {
  kind: 'list',
  resource: 'report',
  path: 'reports',
  sort: 'submittedAt:asc',
  show: ['unit', 'station', 'department'],
} as const;

const materials = {
  kind: 'list',
  resource: 'material-submission',
  path: 'material-submissions',
  sort: 'submittedAt:asc',
  show: ['station'],
} as const;

/** Reports and materials that wait for a step. */
export const FILING_LISTS: readonly ListCard[] = [
  {
    ...report,
    key: 'reportsReturned',
    words: { zh: '被退回、待补正的工作报送', en: 'Returned reports' },
    roles: ['unit', 'station', 'leadDepartment'],
    states: ['returned'],
    step: 'submit',
  },
  {
    ...report,
    key: 'reportsToAccept',
    words: { zh: '待接收的工作报送', en: 'Reports to accept' },
    roles: ['districtOffice'],
    states: ['submitted'],
    step: 'accept',
  },
  {
    ...materials,
    key: 'submissionsReturned',
    words: { zh: '被退回、待补正的上报材料', en: 'Returned materials' },
    roles: ['station'],
    states: ['returned'],
    step: 'submit',
  },
  {
    ...materials,
    key: 'materialsToAccept',
    words: { zh: '待接收的上报材料', en: 'Materials to accept' },
    roles: ['districtOffice'],
    states: ['forwarded'],
    step: 'accept',
  },
];

/** What a level has received and is to send on: not what its own people have sent. */
export const MATERIALS_TO_FORWARD: SpecialCard = {
  kind: 'materialsToForward',
  key: 'materialsToForward',
  words: { zh: '待转报的下级材料', en: 'Materials to forward' },
  roles: ['station', 'town'],
  path: 'material-submissions',
};

export const DUTY_CARDS: readonly DutyCard[] = [
  {
    kind: 'owedFilings',
    of: 'report',
    key: 'reportsOwed',
    words: { zh: '应报未报的工作报送', en: 'Reports to send in' },
    roles: ['unit', 'station', 'leadDepartment'],
    path: 'reports',
  },
  {
    kind: 'owedFilings',
    of: 'material-submission',
    key: 'materialsOwed',
    words: { zh: '应报未报的材料', en: 'Materials to send in' },
    roles: ['station'],
    path: 'material-submissions',
  },
  {
    kind: 'missingFilings',
    of: 'report',
    key: 'reportsMissing',
    words: { zh: '逾期未报的工作报送', en: 'Reports overdue' },
    roles: ['town', 'districtOffice'],
    path: 'reports',
  },
  {
    kind: 'missingFilings',
    of: 'material-submission',
    key: 'materialsMissing',
    words: { zh: '逾期未报的材料', en: 'Materials overdue' },
    roles: ['town', 'districtOffice'],
    path: 'material-submissions',
  },
];
