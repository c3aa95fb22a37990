/** The people of the programme, as roles. The words for them are in `text/enums`. */
export const ROLES = [
  'districtOffice',
  'civilityOffice',
  'leadDepartment',
  'town',
  'station',
  'unit',
  'evaluator',
  'inspector',
  'publicity',
] as const;

export type Role = (typeof ROLES)[number];

/** The things an account can belong to; each names a relation of the account's record. */
export const ANCHORS = ['unit', 'station', 'town', 'department'] as const;
export type Anchor = (typeof ANCHORS)[number];

/** What an account of a role must belong to for its scope to mean anything. */
export const ROLE_ANCHOR: Partial<Record<Role, Anchor>> = {
  leadDepartment: 'department',
  town: 'town',
  station: 'station',
  unit: 'unit',
};

/**
 * The signed-in person. Ids are row ids of the database (what joins compare);
 * `null` means that the account does not belong to one.
 */
export type Actor = {
  id: number;
  documentId: string;
  username: string;
  displayName: string;
  role: Role;
  unit: number | null;
  station: number | null;
  town: number | null;
  department: number | null;
};

/** Narrows a stored role name; null for a role that the product does not know (deny). */
export function asRole(name: unknown): Role | null {
  return ROLES.find((role) => role === name) ?? null;
}
