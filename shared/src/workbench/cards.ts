import type { Role } from '../access';
import type { CadenceParty } from '../programme';
import { ACTIVITY_CARDS } from './activity-cards';
import { APPEAL_CARDS } from './appeal-cards';
import { DUTY_CARDS, FILING_LISTS, MATERIALS_TO_FORWARD } from './filing-cards';
import { PLAN_CARDS } from './plan-cards';
import { STORY_CARDS } from './story-cards';
import type { ListCard, SpecialCard, WorkCard } from './work-card';

const EVALUATION_CARDS: readonly ListCard[] = [
  {
    kind: 'list',
    key: 'sheetsReturned',
    words: { zh: '被退回、待重评的评分表', en: 'Returned sheets' },
    roles: ['evaluator', 'unit', 'town'],
    resource: 'evaluation',
    path: 'evaluations',
    states: ['returned'],
    step: 'submit',
    sort: 'round.closesOn:asc',
    due: { field: 'closesOn', via: 'round', plus: 0 },
    show: ['unit', 'round'],
  },
  {
    kind: 'list',
    key: 'sheetsToSubmit',
    words: { zh: '待提交的评分表', en: 'Sheets to submit' },
    roles: ['evaluator', 'unit', 'town'],
    resource: 'evaluation',
    path: 'evaluations',
    states: ['draft'],
    step: 'submit',
    sort: 'round.closesOn:asc',
    due: { field: 'closesOn', via: 'round', plus: 0 },
    show: ['unit', 'round'],
  },
  {
    kind: 'list',
    key: 'talksToAnswer',
    words: { zh: '待答复的会商', en: 'Talks to answer' },
    roles: ['evaluator'],
    resource: 'moderation-reply',
    path: 'moderation-replies',
    states: ['asked'],
    step: 'keep',
    sort: 'round.closesOn:asc',
    due: { field: 'closesOn', via: 'round', plus: 0 },
    show: ['moderation', 'round'],
  },
  {
    kind: 'list',
    key: 'talksToSettle',
    words: { zh: '待办结的会商', en: 'Talks to settle' },
    roles: ['districtOffice'],
    resource: 'moderation',
    path: 'moderations',
    states: ['talking'],
    step: 'keep',
    sort: 'round.closesOn:asc',
    due: { field: 'closesOn', via: 'round', plus: 0 },
    show: ['unit', 'round'],
  },
  {
    kind: 'list',
    key: 'roundsToClose',
    words: { zh: '评分中的测评轮次', en: 'Open rounds' },
    roles: ['districtOffice'],
    resource: 'round',
    path: 'rounds',
    states: ['open'],
    step: 'close',
    sort: 'closesOn:asc',
    due: { field: 'closesOn', plus: 0 },
    show: ['rubric'],
  },
  {
    kind: 'list',
    key: 'roundsToOpen',
    words: { zh: '筹备中的测评轮次', en: 'Rounds to open' },
    roles: ['districtOffice'],
    resource: 'round',
    path: 'rounds',
    states: ['draft'],
    step: 'open',
    sort: 'opensOn:asc',
    due: { field: 'opensOn', plus: 0 },
    show: ['rubric'],
  },
  {
    kind: 'list',
    key: 'rubricDrafts',
    words: { zh: '待启用的测评体系', en: 'Rubric drafts' },
    roles: ['districtOffice'],
    resource: 'rubric',
    path: 'rubrics',
    states: ['draft'],
    step: 'adopt',
    sort: 'updatedAt:desc',
    show: [],
  },
];

const material = {
  kind: 'list',
  resource: 'activity-material',
  path: 'activity-materials',
  sort: 'activity.day:asc',
  due: { field: 'day', via: 'activity', plus: -1 },
  show: ['activity'],
} as const;

const MATERIAL_CARDS: readonly ListCard[] = [
  {
    ...material,
    key: 'materialsReturned',
    words: { zh: '被退回的宣传物料', en: 'Returned materials' },
    roles: ['unit', 'station'],
    states: ['returned'],
    step: 'submit',
  },
  {
    ...material,
    key: 'materialsToReview',
    words: { zh: '待审核的宣传物料', en: 'Materials to review' },
    roles: ['town', 'civilityOffice', 'districtOffice'],
    states: ['submitted'],
    step: 'approve',
  },
];

const OTHER_CARDS: readonly ListCard[] = [
  {
    kind: 'list',
    key: 'photosToCheck',
    words: { zh: '疑似重复使用、待核查的照片', en: 'Photos that may have been used before' },
    roles: ['town', 'districtOffice'],
    resource: 'photo-flag',
    path: 'photo-flags',
    states: ['open'],
    step: 'confirm',
    sort: 'createdAt:asc',
    show: ['activity'],
  },
  {
    kind: 'list',
    key: 'projectsToReview',
    words: { zh: '待审核的志愿服务项目', en: 'Projects to review' },
    roles: ['leadDepartment', 'districtOffice'],
    resource: 'project',
    path: 'projects',
    states: ['proposed'],
    step: 'review',
    sort: 'createdAt:asc',
    show: ['unit', 'team'],
  },
  {
    kind: 'list',
    key: 'projectsToList',
    words: { zh: '待入库的志愿服务项目', en: 'Projects to list' },
    roles: ['leadDepartment', 'districtOffice'],
    resource: 'project',
    path: 'projects',
    states: ['reviewed'],
    step: 'list',
    sort: 'createdAt:asc',
    show: ['unit', 'team'],
  },
];

const SPECIAL_CARDS: readonly SpecialCard[] = [
  {
    kind: 'openFocusWeek',
    key: 'focusWeekOpen',
    words: { zh: '集中活动周尚未安排活动的结对', en: 'Pairings without an activity in the focus week' },
    roles: ['unit', 'station', 'town', 'civilityOffice', 'districtOffice'],
    path: 'pairings',
  },
  {
    kind: 'unpairedUnits',
    key: 'unpairedUnits',
    words: { zh: '尚未结对的单位', en: 'Units without a pairing' },
    roles: ['districtOffice'],
    path: 'units',
  },
  MATERIALS_TO_FORWARD,
];

/** Everything that can wait for somebody, in the order in which it is shown. */
export const WORK_CARDS: readonly WorkCard[] = [
  ...ACTIVITY_CARDS,
  ...MATERIAL_CARDS,
  ...SPECIAL_CARDS,
  ...FILING_LISTS,
  ...DUTY_CARDS,
  ...PLAN_CARDS,
  ...EVALUATION_CARDS,
  ...APPEAL_CARDS,
  ...OTHER_CARDS,
  ...STORY_CARDS,
];

/** The cards of a path that only a named condition can say: what a role may ask its list for. */
export const specialCardsOf = (role: Role, path: string): SpecialCard[] =>
  SPECIAL_CARDS.filter((card) => card.path === path && card.roles.includes(role));

/** What can wait for a role. */
export const cardsOf = (role: Role): WorkCard[] => WORK_CARDS.filter(({ roles }) => roles.includes(role));

/**
 * Whose rhythm a role sees. Only where it also sees all activities that count: a unit does not know what
 * others do at a site, nor a site what a unit does elsewhere.
 */
const RHYTHM: Partial<Record<Role, readonly CadenceParty['per'][]>> = {
  unit: ['pairing', 'unit'],
  station: ['pairing', 'station'],
  town: ['pairing', 'station'],
  leadDepartment: ['pairing', 'unit'],
  civilityOffice: ['pairing', 'unit', 'station'],
  districtOffice: ['pairing', 'unit', 'station'],
};

/** The kinds of parties whose coming duties a role is shown; empty for none. */
export const partiesSeenBy = (role: Role): readonly CadenceParty['per'][] => RHYTHM[role] ?? [];
