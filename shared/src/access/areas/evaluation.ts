import { LEFT_SHEET_STATES } from '../../round/scoring-window';
import type { ResourceAccess } from '../resource-access';
import { own, unless } from '../scope';
import { office } from './by-role';

/** A sheet is its evaluator's until they are recused from it: from then on they know nothing of it. */
const ownSheets = unless(own('self', 'evaluator'), 'state', LEFT_SHEET_STATES);

export const EVALUATION_ACCESS: Record<string, ResourceAccess> = {
  rubric: {
    read: { districtOffice: 'all', civilityOffice: 'all', evaluator: 'all', inspector: 'all' },
    create: office,
    update: office,
    delete: office,
    transition: office,
    system: ['contentHash'],
    import: [],
  },

  round: {
    read: {
      districtOffice: 'all',
      civilityOffice: 'all',
      evaluator: own('self', '<assignment:round.evaluator'),
    },
    create: office,
    update: office,
    delete: office,
    transition: office,
    system: ['frozen', 'frozenHash', 'roster'],
    import: [],
  },

  assignment: {
    read: { districtOffice: 'all', evaluator: own('self', 'evaluator') },
    create: office,
    update: {},
    delete: office,
    import: [],
  },

  // An evaluator declares for the units assigned to them: others they do not know of.
  recusal: {
    read: { districtOffice: 'all', evaluator: own('self', 'evaluator') },
    create: { districtOffice: 'all', evaluator: own('self', 'evaluator') },
    update: {},
    delete: office,
    owner: 'evaluator',
    writers: { evaluator: ['districtOffice'] },
    import: [],
  },

  evaluation: {
    read: { districtOffice: 'all', evaluator: ownSheets },
    create: {},
    update: { evaluator: ownSheets },
    delete: {},
    transition: { districtOffice: 'all', evaluator: ownSheets },
    system: ['assignment', 'round', 'unit', 'evaluator', 'source', 'total', 'submittedAt'],
    import: [],
  },
};
