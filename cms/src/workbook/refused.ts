import {
  type AnySheet,
  type CellValue,
  type Column,
  type PlannedRow,
  REFUSAL_HEADER,
} from '@jiedui/shared/workbook';
import ExcelJS from '@protobi/exceljs';
import { addSheet, type VenueWords } from './sheet-style';

const WRONG = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;

/**
 * A workbook of the refused rows in the template's columns, the wrong cells marked, with what is wrong in a
 * last column that an import passes over: correct it and bring it back.
 */
export async function refusedWorkbook(
  rows: readonly PlannedRow[],
  sheets: readonly AnySheet[],
  venueKinds?: VenueWords,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const definition of sheets) {
    const refused = rows.filter(({ kind, resource }) => kind === 'wrong' && resource === definition.resource);
    if (refused.length === 0) continue;
    const sheet = addSheet(workbook, definition, venueKinds);
    const last = definition.columns.length + 1;
    sheet.getCell(1, last).value = REFUSAL_HEADER;
    sheet.getCell(1, last).font = { bold: true };
    sheet.getColumn(last).width = 80;
    for (const [index, row] of refused.entries()) writeRow(sheet, index + 2, definition.columns, row);
  }
  if (workbook.worksheets.length === 0) workbook.addWorksheet('说明').addRow(['没有被退回的行。']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeRow(sheet: ExcelJS.Worksheet, at: number, columns: readonly Column[], row: PlannedRow): void {
  columns.forEach(({ header, field }, index) => {
    const cell = sheet.getCell(at, index + 1);
    cell.value = excelValue(row.cells?.[header] ?? null);
    const wrong = row.errors.some((error) => error.field === field);
    if (wrong) cell.fill = WRONG;
  });
  const says = row.errors.map(({ column, found, expected }) => {
    const was = found === '' ? '为空' : `为“${found}”`;
    return `${column}${was},应为:${expected.zh}`;
  });
  const cell = sheet.getCell(at, columns.length + 1);
  cell.value = `(原“${row.sheet}”表第 ${row.row} 行)${says.join(';')}`;
  cell.alignment = { wrapText: true, vertical: 'top' };
}

/** The last day that Excel can show. */
const LAST_SERIAL = 2_958_465;

function excelValue(value: CellValue): ExcelJS.CellValue {
  // 20220718 in a column of days would be no day and show as ####.
  if (typeof value === 'number' && value > LAST_SERIAL) return String(value);
  return typeof value === 'object' && value !== null ? new Date(`${value.wall}Z`) : value;
}
