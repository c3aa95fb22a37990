import { type Action, DUTIES, type Duty, MATRIX } from './matrix';
import { ROLES, type Role } from './roles';
import type { Scope } from './scope';

/** Fields that only the server ever writes, on every type. */
const SYSTEM_FIELDS = [
  'id',
  'documentId',
  'state',
  'rev',
  'example',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'createdBy',
  'updatedBy',
  'localizations',
];

/** The rows on which a role may do something, or null for none at all. Unknown types are denied. */
export function scopeOf(role: Role, action: Action | 'transition', resource: string): Scope | null {
  const access = Object.hasOwn(MATRIX, resource) ? MATRIX[resource] : undefined;
  const byRole = access?.[action];
  return byRole?.[role] ?? null;
}

/** Whether a role may do something on at least some rows (menus, buttons, role permissions). */
export function can(role: Role, action: Action | 'transition', resource: string): boolean {
  return scopeOf(role, action, resource) !== null;
}

/** The roles that may do something on at least some rows of a type, in their usual order. */
export function rolesWho(action: Action | 'transition', resource: string): Role[] {
  return ROLES.filter((role) => can(role, action, resource));
}

/** Whether a role has a duty that belongs to no single type (import, summary, audit …). */
export function hasDuty(role: Role, duty: Duty): boolean {
  return (DUTIES[duty] as readonly Role[]).includes(role);
}

/** Whether a role may read a field of a type it may read. */
export function mayReadField(role: Role, resource: string, field: string): boolean {
  const roles = MATRIX[resource]?.guarded?.[field];
  return !roles || roles.includes(role);
}

/** Whether a role may set a field of a type it may create or update. */
export function mayWriteField(role: Role, resource: string, field: string): boolean {
  if (SYSTEM_FIELDS.includes(field)) return false;
  if (MATRIX[resource]?.system?.includes(field)) return false;
  return mayReadField(role, resource, field);
}
