/** A cell as a workbook gives it. */
export type Cell = string | number | null;

/** Full-width forms, except the comma, which stands in Chinese text, and their ordinary spelling. */
function narrow(char: string): string {
  if (char === '\u3000') return ' ';
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

/** Text of a cell that is code, number or notation: full-width characters made ordinary, ends trimmed. */
export function foldCell(cell: Cell | undefined): string {
  return String(cell ?? '')
    .replace(/[\uff01-\uff0b\uff0d-\uff5e\u3000]/g, narrow)
    .replaceAll('\u00a0', ' ')
    .trim();
}

/** Text of a cell that people wrote for people: kept as it is, ends trimmed. */
export function proseCell(cell: Cell | undefined): string {
  return String(cell ?? '').trim();
}

/** A number as people write it (`10`, `10分`, `1,000`, `１０`); null when it is none. */
export function readNumber(text: string): number | null {
  const plain = foldCell(text)
    .replace(/[\s,\uff0c]/g, '')
    .replace(/分$/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Points as people write them: also `满分10` and `(10分)`; null when it is no number. */
export function readPoints(text: string): number | null {
  const plain = foldCell(text).replace(/\s/g, '');
  return readNumber(plain.replace(/^\((.*)\)$/, '$1').replace(/^(?:满分|计)?[:]?/, ''));
}
