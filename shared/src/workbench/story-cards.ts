import type { ListCard } from './work-card';

const story = { kind: 'list', resource: 'story', path: 'stories', sort: 'createdAt:asc' } as const;
const placement = {
  kind: 'list',
  resource: 'media-placement',
  path: 'media-placements',
  sort: 'publishedOn:asc',
} as const;

/** Stories and placements on their way between those who write and the desk. */
export const STORY_CARDS: readonly ListCard[] = [
  {
    ...story,
    key: 'storiesToSubmit',
    words: { zh: '待投稿的稿件', en: 'Stories to submit' },
    roles: ['unit', 'station'],
    states: ['draft'],
    step: 'submit',
    show: ['unit', 'station'],
  },
  {
    ...story,
    key: 'storiesToEdit',
    words: { zh: '待编辑的稿件', en: 'Stories to edit' },
    roles: ['publicity'],
    states: ['submitted'],
    step: 'edit',
    show: ['unit', 'station'],
  },
  {
    ...story,
    key: 'storiesToApprove',
    words: { zh: '待审定的稿件', en: 'Stories to approve' },
    roles: ['publicity'],
    states: ['edited'],
    step: 'approve',
    show: ['unit', 'station'],
  },
  {
    ...story,
    key: 'storiesToPublish',
    words: { zh: '待刊发的稿件', en: 'Stories to publish' },
    roles: ['publicity'],
    states: ['approved'],
    step: 'publish',
    show: ['unit', 'station'],
  },
  {
    ...story,
    key: 'storiesCorrecting',
    words: { zh: '更正中的稿件', en: 'Corrections under way' },
    roles: ['publicity'],
    states: ['correcting'],
    step: 'republish',
    show: ['unit', 'station'],
  },
  {
    ...placement,
    key: 'placementsToVerify',
    words: { zh: '待核实的媒体刊发', en: 'Placements to verify' },
    roles: ['publicity'],
    states: ['reported'],
    step: 'verify',
    show: ['unit'],
  },
  {
    ...placement,
    key: 'placementsReturned',
    words: { zh: '被退回的媒体刊发', en: 'Returned placements' },
    roles: ['unit', 'station'],
    states: ['returned'],
    step: 'resubmit',
    show: ['unit'],
  },
];
