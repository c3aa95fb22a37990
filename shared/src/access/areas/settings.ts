import type { ByRole, ResourceAccess } from '../resource-access';
import { ROLES } from '../roles';
import { own, type Scope, shared } from '../scope';
import { office, setting } from './by-role';

/** The same rows for every role. */
const each = (scope: Scope): ByRole => Object.fromEntries(ROLES.map((role) => [role, scope]));

const mine = own('self', 'owner');

export const SETTINGS_ACCESS: Record<string, ResourceAccess> = {
  word: setting,

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

  'form-rule': setting,

  'computed-column': setting,
};
