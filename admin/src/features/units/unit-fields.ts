/** The fields of the form, in the order of a registration sheet. */
export const UNIT_FORM = ['name', 'aliases', 'unitClass', 'resident', 'department', 'leader', 'note'];
