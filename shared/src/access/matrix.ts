import { ROLES, type Role } from './roles';
import { own, type Scope, shared } from './scope';

export const ACTIONS = ['read', 'create', 'update', 'delete'] as const;
export type Action = (typeof ACTIONS)[number];

type ByRole = Partial<Record<Role, Scope>>;

/**
 * Access to one record type.
 * - a role that is not named may not; a scope says which rows;
 * - `transition`: rows whose state a role may move (the step itself names its roles in `workflow`);
 * - `guarded`: fields only the named roles may read;
 * - `writers`: fields only the named roles may write;
 * - `system`: fields that only the server sets;
 * - `owner`: the relation in which the server puts who creates a record, where nothing else is said;
 * - `export`, `import`: roles that may take lists out and bring them in, where the type has its own rule. Accounts,
 *   the programme, what a round lays out and what the office sets come in by their own ways.
 */
export type ResourceAccess = Record<Action, ByRole> & {
  transition?: ByRole;
  guarded?: Record<string, readonly Role[]>;
  writers?: Record<string, readonly Role[]>;
  system?: readonly string[];
  owner?: string;
  export?: readonly Role[];
  import?: readonly Role[];
};

const office: ByRole = { districtOffice: 'all' };

/** Names that everybody needs to read a record: readable to every signed-in role. */
const everyone: ByRole = {
  districtOffice: 'all',
  civilityOffice: 'all',
  leadDepartment: 'all',
  town: 'all',
  station: 'all',
  unit: 'all',
  evaluator: 'all',
  inspector: 'all',
  publicity: 'all',
};

const watchers: ByRole = { districtOffice: 'all', civilityOffice: 'all', inspector: 'all', publicity: 'all' };

const contacts: readonly Role[] = [
  'districtOffice',
  'civilityOffice',
  'leadDepartment',
  'town',
  'station',
  'unit',
];

/** The same rows for every role. */
const each = (scope: Scope): ByRole => Object.fromEntries(ROLES.map((role) => [role, scope]));

const mine = own('self', 'owner');

/** What the office sets for everybody; the others meet its effects, not the records. */
const setting: ResourceAccess = {
  read: office,
  create: office,
  update: office,
  delete: office,
  export: [],
  import: [],
};

const reference: ResourceAccess = { read: everyone, create: office, update: office, delete: office };

const activityWriters: ByRole = {
  districtOffice: 'all',
  town: own('town', 'station.town'),
  station: own('station', 'station', 'station.parent'),
  unit: own('unit', 'unit'),
};

/** Who runs an activity also has what belongs to it. */
const activityPartWriters: ByRole = {
  districtOffice: 'all',
  town: own('town', 'activity.station.town'),
  station: own('station', 'activity.station', 'activity.station.parent'),
  unit: own('unit', 'activity.unit'),
};

/** Volunteers are entered by whom they belong to; a site's by its institute too. */
const volunteerWriters: ByRole = {
  districtOffice: 'all',
  leadDepartment: own('department', 'unit.department'),
  town: own('town', 'station.town'),
  station: own('station', 'station', 'station.parent'),
  unit: own('unit', 'unit'),
};

/** Who looks after volunteers, and so sees what tells one from another of the same name. */
const volunteerKeepers: readonly Role[] = ['districtOffice', 'leadDepartment', 'town', 'station', 'unit'];

/** What the city is assessed by is the civility office's subject. */
const indicatorWriters: ByRole = { districtOffice: 'all', civilityOffice: 'all' };

/** Consents name children: those who run the activity itself, and the office. */
const consentKeepers: ByRole = {
  districtOffice: 'all',
  station: own('station', 'activity.station'),
  unit: own('unit', 'activity.unit'),
};

const storyWriters: ByRole = {
  districtOffice: 'all',
  publicity: 'all',
  town: own('town', 'station.town'),
  station: own('station', 'station'),
  unit: own('unit', 'unit'),
};

/** Who plans for a site: itself, the institute above it, its town. */
const siteWriters = (station = 'station'): ByRole => ({
  districtOffice: 'all',
  town: own('town', `${station}.town`),
  station: own('station', station, `${station}.parent`),
});

/** Who reads what a site plans and offers: also those that are paired with it. */
const siteReaders = (station = 'station'): ByRole => ({
  ...watchers,
  ...siteWriters(station),
  leadDepartment: own('department', `${station}.<pairing:station.unit.department`),
  unit: own('unit', `${station}.<pairing:station.unit`),
});

const reportWriters: ByRole = {
  districtOffice: 'all',
  leadDepartment: own('department', 'department'),
  town: own('town', 'station.town'),
  station: own('station', 'station'),
  unit: own('unit', 'unit'),
};

const materialWriters: ByRole = {
  districtOffice: 'all',
  town: own('town', 'station.town'),
  station: own('station', 'station'),
};

/** Whose a detailed plan is: a unit's, a site's or a lead department's. */
const actionWriters = (plan = ''): ByRole => ({
  districtOffice: 'all',
  leadDepartment: own('department', `${plan}department`),
  town: own('town', `${plan}station.town`),
  station: own('station', `${plan}station`),
  unit: own('unit', `${plan}unit`),
});

const actionReaders = (plan = ''): ByRole => ({
  ...watchers,
  ...actionWriters(plan),
  leadDepartment: own('department', `${plan}department`, `${plan}unit.department`),
  station: own('station', `${plan}station`, `${plan}station.parent`),
});

const pairingSides: ByRole = {
  districtOffice: 'all',
  town: own('town', 'pairing.station.town'),
  station: own('station', 'pairing.station', 'pairing.station.parent'),
  unit: own('unit', 'pairing.unit'),
};

/** The one matrix: record type × action × role → rows. What is not written here is denied. */
export const MATRIX: Record<string, ResourceAccess> = {
  town: reference,
  department: reference,
  category: reference,
  programme: { ...reference, import: [] },
  'cadence-exception': { ...reference, import: [] },
  honour: reference,
  word: setting,
  'form-rule': setting,
  'computed-column': setting,

  'saved-view': {
    read: { ...each([...mine, ...shared('sharedWith')]), ...office },
    create: { ...each(mine), ...office },
    update: { ...each(mine), ...office },
    delete: { ...each(mine), ...office },
    owner: 'owner',
    system: ['owner'],
    writers: { sharedWith: ['districtOffice'] },
    export: [],
    import: [],
  },

  unit: {
    read: {
      ...watchers,
      leadDepartment: own('department', 'department'),
      town: own('town', '<pairing:unit.station.town'),
      station: own('station', '<pairing:unit.station', '<pairing:unit.station.parent'),
      unit: own('unit', ''),
      evaluator: own('self', '<assignment:unit.evaluator'),
    },
    create: office,
    update: office,
    delete: office,
  },

  'volunteer-team': {
    read: { ...watchers, leadDepartment: 'all', unit: own('unit', 'unit') },
    create: { districtOffice: 'all', leadDepartment: 'all', unit: own('unit', 'unit') },
    update: { districtOffice: 'all', leadDepartment: 'all', unit: own('unit', 'unit') },
    delete: office,
  },

  station: {
    read: {
      ...watchers,
      leadDepartment: own('department', '<pairing:station.unit.department'),
      town: own('town', 'town'),
      station: own('station', '', 'parent'),
      unit: own('unit', '<pairing:station.unit'),
      evaluator: own('self', '<pairing:station.unit.<assignment:unit.evaluator'),
    },
    create: office,
    update: { districtOffice: 'all', town: own('town', 'town') },
    delete: office,
  },

  pairing: {
    read: {
      ...watchers,
      leadDepartment: own('department', 'unit.department'),
      town: own('town', 'station.town'),
      station: own('station', 'station', 'station.parent'),
      unit: own('unit', 'unit'),
      evaluator: own('self', 'unit.<assignment:unit.evaluator'),
    },
    create: office,
    update: office,
    delete: office,
    guarded: { unitContactPhone: contacts, stationContactPhone: contacts },
  },

  project: {
    read: { ...watchers, leadDepartment: 'all', town: 'all', station: 'all', unit: own('unit', 'unit') },
    create: { districtOffice: 'all', leadDepartment: 'all', unit: own('unit', 'unit') },
    update: { districtOffice: 'all', leadDepartment: 'all', unit: own('unit', 'unit') },
    delete: office,
    transition: { districtOffice: 'all', leadDepartment: 'all' },
  },

  activity: {
    read: {
      ...watchers,
      leadDepartment: own('department', 'unit.department'),
      town: own('town', 'station.town'),
      station: own('station', 'station', 'station.parent'),
      unit: own('unit', 'unit'),
      evaluator: own('self', 'unit.<assignment:unit.evaluator'),
    },
    create: activityWriters,
    update: activityWriters,
    delete: office,
    transition: { ...activityWriters, civilityOffice: 'all' },
    system: ['day', 'month', 'announcedAt', 'reportedAt', 'verifiedAt'],
    // Whoever makes the materials does not review them.
    writers: { materialsReviewed: ['districtOffice', 'town'] },
  },

  'activity-material': {
    read: {
      ...watchers,
      ...activityPartWriters,
      leadDepartment: own('department', 'activity.unit.department'),
      evaluator: own('self', 'activity.unit.<assignment:unit.evaluator'),
    },
    create: activityPartWriters,
    update: activityPartWriters,
    // A piece that was listed by mistake would hold the activity back for ever.
    delete: activityPartWriters,
    transition: { ...activityPartWriters, civilityOffice: 'all' },
    system: ['reviewedAt', 'reviewedBy'],
  },

  indicator: {
    read: everyone,
    create: indicatorWriters,
    update: indicatorWriters,
    delete: indicatorWriters,
  },

  'guardian-consent': {
    read: consentKeepers,
    create: consentKeepers,
    update: consentKeepers,
    delete: consentKeepers,
    export: [],
    import: [],
  },

  volunteer: {
    read: {
      districtOffice: 'all',
      civilityOffice: 'all',
      inspector: 'all',
      leadDepartment: own('department', 'unit.department', '<attendance:volunteer.activity.unit.department'),
      town: own('town', 'station.town', '<attendance:volunteer.activity.station.town'),
      station: own(
        'station',
        'station',
        'station.parent',
        '<attendance:volunteer.activity.station',
        '<attendance:volunteer.activity.station.parent',
      ),
      unit: own('unit', 'unit', '<attendance:volunteer.activity.unit'),
    },
    create: volunteerWriters,
    update: volunteerWriters,
    delete: office,
    guarded: { maskedId: volunteerKeepers, ivolunteerId: volunteerKeepers, idHash: [] },
    system: ['idHash'],
    // Its numbers would lie in the uploaded workbook: people come in by the list of an activity.
    import: [],
  },

  attendance: {
    read: {
      ...activityPartWriters,
      civilityOffice: 'all',
      inspector: 'all',
      leadDepartment: own('department', 'activity.unit.department'),
    },
    create: activityPartWriters,
    update: activityPartWriters,
    delete: activityPartWriters,
    system: ['title', 'day', 'origin', 'enteredAt'],
    import: [],
  },

  'ivolunteer-mapping': { ...setting, system: ['fingerprint', 'headings'] },

  'ivolunteer-batch': {
    read: office,
    create: {},
    update: {},
    delete: {},
    system: [
      'name',
      'importedAt',
      'importedBy',
      'mapping',
      'rows',
      'added',
      'changed',
      'unchanged',
      'unmatched',
      'skipped',
      'jobId',
    ],
    import: [],
  },

  'ivolunteer-entry': {
    read: {
      ...activityPartWriters,
      civilityOffice: 'all',
      inspector: 'all',
      leadDepartment: own('department', 'activity.unit.department'),
    },
    create: {},
    update: office,
    delete: {},
    guarded: { maskedId: volunteerKeepers, memberNumber: volunteerKeepers, personHash: [], entryKey: [] },
    system: [
      'title',
      'batch',
      'row',
      'activityNumber',
      'activityTitle',
      'organization',
      'personName',
      'maskedId',
      'memberNumber',
      'personHash',
      'entryKey',
      'enteredAt',
      'findings',
      'standing',
    ],
    import: [],
  },

  // Found by the server, decided by a person.
  'hour-review': {
    read: {
      districtOffice: 'all',
      civilityOffice: 'all',
      inspector: 'all',
      leadDepartment: own('department', 'activity.unit.department', 'unit.department'),
      town: own('town', 'activity.station.town'),
      station: own('station', 'activity.station', 'activity.station.parent'),
      unit: own('unit', 'activity.unit', 'unit'),
    },
    create: {},
    update: {},
    delete: {},
    transition: office,
    guarded: { reviewKey: [] },
    system: [
      'title',
      'kind',
      'reviewKey',
      'volunteer',
      'activity',
      'otherActivity',
      'unit',
      'facts',
      'foundAt',
    ],
    import: [],
  },

  'photo-flag': {
    read: {
      districtOffice: 'all',
      civilityOffice: 'all',
      inspector: 'all',
      town: own('town', 'activity.station.town'),
      station: own('station', 'activity.station', 'activity.station.parent'),
      unit: own('unit', 'activity.unit'),
    },
    create: {},
    update: {},
    delete: office,
    transition: { districtOffice: 'all', town: own('town', 'activity.station.town') },
    system: [
      'title',
      'kind',
      'activity',
      'photo',
      'earlierActivity',
      'earlierPhoto',
      'earlierDay',
      'difference',
      'note',
      'decidedAt',
    ],
    import: [],
  },

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

  story: {
    read: { ...storyWriters, civilityOffice: 'all' },
    create: storyWriters,
    update: storyWriters,
    delete: office,
    transition: storyWriters,
    system: ['releasedAt'],
  },

  'site-plan': {
    read: siteReaders(),
    create: siteWriters(),
    update: siteWriters(),
    delete: siteWriters(),
    transition: siteWriters(),
    system: ['title', 'submittedAt', 'approvedAt'],
    import: [],
  },

  'plan-item': {
    read: siteReaders('plan.station'),
    create: siteWriters('plan.station'),
    update: siteWriters('plan.station'),
    delete: siteWriters('plan.station'),
    import: [],
  },

  'schedule-item': {
    read: siteReaders(),
    create: siteWriters(),
    update: siteWriters(),
    delete: siteWriters(),
    system: ['month'],
    import: [],
  },

  'site-offer': {
    read: siteReaders(),
    create: siteWriters(),
    update: siteWriters(),
    delete: siteWriters(),
    import: [],
  },

  'action-plan': {
    read: actionReaders(),
    create: actionWriters(),
    update: actionWriters(),
    delete: office,
    transition: actionWriters(),
    system: ['title', 'submittedAt', 'acceptedAt'],
    import: [],
  },

  'plan-task': {
    read: actionReaders('plan.'),
    create: actionWriters('plan.'),
    update: actionWriters('plan.'),
    delete: actionWriters('plan.'),
    import: [],
  },

  'liaison-content': {
    read: { ...watchers, ...pairingSides, leadDepartment: own('department', 'pairing.unit.department') },
    create: pairingSides,
    update: pairingSides,
    delete: pairingSides,
    transition: pairingSides,
    system: ['title', 'agreedAt'],
    import: [],
  },

  'report-requirement': { ...reference, import: [] },
  'filing-requirement': { ...reference, import: [] },

  report: {
    read: {
      ...watchers,
      leadDepartment: own('department', 'department', 'unit.department'),
      town: own('town', 'station.town'),
      station: own('station', 'station', 'station.parent'),
      unit: own('unit', 'unit'),
      evaluator: own('self', 'unit.<assignment:unit.evaluator'),
    },
    create: reportWriters,
    update: reportWriters,
    delete: office,
    transition: reportWriters,
    system: [
      'title',
      'submittedAt',
      'firstSubmittedAt',
      'submittedBy',
      'acceptedAt',
      'acceptedBy',
      'receiptNumber',
      'lateDays',
    ],
    import: [],
  },

  'material-submission': {
    read: {
      ...watchers,
      town: own('town', 'station.town'),
      station: own('station', 'station', 'station.parent'),
    },
    create: materialWriters,
    update: materialWriters,
    delete: office,
    transition: { ...materialWriters, station: own('station', 'station', 'station.parent') },
    system: [
      'title',
      'submittedAt',
      'firstSubmittedAt',
      'submittedBy',
      'forwardedAt',
      'forwardedBy',
      'acceptedAt',
      'acceptedBy',
      'receiptNumber',
      'lateDays',
    ],
    import: [],
  },

  staff: {
    read: { districtOffice: 'all' },
    create: office,
    update: office,
    delete: {},
    import: [],
  },
};

/** Abilities that belong to no single record type. */
export const DUTIES = {
  importWorkbook: ['districtOffice'],
  exportLists: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'publicity'],
  loadPreset: ['districtOffice'],
  readSummary: ['districtOffice', 'civilityOffice'],
  planRound: ['districtOffice'],
  readAudit: ['districtOffice'],
  shapeModels: ['districtOffice'],
  readLedger: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit'],
  readNotices: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'inspector'],
  readCoverage: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit'],
  readPlanStanding: ['districtOffice', 'civilityOffice', 'town', 'station', 'inspector', 'publicity'],
  readPlanCoverage: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'inspector'],
  readLiaison: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'inspector'],
  readFilings: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'inspector'],
  reconcileHours: ['districtOffice'],
  readHours: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'inspector'],
} as const satisfies Record<string, readonly Role[]>;

export type Duty = keyof typeof DUTIES;
