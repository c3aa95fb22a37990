import type { Words } from '../../text/words';
import { cellText, isBlank, type SheetRow, type SheetRows } from '../../workbook/cell';
import { columnOf, RUBRIC_COLUMNS } from './columns';
import { type RubricRead, rubricFromRows } from './from-rows';
import { doubleColumns, type Use, usesOf } from './headings';
import { kindOf } from './kind-words';
import { type NotTaken, notTakenWords } from './notes';
import { remarkOf, repeatsHeading } from './passed-over';
import { type RowError, rowError } from './row-error';
import { toRow, withAbove } from './to-row';
import type { RubricSettings } from './to-rows';

/** A rubric read from a workbook and what of the workbook was not taken over; or the cells that are wrong. */
export type SheetsRead = Extract<RubricRead, { rubric: unknown }> & { notes: Words[] };

const HEADING_WITHIN = 10;

/** Reads the first sheet that has the headings of a rubric: two of them or more in one of its first rows. */
export function rubricFromSheets(
  sheets: readonly SheetRows[],
  settings: RubricSettings,
): SheetsRead | { errors: RowError[] } {
  const [table, ...others] = sheets.flatMap((one) => tableOf(one) ?? []);
  if (!table) return { errors: [noHeadings(sheets[0]?.sheet ?? '')] };
  const { sheet } = table;
  const read = readTable(table, settings);
  if ('errors' in read) return { errors: read.errors.map((error) => ({ ...error, sheet })) };
  const { notTaken, ...rest } = read;
  const unread = others.filter(({ rows }) => rows.length > 0).map((other) => other.sheet);
  return { ...rest, notes: notTakenWords({ ...notTaken, sheet, sheets: unread }) };
}

interface Table {
  sheet: string;
  headingRow: number;
  headings: string[];
  /** The rows below the headings. */
  rows: SheetRow[];
}

function tableOf({ sheet, rows }: SheetRows): Table | null {
  const at = rows
    .slice(0, HEADING_WITHIN)
    .findIndex(({ cells }) => cells.filter((cell) => columnOf(cellText(cell)) !== null).length >= 2);
  const heading = rows[at];
  if (!heading) return null;
  return { sheet, headingRow: heading.row, headings: heading.cells.map(cellText), rows: rows.slice(at + 1) };
}

type TableRead =
  | (Extract<RubricRead, { rubric: unknown }> & {
      notTaken: Pick<NotTaken, 'columns' | 'remarks' | 'hidden'>;
    })
  | { errors: RowError[] };

function readTable({ headings, headingRow, rows }: Table, settings: RubricSettings): TableRead {
  const hidden = rows.filter((row) => row.hidden);
  const shown = rows.filter((row) => !row.hidden && !repeatsHeading(row, headings));
  const kindAt = headings.findIndex((heading) => columnOf(heading) === '类型');
  const remarks = shown.flatMap((row) => {
    const text = kindOf(cellText(row.cells[kindAt])) ? null : remarkOf(row);
    return text === null ? [] : [{ row: row.row, text }];
  });
  const remarkRows = new Set(remarks.map(({ row }) => row));
  const taken = shown.filter(({ row }) => !remarkRows.has(row));
  const uses = usesOf(headings, (at) => looksLikeCodes(taken, at));
  const double = doubleColumns(headings, uses, headingRow);
  if (double.length > 0) return { errors: double };
  const read = rubricFromRows(withAbove(taken.map((row) => toRow(row, uses))), settings);
  if ('errors' in read) return read;
  const notTaken = {
    columns: unusedColumns(headings, uses, taken),
    remarks,
    hidden: hidden.map(({ row }) => row),
  };
  return { ...read, notTaken };
}

/** Whether the cells of a column are codes (A1, 1.2), not the numbers of the rows. */
function looksLikeCodes(rows: readonly SheetRow[], at: number): boolean {
  const filled = rows.map(({ cells }) => cells[at]).filter((cell) => !isBlank(cell));
  return filled.some((cell) => !/^\d+$/.test(cellText(cell).trim()));
}

/** Columns with content that are used for nothing; one without a heading by its position. */
function unusedColumns(
  headings: readonly string[],
  uses: readonly (Use | null)[],
  rows: readonly SheetRow[],
): string[] {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => at)
    .filter((at) => !uses[at] && rows.some(({ cells }) => !isBlank(cells[at])))
    .map((at) => headings[at]?.trim() || `第 ${at + 1} 列(无表头)`);
}

const noHeadings = (sheet: string): RowError => ({
  ...rowError(
    1,
    '表头',
    null,
    'missingColumn',
    `前 ${HEADING_WITHIN} 行中要有一行表头:${RUBRIC_COLUMNS.join('、')}`,
    `one of the first ${HEADING_WITHIN} rows with the headings ${RUBRIC_COLUMNS.join(', ')}`,
  ),
  sheet,
});
