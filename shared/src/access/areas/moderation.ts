import { LEFT_SHEET_STATES } from '../../round/scoring-window';
import type { ResourceAccess } from '../resource-access';
import { own, unless } from '../scope';
import { office } from './by-role';

/** What was asked about a sheet that somebody has left is theirs no more, like the sheet. */
const askedOn = (path: string) => unless(own('self', path), 'state', LEFT_SHEET_STATES);
const ownReplies = askedOn('evaluation.evaluator');

const districtOffice = ['districtOffice'] as const;

/**
 * Talks between evaluators (会商). Those asked read the question, and their own answer only: whom else the office asks
 * and who gave how many points are its own business.
 */
export const MODERATION_ACCESS: Record<string, ResourceAccess> = {
  moderation: {
    read: { districtOffice: 'all', evaluator: askedOn('<moderation-reply:moderation.evaluation.evaluator') },
    guarded: { asked: districtOffice, spread: districtOffice },
    create: office,
    update: office,
    delete: office,
    transition: office,
    system: ['name', 'spread', 'outcome'],
    import: [],
  },

  'moderation-reply': {
    read: { districtOffice: 'all', evaluator: ownReplies },
    create: {},
    update: { evaluator: ownReplies },
    delete: {},
    transition: { evaluator: ownReplies },
    system: ['moderation', 'evaluation', 'round', 'unit', 'evaluator', 'reason', 'before', 'after'],
    import: [],
  },
};
