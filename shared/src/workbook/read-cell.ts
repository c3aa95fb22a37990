import { dayOf } from '../calendar';
import { type CellValue, cellText } from './cell';
import { cleanName, cleanText, spaced } from './clean';
import type { Column, Option } from './column';
import { readDay } from './dates';
import { lacksResult, showsError } from './formula';
import type { FoundColumn } from './headers';
import { readBoolean, readCount, readMinutes, readNumber } from './numbers';
import { readOption } from './options';
import { type Outcome, refuse, value } from './outcome';
import { readInstant, readTime } from './times';

/** What reading a cell needs besides the cell: the options kept as data and the fields read before in the row. */
export type ReadContext = {
  venueKinds: readonly Option[];
  before: Readonly<Record<string, unknown>>;
  date1904: boolean;
};

/** The value of every kind of cell but a relation, which is looked up elsewhere. */
export type CellContent = string | number | boolean | string[];

/** Reads a cell that is not blank by the kind of its column. A relation gives the name that it holds. */
export function readCell(cell: CellValue, found: FoundColumn, context: ReadContext): Outcome<CellContent> {
  const { column } = found;
  const broken = brokenFormula(cell, column);
  if (broken) return broken;
  switch (column.kind) {
    case 'text':
      return readText(cell, column);
    case 'relation':
    case 'record':
      return value(cleanName(cellText(cell)));
    case 'records':
      return readNames(cell);
    case 'number':
      return readNumber(cell, column);
    case 'time':
      return readClock(cell);
    case 'structure':
      return readStructure(cell);
    case 'list':
      return readList(cell, column.maxLength);
    case 'enum':
      return readOption(cellText(cell), column.options);
    case 'venueKind':
      return readOption(cellText(cell), context.venueKinds);
    case 'boolean':
      return readBoolean(cell);
    case 'integer':
      return readCount(cell, { max: column.max });
    case 'minutes':
      return readMinutes(cell, found.hours, { max: column.max });
    case 'date':
      return readDay(cell, context.date1904);
    case 'datetime': {
      const start = column.dayFrom ? context.before[column.dayFrom] : undefined;
      return readInstant(cell, typeof start === 'string' ? dayOf(start) : null, context.date1904);
    }
  }
}

/** A formula that shows an error, or whose result the file does not hold (`=…`): never taken for a text. */
function brokenFormula(cell: CellValue, column: Column): Outcome<never> | null {
  const text = cellText(cell);
  if (showsError(text)) {
    return refuse('WRONG_TYPE', `公式出错,请直接填写:${column.help}`, 'a value; this formula shows an error');
  }
  if (!lacksResult(text)) return null;
  return refuse(
    'WRONG_TYPE',
    `公式的结果;文件中没有存下结果,请在 Excel 中打开并保存一次,或“粘贴为数值”`,
    'the result of the formula, which the file does not hold: open and save it once, or paste values',
  );
}

/** A time of day as it is stored, `08:30:00.000`. */
function readClock(cell: CellValue): Outcome<string> {
  const text = typeof cell === 'object' && cell ? (cell.wall.split('T')[1] ?? '') : cellText(cell);
  const time = readTime(text);
  return time.ok ? value(`${time.value}.000`) : time;
}

/** Names of several records, one behind the other. */
const readNames = (cell: CellValue): Outcome<string[]> =>
  value(
    cellText(cell)
      .split(/[、;；\n]/)
      .map(cleanName)
      .filter(Boolean),
  );

/** The text of a structure, which must be JSON. */
function readStructure(cell: CellValue): Outcome<string> {
  const text = cellText(cell);
  try {
    JSON.parse(text);
    return value(text);
  } catch {
    return refuse('WRONG_TYPE', 'JSON,与导出的写法相同', 'JSON as an export writes it');
  }
}

const tooLong = (most: number) => refuse('TOO_LONG', `不超过 ${most} 个字`, `at most ${most} characters`);

function readText(cell: CellValue, column: Column & { kind: 'text' }): Outcome<string> {
  const text = plainText(cellText(cell), column);
  if ([...text].length > column.maxLength) return tooLong(column.maxLength);
  if (column.name && !/\p{L}/u.test(text))
    return refuse('WRONG_TYPE', '名称,不能只是数字', 'a name, not a number');
  if (column.pattern && !column.pattern.test.test(text)) {
    return refuse('WRONG_TYPE', column.pattern.words.zh, column.pattern.words.en);
  }
  return value(text);
}

function plainText(text: string, { name, narrow }: Column & { kind: 'text' }): string {
  if (narrow) return spaced(text);
  return name ? cleanName(text) : cleanText(text);
}

/** Several names in a cell, separated by 、 ， ; or a line break; repeated ones once. */
function readList(cell: CellValue, maxLength: number): Outcome<string[]> {
  const names = cellText(cell)
    .split(/[、,，;；\n]/)
    .map(cleanName)
    .filter((name) => name !== '');
  return names.some((name) => [...name].length > maxLength) ? tooLong(maxLength) : value([...new Set(names)]);
}
