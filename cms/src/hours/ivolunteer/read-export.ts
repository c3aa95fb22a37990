import { open, readFile } from 'node:fs/promises';
import type { SheetRows } from '@jiedui/shared/workbook';
import Papa from 'papaparse';
import { Refusal } from '../../guard/errors';
import { UnreadableWorkbook } from '../../workbook/limits';
import { readWorkbook } from '../../workbook/read';

/** Rows that one import brings. Ours: more in one piece would hold up the others. */
export const MOST_ROWS = 20_000;
/** Titles, headings and sums around them. */
const AROUND = 100;

/** What a text file was written in; null for a workbook. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type ExportFile = { sheets: SheetRows[]; encoding: TextEncoding | null };

/**
 * Reads an export, workbook or text, by what it holds and not by what it is called.
 * @throws Refusal EXPORT_UNREADABLE, EXPORT_TOO_LONG
 */
export async function readExport(path: string): Promise<ExportFile> {
  const sheet = (await isZip(path)) ? await workbookOf(path) : textOf(await readFile(path));
  const rows = sheet.sheets.reduce((sum, one) => sum + one.rows.length, 0);
  if (rows > MOST_ROWS + AROUND) throw new Refusal(422, 'EXPORT_TOO_LONG');
  return sheet;
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

async function workbookOf(path: string): Promise<ExportFile> {
  try {
    return { sheets: await readWorkbook(path), encoding: null };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw new Refusal(422, 'EXPORT_UNREADABLE');
    throw error;
  }
}

function textOf(file: Buffer): ExportFile {
  const encoding = encodingOf(file);
  if (!encoding) throw new Refusal(422, 'EXPORT_UNREADABLE');
  const text = new TextDecoder(encoding).decode(file);
  // What is no text at all has signs that no table has.
  if (/(?!\s)\p{Cc}/u.test(text)) throw new Refusal(422, 'EXPORT_UNREADABLE');
  const { data } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    preview: MOST_ROWS + AROUND + 1,
  });
  const rows = data
    .map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => (cell.trim() === '' ? null : cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
  return { sheets: [{ sheet: '', rows }], encoding };
}

/** By its mark, else by what it can be: hardly a text in GBK is valid UTF-8, and GB18030 holds all of GBK. */
function encodingOf(file: Buffer): TextEncoding | null {
  if (file.length === 0) return null;
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  return (['utf-8', 'gb18030'] as const).find((encoding) => isValid(file, encoding)) ?? null;
}

function isValid(file: Buffer, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(file);
    return true;
  } catch {
    return false;
  }
}

const LINES_LOOKED_AT = 30;

/** The sign that divides the cells: titles above a table have none, so the most frequent one of the first lines. */
function delimiterOf(text: string): string {
  const head = text.split('\n', LINES_LOOKED_AT).join('\n');
  const count = (sign: string) => head.split(sign).length;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
