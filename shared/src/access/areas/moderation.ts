import type { ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { office } from './by-role';

const districtOffice = ['districtOffice'] as const;

/**
 * Talks between evaluators (会商). Those asked read the question, and their own answer only: whom else the office asks
 * and who gave how many points are its own business.
 */
export const MODERATION_ACCESS: Record<string, ResourceAccess> = {
  moderation: {
    read: { districtOffice: 'all', evaluator: own('self', '<moderation-reply:moderation.evaluator') },
    guarded: { asked: districtOffice, spread: districtOffice },
    create: office,
    update: office,
    delete: office,
    transition: office,
    system: ['name', 'spread', 'outcome'],
    import: [],
  },

  'moderation-reply': {
    read: { districtOffice: 'all', evaluator: own('self', 'evaluator') },
    create: {},
    update: { evaluator: own('self', 'evaluator') },
    delete: {},
    transition: { evaluator: own('self', 'evaluator') },
    system: ['moderation', 'evaluation', 'round', 'unit', 'evaluator', 'reason', 'before', 'after'],
    import: [],
  },
};
