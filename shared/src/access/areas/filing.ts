import type { ByRole, ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { office, reference, watchers } from './by-role';

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

export const FILING_ACCESS: Record<string, ResourceAccess> = {
  'report-requirement': { ...reference, import: [] },

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

  'filing-requirement': { ...reference, import: [] },

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
};
