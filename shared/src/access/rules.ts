import type { Action, ResourceAccess } from './resource-access';
import { ROLE_ANCHOR, ROLES, type Role } from './roles';
import { own, type Scope } from './scope';

/**
 * The rows on which a role may do something, as the office writes it: all of them, or those from which one of
 * the paths (relations joined by dots: `station.town`) leads to what the account belongs to.
 */
export type RowRule = 'all' | readonly string[];

/** Who may do what with a record type that the office has made. What is not named is denied. */
export type AccessRules = Partial<Record<Action, Partial<Record<Role, RowRule>>>> & {
  /** Who may take a list out as a workbook, and bring one in; within what they may read and write. */
  export?: readonly Role[];
  import?: readonly Role[];
};

/** Who reads and who writes one field; left out, whoever may read or write the record. */
export type FieldAccess = { read?: readonly Role[]; write?: readonly Role[] };

/** What a new type starts with: the office alone. */
export const OFFICE_ONLY: AccessRules = {
  read: { districtOffice: 'all' },
  create: { districtOffice: 'all' },
  update: { districtOffice: 'all' },
  delete: { districtOffice: 'all' },
  export: ['districtOffice'],
  import: ['districtOffice'],
};

/** The rules as the one matrix holds them. A role that belongs to nothing can only be given all rows. */
export function accessOfRules(rules: AccessRules, fields: Record<string, FieldAccess> = {}): ResourceAccess {
  const byRole = (action: Action) => {
    const scopes: Partial<Record<Role, Scope>> = {};
    for (const role of ROLES) {
      const rule = rules[action]?.[role];
      if (rule === undefined) continue;
      const anchor = ROLE_ANCHOR[role];
      if (rule === 'all') scopes[role] = 'all';
      else if (anchor && rule.length > 0) scopes[role] = own(anchor, ...rule);
    }
    return scopes;
  };
  return {
    read: byRole('read'),
    create: byRole('create'),
    update: byRole('update'),
    delete: byRole('delete'),
    export: rules.export ?? [],
    import: rules.import ?? [],
    ...fieldGuards(fields),
  };
}

/** Field rules as a record type of the matrix holds them. */
export function fieldGuards(
  fields: Readonly<Record<string, FieldAccess>>,
): Pick<ResourceAccess, 'guarded' | 'writers'> {
  const guarded: Record<string, readonly Role[]> = {};
  const writers: Record<string, readonly Role[]> = {};
  for (const [field, { read, write }] of Object.entries(fields)) {
    if (read) guarded[field] = read;
    if (write) writers[field] = write;
  }
  return { guarded, writers };
}
