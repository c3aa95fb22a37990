import type { CellValue } from './cell';
import { compact } from './clean';
import { type Outcome, refuse, value } from './outcome';

const NUMBER = /^(?:约|共)?([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)(.*)$/;
const COUNT_WORDS = ['', '人', '名', '位', '人次', '个', '户', '分钟', '分'];

const wrongCount = () => refuse('WRONG_TYPE', '整数,如 120', 'a whole number such as 120');

function split(cell: CellValue): { number: number; unit: string } | null {
  if (typeof cell === 'number') return { number: cell, unit: '' };
  if (typeof cell !== 'string') return null;
  const match = NUMBER.exec(compact(cell));
  if (!match) return null;
  return { number: Number((match[1] ?? '').replaceAll(',', '')), unit: match[2] ?? '' };
}

/** A whole number: 120, "１２０人", "1,200". A fraction is refused, never rounded. */
export function readCount(cell: CellValue, range: { min?: number; max?: number } = {}): Outcome<number> {
  const read = split(cell);
  if (!read || !COUNT_WORDS.includes(read.unit)) return wrongCount();
  return whole(read.number, range);
}

/** Any number: 12.5, "1,200", "－３"; `exact` ones are too large for a number and stay text. */
export function readNumber(
  cell: CellValue,
  { whole: isWhole, exact }: { whole: boolean; exact: boolean },
): Outcome<number | string> {
  if (exact && typeof cell === 'string') {
    const digits = compact(cell).replaceAll(',', '');
    return /^[+-]?\d{1,19}$/.test(digits) ? value(digits.replace(/^\+/, '')) : wrongCount();
  }
  const read = split(cell);
  if (!read || !COUNT_WORDS.includes(read.unit))
    return isWhole ? wrongCount() : refuse('WRONG_TYPE', '数字,如 12.5', 'a number such as 12.5');
  if (isWhole && !Number.isInteger(read.number)) return wrongCount();
  return value(exact ? String(read.number) : read.number);
}

/** Minutes: "90", "90分钟", "1.5小时", "2小时30分钟"; `hours`: the column's heading says hours. */
export function readMinutes(
  cell: CellValue,
  hours: boolean,
  range: { min?: number; max?: number } = {},
): Outcome<number> {
  const expected = refuse('WRONG_TYPE', '分钟数,如 90 或 1.5小时', 'minutes such as 90');
  const both = typeof cell === 'string' ? /^(\d+)(?:小时|时)(\d+)(?:分钟|分)$/.exec(compact(cell)) : null;
  if (both) return whole(Number(both[1]) * 60 + Number(both[2]), range);
  const read = split(cell);
  if (!read) return expected;
  const isHours = ['小时', '个小时', '时', 'h'].includes(read.unit) || (hours && read.unit === '');
  if (!isHours && !['', '分钟', '分', 'min'].includes(read.unit)) return expected;
  // Hours such as 0.7 are not exact in binary: 0.7 × 60 must not become 41.99….
  const minutes = isHours ? Math.round(read.number * 6000) / 100 : read.number;
  return Number.isInteger(minutes) ? whole(minutes, range) : expected;
}

function whole(
  number: number,
  { min = 0, max = 1_000_000 }: { min?: number; max?: number },
): Outcome<number> {
  if (!Number.isInteger(number)) return wrongCount();
  if (number < min || number > max) return refuse('OUT_OF_RANGE', `${min} 至 ${max}`, `${min} to ${max}`);
  return value(number);
}

const YES = ['是', '有', '对', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1', '已审核'];
const NO = ['否', '无', '不是', '×', '✗', '✘', '☐', 'x', 'n', 'no', 'false', '0', '不'];

/** Yes or no: 是, 否, √, ×, Y, N, 1, 0 and a checkbox. */
export function readBoolean(cell: CellValue): Outcome<boolean> {
  const word = typeof cell === 'object' ? '' : compact(String(cell)).toLowerCase();
  if (YES.includes(word)) return value(true);
  if (NO.includes(word)) return value(false);
  return refuse('NOT_AN_OPTION', '是 或 否', 'yes or no');
}
