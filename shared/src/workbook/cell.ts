/**
 * What a cell holds after the workbook was read. A date-formatted cell becomes `wall`, the wall time it shows
 * (`2022-07-18T09:30:00`, no zone): a workbook knows no time zone.
 */
export type CellValue = string | number | boolean | { wall: string } | null;

/** A row of a sheet by the position of its cells; `row` is the number that Excel shows. */
export type SheetRow = {
  row: number;
  cells: CellValue[];
  /** A row that Excel does not show. */
  hidden?: true;
  /** Positions of numbers that are shown in percent. */
  percent?: number[];
  /** Positions that lie in a merged cell which begins further up. */
  joined?: number[];
};

/** One sheet as it was read. `date1904`: its serial numbers count from 1904 instead of 1900. */
export type SheetRows = {
  sheet: string;
  rows: SheetRow[];
  date1904?: boolean;
  /** A sheet that is not shown: its rows are left out. */
  hidden?: boolean;
  /** Rows that Excel does not show, by a filter or by hand. They are read all the same. */
  hiddenRows?: number;
};

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;

/** Whether a cell holds nothing that a person could see. */
export function isBlank(value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' && value.replace(INVISIBLE, '').trim() === '';
}

/** The cell as a person would read it, for messages and for the workbook of refused rows. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.wall.replace('T', ' ').replace(/( 00:00)?:00$/, '');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}
