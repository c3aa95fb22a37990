import { inflateRawSync } from 'node:zlib';
import { LIMITS, UnreadableWorkbook } from './limits';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MERGE = /<mergeCell[^>]*\sref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

type Limits = Record<'fileBytes' | 'unpackedBytes' | 'parts' | 'mergedCells', number>;

/**
 * Refuses a file that would blow up when it is opened, before any library touches it: every part is really
 * unpacked with a limit, because the sizes that a zip declares are only claims, and the merged ranges are added
 * up, because each of their cells is made when they are read.
 * @throws UnreadableWorkbook FILE_UNREADABLE when it is no zip, FILE_TOO_LARGE when it holds too much
 */
export function checkZip(file: Buffer, limits: Limits = LIMITS): void {
  if (file.length > limits.fileBytes) throw new UnreadableWorkbook('FILE_TOO_LARGE');
  let left = limits.unpackedBytes;
  let merged = 0;
  let isWorkbook = false;
  for (const { name, content } of parts(file, limits.parts, () => left)) {
    left -= content.length;
    if (name === 'xl/workbook.xml') isWorkbook = true;
    if (name.startsWith('xl/worksheets/')) merged += mergedCells(content);
    if (merged > limits.mergedCells) throw new UnreadableWorkbook('FILE_TOO_LARGE');
  }
  if (!isWorkbook) throw new UnreadableWorkbook('FILE_UNREADABLE');
}

function* parts(
  file: Buffer,
  most: number,
  left: () => number,
): Generator<{ name: string; content: Buffer }> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > most) throw new UnreadableWorkbook('FILE_TOO_LARGE');
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw unreadable();
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    yield { name, content: unpack(file, at, left()) };
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}

const unreadable = () => new UnreadableWorkbook('FILE_UNREADABLE');

function findEnd(file: Buffer): number {
  // The record stands at the end, behind it only a comment of at most 65,535 bytes.
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw unreadable();
}

function unpack(file: Buffer, entry: number, left: number): Buffer {
  const method = file.readUInt16LE(entry + 10);
  const size = file.readUInt32LE(entry + 20);
  const header = file.readUInt32LE(entry + 42);
  if (header + 30 > file.length || file.readUInt32LE(header) !== LOCAL_HEADER) throw unreadable();
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  const packed = file.subarray(start, start + size);
  if (method === 0) return packed;
  if (method !== 8) throw unreadable();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableWorkbook(tooLarge ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE');
  }
}

function mergedCells(sheet: Buffer): number {
  // Merged ranges stand behind the rows; everything before is of no interest here.
  const from = sheet.lastIndexOf('<mergeCells');
  if (from < 0) return 0;
  let cells = 0;
  for (const [, left = '', top = '', right = '', bottom = ''] of sheet
    .toString('utf8', from)
    .matchAll(MERGE)) {
    cells += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  return cells;
}

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
