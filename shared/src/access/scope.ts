import type { Anchor, Role } from './roles';

/** A step from a record to another: a relation's name, or into the rows of a type that point here. */
export type Step = string | { from: string; by: string };

/** What is out of reach all the same: where the record that names the actor has one of the values in the field. */
export type Unless = { field: string; among: readonly string[] };

/** The record is in scope when the end of the path is the actor (`self`) or what the actor belongs to. */
export type PathReach = { path: readonly Step[]; is: Anchor | 'self'; unless?: Unless };

/** The record is in scope when the field names the actor's role, or everyone. */
export type RoleReach = { field: string; isRole: true };

export type Reach = PathReach | RoleReach;

/** Beside the roles: shared with every signed-in person. */
export const EVERYONE = 'everyone';

/** The values of a field by which a record is shared with somebody of the role. */
export const sharedWith = (role: Role): readonly string[] => [role, EVERYONE];

/** All rows, or the rows that any of the reaches finds. */
export type Scope = 'all' | readonly Reach[];

/**
 * Reads a path such as `pairing.unit` or `<assignment:unit.evaluator`
 * (`<assignment:unit` = the assignments whose `unit` is this record). An empty text is the record itself.
 */
function parsePath(path: string): Step[] {
  if (path === '') return [];
  return path.split('.').map((step) => {
    if (!step.startsWith('<')) return step;
    const [from = '', by = ''] = step.slice(1).split(':');
    return { from, by };
  });
}

/** Rows from which one of the paths leads to what the actor is or belongs to. */
export function own(is: PathReach['is'], ...paths: string[]): readonly PathReach[] {
  return paths.map((path) => ({ path: parsePath(path), is }));
}

/** The same rows without those that are reached by a record whose field has one of the values. */
export const unless = (
  reaches: readonly PathReach[],
  field: string,
  among: readonly string[],
): readonly PathReach[] => reaches.map((reach) => ({ ...reach, unless: { field, among } }));

/** Rows that a field shares with the actor's role or with everyone. */
export const shared = (field: string): readonly RoleReach[] => [{ field, isRole: true }];
