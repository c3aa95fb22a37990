import { type CellValue, cellText, isBlank, type SheetRow, type SheetRows } from '../../workbook/cell';
import { cleanText } from '../../workbook/clean';
import { headingsKey, suggestColumns } from './mapping';

/** Titles, dates of the export and blank rows may stand above the headings, but not more than this. */
const ROWS_SEARCHED = 15;
/** Fewer headings than these are no table. */
const LEAST_FIELDS = 3;
const LONGEST_HEADING = 120;

/** The table in a sheet: what its columns are called by position (two rows of headings put together), and its rows. */
export type ExportTable = { sheet: string; headings: string[]; rows: SheetRow[]; date1904: boolean };

type Candidate = { headings: string[]; below: number; fields: number; double: boolean };

/**
 * Finds the headings of an export: one row or two, below whatever title, by the words of the headings or by a form that
 * was read before. Null where no sheet has them.
 * @param isKnown whether headings with this key were mapped before
 */
export function findTable(
  sheets: readonly SheetRows[],
  isKnown: (key: string) => boolean,
): ExportTable | null {
  const tables = sheets
    .filter(({ hidden }) => !hidden)
    .map((sheet) => ({ sheet, best: bestOf(sheet.rows, isKnown) }))
    .filter((one): one is { sheet: SheetRows; best: Candidate } => one.best !== null);
  const [first, ...others] = tables;
  if (!first) return null;
  const { sheet, best } = others.reduce((a, b) => (b.best.fields > a.best.fields ? b : a), first);
  return {
    sheet: sheet.sheet,
    headings: best.headings,
    rows: sheet.rows.slice(best.below),
    date1904: sheet.date1904 ?? false,
  };
}

function bestOf(rows: readonly SheetRow[], isKnown: (key: string) => boolean): Candidate | null {
  let best: Candidate | null = null;
  for (let at = 0; at < Math.min(rows.length, ROWS_SEARCHED); at += 1) {
    for (const candidate of [oneRow(rows, at), twoRows(rows, at)]) {
      if (isKnown(headingsKey(candidate.headings))) return candidate;
      if (candidate.fields >= LEAST_FIELDS && isBetter(candidate, best)) best = candidate;
    }
  }
  return best;
}

/** What one row says alone needs no second one: a title above headings is no upper heading. */
const isBetter = (one: Candidate, best: Candidate | null): boolean =>
  !best || one.fields > best.fields || (one.fields === best.fields && best.double && !one.double);

const heading = (cell: CellValue | undefined): string =>
  cleanText(cellText(cell)).replace(/\n/g, '').slice(0, LONGEST_HEADING);

function oneRow(rows: readonly SheetRow[], at: number): Candidate {
  return candidate((rows[at]?.cells ?? []).map(heading), at + 1, false);
}

/**
 * Merged headings: a file of text keeps only the first of merged cells, so an upper heading goes on to its right as
 * far as there are lower ones; a workbook repeats it, and the same above and below is one.
 */
function twoRows(rows: readonly SheetRow[], at: number): Candidate {
  const upper = (rows[at]?.cells ?? []).map(heading);
  const lower = (rows[at + 1]?.cells ?? []).map(heading);
  let group = '';
  const headings = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above = '', below = ''] = [upper[column], lower[column]];
    if (above !== '') group = above;
    if (below === '') return above;
    return group === '' || group === below ? below : `${group}/${below}`;
  });
  return candidate(headings, at + 2, true);
}

function candidate(headings: string[], below: number, double: boolean): Candidate {
  return { headings, below, fields: Object.keys(suggestColumns(headings)).length, double };
}

export type SkippedRow = { row: number; why: 'heading' | 'total' | 'remark' };

const TOTAL = /^(合计|总计|小计|共计|累计|本页合计)/;
const FEWEST_OF_A_ROW = 2;

/** What a row below the headings is, where it is no record: headings repeated on a new page, a sum, a remark. */
export function skippedAs({ cells, row }: SheetRow, headings: readonly string[]): SkippedRow | null {
  const filled = cells.map(heading).filter((text) => text !== '');
  const repeated = cells.filter(
    (cell, at) => !isBlank(cell) && heading(cell) === lastPart(headings[at]),
  ).length;
  if (repeated * 2 > filled.length) return { row, why: 'heading' };
  if (TOTAL.test(filled[0] ?? '')) return { row, why: 'total' };
  return filled.length < FEWEST_OF_A_ROW ? { row, why: 'remark' } : null;
}

const lastPart = (text: string | undefined): string => text?.split('/').at(-1) ?? '';
