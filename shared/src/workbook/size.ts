/** The largest workbook that is taken in, in bytes. */
export const WORKBOOK_BYTES = 20 * 1024 * 1024;
