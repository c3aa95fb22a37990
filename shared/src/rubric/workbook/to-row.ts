import { type CellValue, cellText, isBlank, type SheetRow } from '../../workbook/cell';
import type { CellMark, RubricColumn, RubricRow } from './columns';
import type { Use } from './headings';
import { type Cell, proseCell } from './text-cell';

/** The cells of a row by what their columns are used for. Texts of the same column stand below each other. */
export function toRow(sheetRow: SheetRow, uses: readonly (Use | null)[]): RubricRow & { above: string } {
  const cells: RubricRow['cells'] = {};
  const marks: RubricRow['marks'] = {};
  let above = '';
  for (const [at, use] of uses.entries()) {
    const value = sheetRow.cells[at] ?? null;
    if (use === '上级') above = proseCell(cellText(value));
    if (use === null || use === '上级') continue;
    cells[use] = joinedText(cells[use], plainCell(value));
    const mark = markOf(sheetRow, at, value);
    if (mark) marks[use] = mark;
  }
  return { row: sheetRow.row, cells, marks, above };
}

const plainCell = (value: CellValue): Cell =>
  typeof value === 'number' || isBlank(value) ? (value as number | null) : cellText(value);

function joinedText(before: Cell | undefined, cell: Cell): Cell {
  if (before === undefined || before === null || before === cell) return cell;
  return cell === null ? before : `${proseCell(before)}\n${proseCell(cell)}`;
}

function markOf({ percent = [], joined = [] }: SheetRow, at: number, value: CellValue): CellMark | null {
  if (typeof value === 'object' && value !== null) return 'date';
  if (percent.includes(at)) return 'percent';
  return joined.includes(at) && !isBlank(value) ? 'joined' : null;
}

/** Rows with the middle level of three put before the name; left empty it is the one of the row above. */
export function withAbove(rows: readonly (RubricRow & { above: string })[]): RubricRow[] {
  let last = '';
  let dimension = '';
  return rows.map(({ above, ...row }) => {
    const own = ownDimension(row);
    if (above !== '') last = above;
    else if (own !== '' && own !== dimension) last = '';
    dimension = own || dimension;
    const name = proseCell(row.cells.指标);
    if (last === '' || name === '' || name === last) return row;
    return { ...row, cells: { ...row.cells, 指标: `${last}·${name}` } };
  });
}

const ownDimension = ({ cells }: RubricRow): string =>
  (['维度编码', '维度'] as RubricColumn[])
    .map((column) => proseCell(cells[column]))
    .join(' ')
    .trim();
