import type { ErrorCode } from '../text/errors';
import type { Words } from '../text/words';
import { type CellValue, cellText, isBlank, type SheetRow, type SheetRows } from './cell';
import type { AnySheet, Column, Option, SheetDefinition } from './column';
import type { FoundColumn, SheetLayout } from './headers';
import type { CellError } from './import-plan';
import type { Named } from './name-index';
import { type CellContent, readCell } from './read-cell';
import { isBareTime } from './times';

/** A row while it is being worked out. Relations stand in `links` once they are found. */
export type Draft<D extends AnySheet = SheetDefinition> = {
  sheet: string;
  row: SheetRow;
  layout: SheetLayout<D>;
  /** What the cells hold, by attribute name; blank cells are absent. */
  values: Record<string, CellContent>;
  links: Record<string, Named>;
  errors: CellError[];
  notes: Words[];
  /** The record or new record that the row is about, once it is known. */
  self: Named | null;
  /** An earlier row of the workbook that says the same. */
  sameAs: Draft<D> | null;
};

/** Reads a row's cells; null for a blank row. */
export function readRow<D extends AnySheet>(
  sheet: SheetRows,
  layout: SheetLayout<D>,
  row: SheetRow,
  venueKinds: readonly Option[],
): Draft<D> | null {
  if (layout.columns.every(({ at }) => isBlank(row.cells[at]))) return null;
  const draft: Draft<D> = {
    sheet: sheet.sheet,
    row,
    layout,
    values: {},
    links: {},
    errors: [],
    notes: [],
    self: null,
    sameAs: null,
  };
  for (const found of inReadingOrder(layout.columns)) {
    const cell = row.cells[found.at] ?? null;
    if (isBlank(cell)) continue;
    const context = { venueKinds, before: draft.values, date1904: sheet.date1904 ?? false };
    const outcome = readCell(cell, found, context);
    if (outcome.ok) draft.values[found.column.field] = outcome.value;
    else if (!waitsForDay(draft, found.column, cell))
      fail(draft, found.column, outcome.code, outcome.expected);
  }
  for (const column of layout.definition.columns) {
    if (column.required && isBlank(cellOf(draft, column)))
      fail(draft, column, 'REQUIRED', requiredWords(column));
  }
  return draft;
}

const requiredWords = (column: Column): Words => ({
  zh: `必填:${column.help}`,
  en: `${column.header} is required`,
});

/** A bare time whose day stands in a cell that is wrong itself: one error is enough. */
const waitsForDay = (draft: Draft<AnySheet>, column: Column, cell: CellValue) =>
  column.kind === 'datetime' &&
  draft.errors.some(({ field }) => field === column.dayFrom) &&
  isBareTime(cell);

/** A column that borrows the day of another is read after it. */
const inReadingOrder = (columns: readonly FoundColumn[]) =>
  [...columns].sort((a, b) => Number(borrowsDay(a)) - Number(borrowsDay(b)));

const borrowsDay = ({ column }: FoundColumn) => column.kind === 'datetime' && column.dayFrom !== undefined;

function cellOf(draft: Draft<AnySheet>, column: Column) {
  const found = draft.layout.columns.find((one) => one.column === column);
  return found ? draft.row.cells[found.at] : null;
}

/** Notes an error at the cell of a column, one a column. */
export function fail(
  draft: Draft<AnySheet>,
  column: Column | string,
  code: ErrorCode,
  expected: Words,
): void {
  const at = typeof column === 'string' ? columnOf(draft, column) : column;
  const header = at ? (headerOf(draft, at) ?? at.header) : String(column);
  if (draft.errors.some((error) => error.column === header)) return;
  const found = at ? shortened(cellText(cellOf(draft, at))) : '';
  const field = at?.field ?? header;
  draft.errors.push({ sheet: draft.sheet, row: draft.row.row, column: header, field, found, expected, code });
}

/** Enough to recognise the cell by. */
const FOUND_LENGTH = 80;

const shortened = (text: string) => {
  const letters = [...text];
  return letters.length > FOUND_LENGTH ? `${letters.slice(0, FOUND_LENGTH).join('')}…` : text;
};

const columnOf = (draft: Draft<AnySheet>, field: string) =>
  draft.layout.definition.columns.find((column) => column.field === field);

const headerOf = (draft: Draft<AnySheet>, column: Column) =>
  draft.layout.columns.find((found) => found.column === column)?.header;

/** A text field of the draft, or null. */
export function textOf(draft: Draft<AnySheet>, field: string): string | null {
  const content = draft.values[field];
  return typeof content === 'string' ? content : null;
}
