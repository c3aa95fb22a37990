import { FILED_APPEAL_STATES, REVIEWER_ROLES } from '../../round/appeal';
import { LEFT_SHEET_STATES } from '../../round/scoring-window';
import type { ByRole, ResourceAccess } from '../resource-access';
import type { Role } from '../roles';
import { own, unless } from '../scope';
import { office } from './by-role';

const ownRounds = own('self', '<assignment:round.evaluator');
const wholeReaders: readonly Role[] = ['districtOffice', 'civilityOffice'];

/** A sheet is its evaluator's until they are recused from it: from then on they know nothing of it. */
const ownSheets = unless(own('self', 'evaluator'), 'state', LEFT_SHEET_STATES);

/** Evaluators, and a unit and a town for their own assessment: always the account that the sheet is laid out for. */
const sheetKeepers: ByRole = { evaluator: ownSheets, unit: ownSheets, town: ownSheets };

const ownAppeals = own('unit', 'unit');
const reviews = own('self', 'reviewer');
const reviewers: ByRole = { civilityOffice: reviews, inspector: reviews, evaluator: reviews };
const byReviewers: readonly Role[] = REVIEWER_ROLES;
const inReview: readonly Role[] = ['districtOffice', ...REVIEWER_ROLES];

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
      evaluator: ownRounds,
      unit: ownRounds,
      town: ownRounds,
    },
    // Who else is judged, and by whom, is nothing to those who judge themselves.
    guarded: { frozen: wholeReaders, roster: wholeReaders },
    create: office,
    update: office,
    delete: office,
    transition: office,
    system: ['frozen', 'frozenHash', 'roster', 'calibrates'],
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

  // Rates of the public and results of inspections, as long as no screen of their own makes them.
  'metric-entry': {
    read: { districtOffice: 'all', civilityOffice: 'all' },
    create: office,
    update: office,
    delete: office,
  },

  evaluation: {
    read: { districtOffice: 'all', ...sheetKeepers },
    create: {},
    update: sheetKeepers,
    delete: {},
    transition: { districtOffice: 'all', ...sheetKeepers },
    system: ['assignment', 'round', 'unit', 'evaluator', 'source', 'total', 'submittedAt', 'moderated'],
    import: [],
  },

  /** Made by the sign-off alone; a correction is a later one. */
  result: {
    read: { districtOffice: 'all', civilityOffice: 'all' },
    create: {},
    update: {},
    delete: {},
    // Also where another record leads here: what it says of one unit is nothing to the others. How severe each
    // evaluator is stands among the statistics, and is the office's alone.
    guarded: { statistics: ['districtOffice'], reason: wholeReaders, appeal: wholeReaders },
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
      'bulletinHash',
      'statistics',
      'appeal',
    ],
    import: [],
  },

  'unit-result': {
    read: { districtOffice: 'all', civilityOffice: 'all', unit: own('unit', 'unit') },
    create: {},
    update: {},
    delete: {},
    guarded: { figures: [...wholeReaders, 'unit'] },
    veil: { of: 'appeal', field: 'reviewer', roles: REVIEWER_ROLES },
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
      'appealBy',
      'figures',
      'inputsHash',
    ],
    import: [],
  },

  // Who was judged asks; the office names a reviewer and decides nothing; the reviewer sees this appeal and no other.
  appeal: {
    read: { districtOffice: 'all', unit: ownAppeals, ...reviewers },
    create: { unit: ownAppeals },
    update: { districtOffice: 'all', unit: ownAppeals, ...reviewers },
    delete: { unit: unless(ownAppeals, 'state', FILED_APPEAL_STATES) },
    transition: { districtOffice: 'all', unit: ownAppeals, ...reviewers },
    system: ['name', 'unit', 'round', 'appealBy', 'filedAt', 'acceptedAt', 'decidedAt', 'result'],
    writers: {
      unitResult: ['unit'],
      indicator: ['unit'],
      ground: ['unit'],
      evidence: ['unit'],
      reviewer: ['districtOffice'],
      correction: byReviewers,
      decision: byReviewers,
    },
    // Who reviews is nothing to the unit, and what is being weighed becomes known when it is decided.
    guarded: { reviewer: inReview, correction: byReviewers, decision: byReviewers },
    veil: { of: 'appeal', field: 'reviewer', roles: REVIEWER_ROLES },
    import: [],
  },
};
