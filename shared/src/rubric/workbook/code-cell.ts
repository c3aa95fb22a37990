import type { Words } from '../../text/words';
import { codeSchema } from '../item-kinds';
import { type Cell, foldCell } from './text-cell';

const isCode = (text: string): boolean => codeSchema.safeParse(text).success;

/** A code as it is, or without the brackets, spaces and closing signs that papers put around it: (一)、A-1-(2). */
export function codeCell(cell: Cell | undefined): string {
  const text = foldCell(cell);
  if (text === '' || isCode(text)) return text;
  const bare = text.replace(/[\s()[\]【】〔〕〈〉]/g, '').replace(/[、,，.。:;]+$/, '');
  return bare === '' ? text : bare;
}

/** What is wrong with a code, or null. */
export function codeTrouble(code: string): Words | null {
  if (isCode(code)) return null;
  const sign = [...code].find((char) => !isCode(char));
  return sign === undefined
    ? { zh: '编码最多 40 字', en: 'at most 40 characters' }
    : { zh: `编码中不能有“${sign}”，请改用 - 或 . 分隔`, en: `a code without “${sign}”; use - or .` };
}
