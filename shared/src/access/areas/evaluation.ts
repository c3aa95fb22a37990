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

  /** Made by the sign-off alone; a correction is a later one. */
  result: {
    read: { districtOffice: 'all', civilityOffice: 'all' },
    create: {},
    update: {},
    delete: {},
    system: [
      'name',
      'round',
      'number',
      'reason',
      'signedAt',
      'engineVersion',
      'frozenHash',
      'inputsHash',
      'outcomeHash',
      'statistics',
    ],
    import: [],
  },

  'unit-result': {
    read: { districtOffice: 'all', civilityOffice: 'all', unit: own('unit', 'unit') },
    create: {},
    update: {},
    delete: {},
    system: [
      'name',
      'unitName',
      'unitClass',
      'result',
      'round',
      'unit',
      'place',
      'rank',
      'ranked',
      'total',
      'band',
      'signedAt',
      'figures',
      'inputsHash',
    ],
    import: [],
  },
};
