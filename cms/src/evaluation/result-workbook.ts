import type { Writable } from 'node:stream';
import { type BookInput, type BookSheet, bookSizes, type Cell, resultBook } from '@jiedui/shared/result-book';
import type { UnitInputs, UnitOutcome } from '@jiedui/shared/round';
import ExcelJS from '@protobi/exceljs';

const UNITS_AT_ONCE = 50;
/** Excel takes no more of a text. */
const LONGEST_CELL = 32_767;

/** What units' results were computed from, by their addresses. */
export type ReadInputs = (units: readonly string[]) => Promise<ReadonlyMap<string, UnitInputs>>;

/** Writes the workbook of a result as it is made, unit by unit, letting others have their turn between two. */
export async function writeResultBook(stream: Writable, input: BookInput, read: ReadInputs): Promise<void> {
  const sizes = new Map<string, ReturnType<typeof bookSizes>>();
  for await (const { outcome, inputs } of unitsOf(input.units, read)) {
    sizes.set(outcome.unit, bookSizes(input.rubric, inputs));
  }
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const points = input.rubric.digits > 0 ? `0.${'0'.repeat(input.rubric.digits)}` : '0';
  for (const book of resultBook(input, sizes)) {
    const sheet = addSheet(workbook, book, points);
    for (const row of book.fixed) sheet.addRow(row.map(cellValue)).commit();
    if (book.rows) {
      for await (const { outcome, inputs } of unitsOf(input.units, book.byInputs ? read : null)) {
        for (const row of book.rows(outcome, inputs)) sheet.addRow(row.map(cellValue)).commit();
      }
    }
    sheet.commit();
  }
  await workbook.commit();
}

async function* unitsOf(units: readonly UnitOutcome[], read: ReadInputs | null) {
  for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
    const part = units.slice(start, start + UNITS_AT_ONCE);
    const inputs = await read?.(part.map(({ unit }) => unit));
    for (const outcome of part) {
      yield { outcome, inputs: inputs?.get(outcome.unit) ?? null };
      await new Promise(setImmediate);
    }
  }
}

function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns }: BookSheet,
  points: string,
) {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width, points: shown }) => ({
    header,
    width,
    style: shown ? { numFmt: points } : {},
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: 'middle' };
  sheet.getRow(1).commit();
  return sheet;
}

/** A text is a text whatever it begins with: only what the rules made is a formula. */
function cellValue(cell: Cell): ExcelJS.CellValue {
  if (typeof cell === 'string') return cell.slice(0, LONGEST_CELL);
  if (typeof cell === 'number' || cell === null) return cell;
  return { formula: cell.formula, result: cell.result ?? undefined };
}
