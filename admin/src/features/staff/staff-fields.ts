import { type Anchor, asRole, ROLE_ANCHOR } from '@jiedui/shared/access';

const BASE = ['username', 'displayName', 'role'];

/** What an account of this role has to belong to, if anything. */
export function anchorOf(role: unknown): Anchor | null {
  const known = asRole(role);
  return known ? (ROLE_ANCHOR[known] ?? null) : null;
}

/** The fields of the form. The unit, site, town or department is asked for where the role needs it. */
export const STAFF_FORM = [...BASE, 'unit', 'station', 'town', 'department'];
