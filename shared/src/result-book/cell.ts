import { type Dec, dec, exact } from '../decimal';

/** What a formula shows, or what stands in a cell by itself. Text is always text, never a formula. */
export type Value = string | number | null;

/** A formula without its equals sign; `result` is what it comes to, for readers that compute nothing. */
export type Formula = { formula: string; result: Value };

export type Cell = Value | Formula;

export type BookColumn = { header: string; width: number; points?: boolean };

/** The sheets of the workbook, in the order in which they are read: each is computed from the ones after it. */
export const SHEET = {
  facts: '说明',
  ranking: '名次表',
  units: '单位汇总',
  sources: '来源汇总',
  sheets: '评分表',
  entries: '评分明细',
  published: '公布值',
  rules: '规则',
} as const;
export type SheetName = (typeof SHEET)[keyof typeof SHEET];

/** The heading stands in the first row. */
export const FIRST_ROW = 2;

/** A column's letters. */
export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A cell of the same sheet. */
export const here = (column: number, row: number): string => `${letters(column)}${row}`;

/** A cell of another sheet. */
export const on = (sheet: SheetName, column: number, row: number): string =>
  `'${sheet}'!${here(column, row)}`;

/** A cell that every row points at. */
export const fixed = (sheet: SheetName, column: number, row: number): string =>
  `'${sheet}'!$${letters(column)}$${row}`;

/** The cells of one column from a row to another; the same wherever the formula is copied to. */
export const down = (sheet: SheetName, column: number, first: number, last: number): string =>
  `'${sheet}'!$${letters(column)}$${first}:$${letters(column)}$${last}`;

/** A number inside a formula. */
export function literal(value: Dec | number): string {
  const text = dec(value).toFixed();
  return text.startsWith('-') ? `(${text})` : text;
}

export const formula = (text: string, result: Dec | Value): Formula => ({
  formula: text,
  result: typeof result === 'object' && result !== null ? numberOf(result) : result,
});

/** As a cell holds it: a workbook counts in binary, the published value stays the exact one. */
export const numberOf = (value: Dec | string): number =>
  Number(typeof value === 'string' ? value : exact(value));

/** A figure that may be missing. */
export const numberOrNull = (value: Dec | string | null | undefined): number | null =>
  value === null || value === undefined ? null : numberOf(value);

export const plus = (terms: readonly string[]): string => terms.join('+');
