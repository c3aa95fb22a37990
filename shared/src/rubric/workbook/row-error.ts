import type { Words } from '../../text/words';
import type { Cell } from './text-cell';

/** A cell that cannot be read: where, what was found and what is expected. */
export interface RowError {
  /** The sheet, where a workbook of several was read. */
  sheet?: string;
  row: number;
  column: string;
  found: string;
  expected: Words;
  code: string;
}

export function rowError(
  row: number,
  column: string,
  found: Cell | undefined,
  code: string,
  zh: string,
  en: string,
): RowError {
  return { row, column, found: String(found ?? ''), expected: { zh, en }, code };
}
