/** The fields of the form; which of the last four an account needs follows from its role. */
export const STAFF_FORM = ['username', 'displayName', 'role', 'unit', 'station', 'town', 'department'];
