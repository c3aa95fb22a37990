import {
  type Action,
  can,
  type Duty,
  hasDuty,
  mayReadField,
  mayWriteField,
  type Role,
} from '@jiedui/shared/access';
import type { AccessControlProvider } from '@refinedev/core';
import { getSession, useSession } from './session';

/** Plural of the API's path → the record type of the access matrix and the workflow. */
export const RESOURCE_OF_PATH = {
  towns: 'town',
  departments: 'department',
  units: 'unit',
  'volunteer-teams': 'volunteer-team',
  stations: 'station',
  pairings: 'pairing',
  programmes: 'programme',
  categories: 'category',
  projects: 'project',
  activities: 'activity',
  rubrics: 'rubric',
  rounds: 'round',
  assignments: 'assignment',
  evaluations: 'evaluation',
  stories: 'story',
  staff: 'staff',
} as const;

export type Path = keyof typeof RESOURCE_OF_PATH;

export const resourceOf = (path: string): string =>
  (RESOURCE_OF_PATH as Record<string, string>)[path] ?? path;

const ACTION_OF_REFINE: Record<string, Action> = {
  list: 'read',
  show: 'read',
  create: 'create',
  clone: 'create',
  edit: 'update',
  delete: 'delete',
};

export const accessControlProvider: AccessControlProvider = {
  can: async ({ resource, action }) => {
    const role = getSession()?.actor.role;
    const wanted = ACTION_OF_REFINE[action];
    return { can: Boolean(role && resource && wanted && can(role, wanted, resourceOf(resource))) };
  },
  options: { buttons: { enableAccessControl: true, hideIfUnauthorized: true } },
};

/** What the signed-in role may do; the server checks again, row by row. Takes paths (`units`), not types. */
export function useAccess() {
  const { role } = useSession().actor;
  return {
    role,
    may: (action: Action | 'transition', path: Path) => can(role, action, resourceOf(path)),
    has: (duty: Duty) => hasDuty(role, duty),
    reads: (path: Path, field: string) => mayReadField(role, resourceOf(path), field),
    writes: (path: Path, field: string) => mayWriteField(role, resourceOf(path), field),
  };
}

/** What a menu entry or a route asks of a role; null asks only that somebody is signed in. */
export type Need = { action: Action; path: Path } | { duty: Duty } | null;

export function meets(role: Role, need: Need): boolean {
  if (!need) return true;
  if ('duty' in need) return hasDuty(role, need.duty);
  return can(role, need.action, resourceOf(need.path));
}
