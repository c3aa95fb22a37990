import { REVIEWER_ROLES } from '../round/appeal';
import type { ListCard } from './work-card';

const appeal = { kind: 'list', resource: 'appeal', path: 'appeals' } as const;

/** Appeals that wait for their unit, for the office and for their reviewer. */
export const APPEAL_CARDS: readonly ListCard[] = [
  {
    ...appeal,
    key: 'appealsToFile',
    words: { zh: '尚未提交的申诉', en: 'Appeals to file' },
    roles: ['unit'],
    states: ['draft'],
    step: 'file',
    sort: 'appealBy:asc',
    due: { field: 'appealBy', plus: 0 },
    show: ['round'],
  },
  {
    ...appeal,
    key: 'appealsToAccept',
    words: { zh: '待受理的申诉', en: 'Appeals to accept' },
    roles: ['districtOffice'],
    states: ['filed'],
    step: 'accept',
    sort: 'filedAt:asc',
    show: ['unit', 'round'],
  },
  {
    ...appeal,
    key: 'appealsToDecide',
    words: { zh: '待您复核的申诉', en: 'Appeals to decide' },
    roles: REVIEWER_ROLES,
    states: ['reviewing'],
    step: 'uphold',
    sort: 'filedAt:asc',
    show: [],
  },
];
