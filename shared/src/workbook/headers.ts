import { changedWords } from '../text';
import { type CellValue, cellText, isBlank, type SheetRows } from './cell';
import { headerKey, nameKey } from './clean';
import type { AnySheet, Column, SheetDefinition } from './column';
import { REFUSAL_HEADER, SHEETS } from './sheets';

/** Title rows and blank rows may stand above the headings, but not more than this. */
export const ROWS_SEARCHED = 10;

/** A column found in a sheet. `hours`: its heading says hours where the field is in minutes. */
export type FoundColumn = { at: number; header: string; column: Column; hours: boolean };

/**
 * How a sheet of the workbook is to be read. `unknown`: headings that nothing was found for; `repeated`: headings
 * of columns that are passed over because the same one stands further left.
 */
export type SheetLayout<D extends AnySheet = SheetDefinition> = {
  definition: D;
  /** Position in `rows` of the first row below the headings. */
  firstRow: number;
  columns: FoundColumn[];
  missing: Column[];
  unknown: string[];
  repeated: string[];
};

/** What a column may be called: also by the words that the office has put in their place, as exports do. */
function namesOf(column: Column, { resource }: { resource: string }): string[] {
  const changed = changedWords(`${resource}.${column.field}`);
  return [column.header, ...(column.aliases ?? []), ...(changed ? [changed.zh, changed.en] : [])].map(
    headerKey,
  );
}

function matchHeaders(cells: readonly CellValue[], definition: AnySheet): FoundColumn[] {
  const free = new Set(definition.columns);
  const found: FoundColumn[] = [];
  // The template's own headings first, so that an alias of one column never takes another column's heading.
  for (const pass of [0, 1]) {
    cells.forEach((cell, at) => {
      if (isBlank(cell) || found.some((other) => other.at === at)) return;
      const header = cellText(cell).trim();
      const key = headerKey(header);
      const column = [...free].find((one) =>
        pass === 0 ? headerKey(one.header) === key : namesOf(one, definition).includes(key),
      );
      if (!column) return;
      free.delete(column);
      found.push({ at, header, column, hours: header.includes('小时') });
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** How a sheet is read as one of a kind; null when fewer than `least` of its headings are found. */
export function layoutFor<D extends AnySheet>(
  input: SheetRows,
  definition: D,
  least = 2,
): SheetLayout<D> | null {
  const candidates = input.rows
    .slice(0, ROWS_SEARCHED)
    .map(({ cells }, index) => ({ index, cells, columns: matchHeaders(cells, definition) }));
  const best = candidates.reduce((a, b) => (b.columns.length > a.columns.length ? b : a), {
    index: -1,
    cells: [] as CellValue[],
    columns: [] as FoundColumn[],
  });
  if (best.columns.length < least) return null;
  const taken = new Set(best.columns.map(({ at }) => at));
  const present = new Set(best.columns.map(({ column }) => column));
  const rest = [...new Set(best.cells.filter((cell, at) => !taken.has(at) && !isBlank(cell)).map(cellText))];
  const isRepeated = (header: string) =>
    best.columns.some(({ column }) => namesOf(column, definition).includes(headerKey(header)));
  return {
    definition,
    firstRow: belowHeadings(input, best.index, best.columns),
    columns: best.columns,
    missing: definition.columns.filter((column) => column.required && !present.has(column)),
    unknown: rest.filter((header) => !isRepeated(header) && !IGNORED.includes(headerKey(header))),
    repeated: rest.filter(isRepeated),
  };
}

const IGNORED = [REFUSAL_HEADER, '序号', '编号', '行号'].map(headerKey);

/** Headings merged over two rows repeat themselves in the second one: it is no record. */
function belowHeadings(input: SheetRows, headings: number, columns: readonly FoundColumn[]): number {
  let next = headings + 1;
  while (repeats(input.rows[next]?.cells, columns)) next += 1;
  return next;
}

const repeats = (cells: readonly CellValue[] | undefined, columns: readonly FoundColumn[]) =>
  cells !== undefined &&
  columns.filter(({ at, header }) => cellText(cells[at]).trim() === header).length * 2 > columns.length;

/** The kind of sheet that a name says, whatever stands in it. */
export function definitionNamed(sheet: string): SheetDefinition | null {
  const plain = headerKey(sheet).replace(/^[\d.、]+/, '');
  return SHEETS.find((one) => [one.sheet, ...one.aliases].some((name) => nameKey(name) === plain)) ?? null;
}

/**
 * What a sheet of the workbook is: by its exact name; else (Sheet1) by its headings, all required ones of exactly
 * one kind of sheet; else by what its name begins with. Null when it is none of ours or has no headings in its
 * first rows.
 */
export function layoutOf(input: SheetRows): SheetLayout | null {
  const plain = headerKey(input.sheet).replace(/^[\d.、]+/, '');
  const named = definitionNamed(input.sheet);
  if (named) return layoutFor(input, named);
  const layouts = SHEETS.map((definition) => layoutFor(input, definition)).filter(
    (layout) => layout !== null,
  );
  const fitting = layouts.filter(({ missing }) => missing.length === 0);
  if (fitting.length > 0) return fitting.length === 1 ? (fitting[0] ?? null) : null;
  return layouts.find(({ definition }) => plain.startsWith(nameKey(definition.sheet))) ?? null;
}
