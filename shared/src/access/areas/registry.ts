import type { ResourceAccess } from '../resource-access';
import type { Role } from '../roles';
import { own } from '../scope';
import { office, reference, watchers } from './by-role';

const contacts: readonly Role[] = [
  'districtOffice',
  'civilityOffice',
  'leadDepartment',
  'town',
  'station',
  'unit',
];

export const REGISTRY_ACCESS: Record<string, ResourceAccess> = {
  town: reference,

  department: reference,

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

  honour: reference,

  staff: {
    read: { districtOffice: 'all' },
    create: office,
    update: office,
    delete: {},
    import: [],
  },
};
