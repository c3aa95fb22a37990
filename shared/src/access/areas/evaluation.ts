import type { ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { office } from './by-role';

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

  evaluation: {
    read: { districtOffice: 'all', evaluator: own('self', 'evaluator') },
    create: {},
    update: { evaluator: own('self', 'evaluator') },
    delete: {},
    transition: { districtOffice: 'all', evaluator: own('self', 'evaluator') },
    system: ['assignment', 'round', 'unit', 'evaluator', 'source', 'total', 'submittedAt'],
    import: [],
  },
};
