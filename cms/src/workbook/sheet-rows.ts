import type { CellValue, SheetRow, SheetRows } from '@jiedui/shared/workbook';
import { isBlank, withoutTextMark } from '@jiedui/shared/workbook';
import ExcelJS from '@protobi/exceljs';
import { LIMITS, UnreadableWorkbook } from './limits';

/** What matters for nothing here and only costs time or trips over odd files. */
const IGNORED_NODES = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'autoFilter',
  'tableParts',
  'sheetProtection',
];

/** Reads an unpacked-and-checked workbook into plain rows, sheet by sheet. */
export async function openWorkbook(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    // The library's own declaration of Buffer is older than Node's.
    const data = file as unknown as Parameters<typeof workbook.xlsx.load>[0];
    await workbook.xlsx.load(data, { ignoreNodes: IGNORED_NODES });
  } catch {
    throw new UnreadableWorkbook('FILE_UNREADABLE');
  }
  return workbook;
}

/**
 * The sheets with the rows that a person sees. Hidden ones hold lists and leftovers: of those a person can unhide
 * only the name is told.
 */
export function visibleSheets(workbook: ExcelJS.Workbook): SheetRows[] {
  const date1904 = workbook.properties?.date1904 ?? false;
  return workbook.worksheets
    .filter(({ state }) => state !== 'veryHidden')
    .map((sheet) =>
      sheet.state === 'visible' ? sheetRows(sheet, date1904) : { sheet: sheet.name, rows: [], hidden: true },
    );
}

/**
 * The rows of a sheet: blank ones left out, merged cells filled with what their first cell holds. A row whose
 * only content is one cell merged over several columns is a heading or a remark between records and left out.
 */
function sheetRows(sheet: ExcelJS.Worksheet, date1904: boolean): SheetRows {
  const rows: SheetRow[] = [];
  let hiddenRows = 0;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: CellValue[] = [];
    const owners = new Set<string>();
    const percent: number[] = [];
    const joined: number[] = [];
    let filled = 0;
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const value =
        cell.type === FORMULA && cell.result == null ? withoutResult(cell) : cellValue(cell.value);
      if (isBlank(value)) return;
      while (cells.length < column) cells.push(null);
      cells[column - 1] = value;
      owners.add(cell.master.address);
      if (typeof value === 'number' && cell.numFmt?.includes('%')) percent.push(column - 1);
      if (Number(cell.master.row) < number) joined.push(column - 1);
      filled += 1;
    });
    if (filled === 0 || (owners.size === 1 && filled > 1)) return;
    rows.push({
      row: number,
      cells,
      ...(row.hidden ? { hidden: true as const } : {}),
      ...(percent.length > 0 ? { percent } : {}),
      ...(joined.length > 0 ? { joined } : {}),
    });
    if (row.hidden) hiddenRows += 1;
    if (rows.length > LIMITS.rows) throw new UnreadableWorkbook('FILE_TOO_LARGE');
  });
  return { sheet: sheet.name, rows, hiddenRows, ...(date1904 ? { date1904 } : {}) };
}

const FORMULA = ExcelJS.ValueType.Formula;
const calculated = new WeakMap<ExcelJS.Workbook, boolean>();

/**
 * A formula without a result. Where others of the workbook have theirs it shows nothing (`=IF(A1="","",…)`). A
 * program that calculates none stores none: then it stays visible as `=…`, for the import to refuse.
 */
function withoutResult({ workbook, formula }: ExcelJS.Cell): CellValue {
  const known = calculated.get(workbook) ?? hasResults(workbook);
  calculated.set(workbook, known);
  return known ? null : `=${formula || '…'}`;
}

function hasResults(workbook: ExcelJS.Workbook): boolean {
  let found = false;
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        found ||= cell.type === FORMULA && cell.result != null;
      }),
    );
  }
  return found;
}

/** A cell as text, number, yes or no, or wall time; formulas by their result, links and rich text by their text. */
export function cellValue(value: ExcelJS.CellValue): CellValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return wallTime(value);
  if (typeof value === 'string') return withoutTextMark(value);
  if (typeof value !== 'object') return value;
  if ('richText' in value) return withoutTextMark(value.richText.map(({ text }) => text).join(''));
  if ('hyperlink' in value) return cellValue(value.text as ExcelJS.CellValue);
  if ('error' in value) return value.error;
  if ('result' in value) return cellValue(value.result as ExcelJS.CellValue);
  return null;
}

/** The library gives the wall time of a date cell as if it were UTC; binary fractions are rounded to seconds. */
function wallTime(date: Date): CellValue {
  const milliseconds = date.getTime();
  // A number that is no day, in a cell that is to show one: Excel shows ####.
  if (Number.isNaN(milliseconds)) return '#NUM!';
  return { wall: new Date(Math.round(milliseconds / 1000) * 1000).toISOString().slice(0, 19) };
}
