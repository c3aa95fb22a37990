import { cellText, isBlank, type SheetRow } from '../../workbook/cell';
import { foldCell } from './text-cell';

const REMARK =
  /^(?:.{0,20}(?:合计|总计|小计)|总分|备注|附注|注|说明|制表人?|填表人?|审核人?|填报单位|单位\(盖章\))\d*(?:[:(].*|\d[\d.]*分?)?$/s;

/** The remark (合计, 备注 …) that a row without a kind opens with; null where it opens with none. */
export function remarkOf({ cells, joined = [] }: SheetRow): string | null {
  const at = cells.findIndex((cell, index) => !isBlank(cell) && !joined.includes(index));
  const text = plain(cellText(cells[at]));
  return REMARK.test(text) ? text : null;
}

const plain = (text: string): string => foldCell(text).replace(/\s/g, '');

/** Whether a row is the heading once more, as it stands at the top of a further page. */
export function repeatsHeading({ cells }: SheetRow, headings: readonly string[]): boolean {
  const filled = cells.flatMap((cell, at) => (isBlank(cell) ? [] : [{ text: cellText(cell), at }]));
  return filled.length >= 2 && filled.every(({ text, at }) => plain(text) === plain(headings[at] ?? ''));
}
