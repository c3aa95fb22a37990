const TAB = '\t';
const BREAK = '\n';
const QUOTE = '"';

/**
 * The cells of what was copied from a sheet, row by row: divided by tabs, and a cell with a line break or a tab in it
 * stands in quotation marks, those within it doubled. A mark within a cell that does not begin with one is a mark.
 */
export function pastedCells(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, BREAK).replace(/\n+$/, '');
  const rows: string[][] = [[]];
  for (let at = 0; at <= plain.length; ) {
    const { cell, end } = plain[at] === QUOTE ? quoted(plain, at) : bare(plain, at);
    rows.at(-1)?.push(cell);
    if (plain[end] === BREAK) rows.push([]);
    at = end + 1;
  }
  return rows;
}

function bare(text: string, from: number) {
  const ends = [text.indexOf(TAB, from), text.indexOf(BREAK, from)].filter((at) => at >= 0);
  const end = Math.min(text.length, ...ends);
  return { cell: text.slice(from, end), end };
}

/** A quotation mark that nothing closes, or with more behind it, is no quotation: the cell is taken as it stands. */
function quoted(text: string, from: number) {
  let close = text.indexOf(QUOTE, from + 1);
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  const next = text[close + 1];
  if (close < 0 || !(next === undefined || next === TAB || next === BREAK)) return bare(text, from);
  return { cell: text.slice(from + 1, close).replaceAll('""', QUOTE), end: close + 1 };
}
