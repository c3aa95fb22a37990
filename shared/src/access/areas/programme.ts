import type { ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { office, reference, watchers } from './by-role';

export const PROGRAMME_ACCESS: Record<string, ResourceAccess> = {
  programme: { ...reference, import: [] },

  'cadence-exception': { ...reference, import: [] },

  category: reference,

  project: {
    read: { ...watchers, leadDepartment: 'all', town: 'all', station: 'all', unit: own('unit', 'unit') },
    create: { districtOffice: 'all', leadDepartment: 'all', unit: own('unit', 'unit') },
    update: { districtOffice: 'all', leadDepartment: 'all', unit: own('unit', 'unit') },
    delete: office,
    transition: { districtOffice: 'all', leadDepartment: 'all' },
  },
};
