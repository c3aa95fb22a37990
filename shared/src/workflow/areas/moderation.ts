import type { Machine } from '../machine';

/** A talk between evaluators who are far apart (会商). */
export const moderation = {
  states: ['open', 'talking', 'settled', 'kept'],
  initial: 'open',
  editable: ['open'],
  entry: ['open'],
  transitions: {
    begin: {
      from: ['open'],
      to: 'talking',
      by: ['districtOffice'],
      label: { zh: '发出', en: 'Begin' },
      gate: 'talk',
      warning: {
        zh: '发出后,被征询的测评员可以修改本人评分表中的这一项,并须说明理由。',
        en: 'Those asked may then change this item on their own sheets, with a reason.',
      },
    },
    settle: {
      from: ['talking'],
      to: 'settled',
      by: ['districtOffice'],
      label: { zh: '办结(已改评)', en: 'Settle (changed)' },
      done: { zh: '已办结。', en: 'Settled.' },
      gate: 'talkChanged',
      reason: true,
    },
    keep: {
      from: ['talking'],
      to: 'kept',
      by: ['districtOffice'],
      label: { zh: '维持原评分', en: 'Keep the scores' },
      gate: 'talkUnchanged',
      reason: true,
    },
  },
} as const satisfies Machine;

/** What one of those asked answers. */
export const moderationReply = {
  states: ['asked', 'changed', 'kept'],
  initial: 'asked',
  editable: ['asked'],
  entry: ['asked'],
  transitions: {
    change: {
      from: ['asked'],
      to: 'changed',
      by: ['evaluator'],
      label: { zh: '改评', en: 'Change' },
      gate: 'answer',
      reason: true,
    },
    keep: {
      from: ['asked'],
      to: 'kept',
      by: ['evaluator'],
      label: { zh: '维持原评分', en: 'Keep' },
      gate: 'answer',
      reason: true,
    },
  },
} as const satisfies Machine;
