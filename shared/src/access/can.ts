import { isHeldBack } from './form-rules';
import { DUTIES, type Duty, MATRIX } from './matrix';
import type { Action, ResourceAccess } from './resource-access';
import { ROLES, type Role } from './roles';
import { type AccessRules, accessOfRules, type FieldAccess, fieldGuards } from './rules';
import type { Scope } from './scope';

/** Fields that only the server ever writes, on every type. */
export const SYSTEM_FIELDS: readonly string[] = [
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

type Accesses = Record<string, ResourceAccess>;

/** The matrix with what the office has added to it; see `installAccess`. */
let accesses: Accesses = MATRIX;

/**
 * Adds the office's rules to the matrix: its own record types, and the fields that it added to the program's. The
 * program's own rules stay as they are. Replaces what was added before.
 */
export function installAccess(
  rules: Readonly<Record<string, AccessRules>>,
  fieldAccess: Readonly<Record<string, Record<string, FieldAccess>>>,
): void {
  const next: Accesses = { ...MATRIX };
  for (const [resource, rule] of Object.entries(rules)) {
    if (!Object.hasOwn(MATRIX, resource)) next[resource] = accessOfRules(rule, fieldAccess[resource]);
  }
  for (const [resource, fields] of Object.entries(fieldAccess)) {
    const own = MATRIX[resource];
    if (!own) continue;
    const { guarded, writers } = fieldGuards(fields);
    next[resource] = {
      ...own,
      guarded: { ...guarded, ...own.guarded },
      writers: { ...writers, ...own.writers },
    };
  }
  accesses = next;
}

/** The access of a record type: the program's own, or the office's. */
export const accessOf = (resource: string): ResourceAccess | undefined =>
  Object.hasOwn(accesses, resource) ? accesses[resource] : undefined;

/** The rows on which a role may do something, or null for none at all. Unknown types are denied. */
export function scopeOf(role: Role, action: Action | 'transition', resource: string): Scope | null {
  const byRole = accessOf(resource)?.[action];
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

/** The roles named for a field. A field may be called `constructor` by whoever asks: only own names count. */
function named(
  byField: Record<string, readonly Role[]> | undefined,
  field: string,
): readonly Role[] | undefined {
  return byField && Object.hasOwn(byField, field) ? byField[field] : undefined;
}

/** Whether a role may read a field of a type it may read. */
export function mayReadField(role: Role, resource: string, field: string): boolean {
  const roles = named(accessOf(resource)?.guarded, field);
  return !roles || roles.includes(role);
}

/** Whether a role may set a field of a type it may create or update. */
export function mayWriteField(role: Role, resource: string, field: string): boolean {
  if (SYSTEM_FIELDS.includes(field)) return false;
  const access = accessOf(resource);
  if (access?.system?.includes(field)) return false;
  if (isHeldBack(role, resource, field)) return false;
  const writers = named(access?.writers, field);
  return (!writers || writers.includes(role)) && mayReadField(role, resource, field);
}

/** Whether a role may take the lists of a type out as a workbook: a right of its own, beside reading. */
export function mayExport(role: Role, resource: string): boolean {
  const own = accessOf(resource)?.export;
  return can(role, 'read', resource) && (own ? own.includes(role) : hasDuty(role, 'exportLists'));
}

/** Whether a role may bring records of a type in from a workbook. */
export function mayImport(role: Role, resource: string): boolean {
  const own = accessOf(resource)?.import;
  return can(role, 'create', resource) && (own ? own.includes(role) : hasDuty(role, 'importWorkbook'));
}
