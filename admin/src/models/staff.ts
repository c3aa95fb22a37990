import { ROLES } from '@jiedui/shared/access';
import type { Model } from './model';

export const staffModel = {
  path: 'staff',
  route: '/staff',
  nameField: 'displayName',
  fields: {
    username: { kind: 'text', required: true, max: 60 },
    displayName: { kind: 'text', required: true, max: 60 },
    role: { kind: 'enum', required: true, options: ROLES },
    unit: { kind: 'relation', target: 'units' },
    station: { kind: 'relation', target: 'stations' },
    town: { kind: 'relation', target: 'towns' },
    department: { kind: 'relation', target: 'departments' },
    blocked: { kind: 'flag' },
  },
} satisfies Model;
