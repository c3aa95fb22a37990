/** Sheets up to which statistics are computed while others wait: some tenths of a second. */
export const FEW_SHEETS = 2_000;
