import type { ByRole, ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { activityPartWriters, everyone, office, watchers } from './by-role';

const activityWriters: ByRole = {
  districtOffice: 'all',
  town: own('town', 'station.town'),
  station: own('station', 'station', 'station.parent'),
  unit: own('unit', 'unit'),
};

/** What the city is assessed by is the civility office's subject. */
const indicatorWriters: ByRole = { districtOffice: 'all', civilityOffice: 'all' };

/** Consents name children: those who run the activity itself, and the office. */
const consentKeepers: ByRole = {
  districtOffice: 'all',
  station: own('station', 'activity.station'),
  unit: own('unit', 'activity.unit'),
};

export const ACTIVITY_ACCESS: Record<string, ResourceAccess> = {
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
};
