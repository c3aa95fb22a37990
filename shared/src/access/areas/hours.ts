import type { ByRole, ResourceAccess } from '../resource-access';
import type { Role } from '../roles';
import { own } from '../scope';
import { activityPartWriters, office, setting } from './by-role';

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

export const HOURS_ACCESS: Record<string, ResourceAccess> = {
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
};
