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
import { findModel, getModels } from '../models/store';
import { getSession, useSession } from './session';

/** The record type of the access matrix and the workflow, from the plural of the API's path. */
export const resourceOf = (path: string): string => findModel(getModels(), path)?.resource ?? path;

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
    may: (action: Action | 'transition', path: string) => can(role, action, resourceOf(path)),
    has: (duty: Duty) => hasDuty(role, duty),
    reads: (path: string, field: string) => mayReadField(role, resourceOf(path), field),
    writes: (path: string, field: string) => mayWriteField(role, resourceOf(path), field),
  };
}

/** What a menu entry or a route asks of a role; null asks only that somebody is signed in. */
export type Need = { action: Action; path: string } | { duty: Duty } | null;

export function meets(role: Role, need: Need): boolean {
  if (!need) return true;
  if ('duty' in need) return hasDuty(role, need.duty);
  return can(role, need.action, resourceOf(need.path));
}
