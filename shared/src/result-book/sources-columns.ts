/** Columns of the sheet of sources that the sheets' own rows point at. */
export const COUNT = 4;
export const DROP = 5;
