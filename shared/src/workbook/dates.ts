import { addDays, type Day, isDay } from '../calendar';
import type { CellValue } from './cell';
import { compact, spaced } from './clean';
import { type Outcome, refuse, value } from './outcome';

const EXPECTED_ZH = '日期,如 2022-07-18 或 2022年7月18日';
const EXPECTED_EN = 'a day such as 2022-07-18';
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

const wrongDay = () => refuse('WRONG_TYPE', EXPECTED_ZH, EXPECTED_EN);
const noYear = () =>
  refuse('WRONG_TYPE', `带年份的${EXPECTED_ZH}`, 'a day with its year, such as 2022-07-18');

function checked(day: Day): Outcome<Day> {
  if (!isDay(day)) return refuse('WRONG_TYPE', `日历上存在的${EXPECTED_ZH}`, 'a day that exists');
  const year = Number(day.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse('OUT_OF_RANGE', `${FIRST_YEAR} 年至 ${LAST_YEAR} 年之间的日期`, '2000 to 2099');
  }
  return value(day);
}

const join = (year: string, month: string, day: string): Day =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const DAY = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})(?!\d)(?:日|号)?/;
const PACKED = /^(20\d{2})(\d{2})(\d{2})(?!\d)/;
const NO_YEAR = /^\d{1,2}[-/.月]\d{1,2}(日|号)?(?!\d|[-/.])/;
const SHORT_YEAR = /^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/;

/**
 * The day at the beginning of a text and what follows it: 2022-07-18, 2022/7/18, 2022.7.18, 2022年7月18日,
 * 20220718, with a weekday behind it ("星期一", "(周一)"). A day without its year is refused: guessing the year
 * would put a record into the wrong one. The space between day and time counts: 2022/8/1 11:00 is the first, and
 * 2022/8/111:00 could be the first as well as the eleventh.
 */
export function splitDay(text: string): { day: Outcome<Day>; rest: string } {
  const tidy = spaced(text).replace(/ ?([-/.年月日号]) ?/g, '$1');
  const match = DAY.exec(tidy) ?? PACKED.exec(tidy);
  if (!match) {
    const day = NO_YEAR.test(tidy) || SHORT_YEAR.test(tidy) ? noYear() : wrongDay();
    return { day, rest: compact(tidy) };
  }
  const [whole, year = '', month = '', day = ''] = match;
  const rest = compact(tidy.slice(whole.length)).replace(/^[(]?(星期|周|礼拜)[一二三四五六日天][)]?/, '');
  return { day: checked(join(year, month, day)), rest };
}

/**
 * Day and seconds of day of an Excel serial number. The 1900 system counts a 29 February 1900 that never was, so
 * days before 1 March 1900 are one further; null outside of what Excel itself can show.
 */
export function fromSerial(serial: number, date1904 = false): { day: Day; seconds: number } | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 0 || whole > 2_958_465) return null;
  const seconds = Math.round((serial - whole) * 86_400);
  const day = whole + (seconds === 86_400 ? 1 : 0);
  const sinceEpoch = date1904 ? day : day < 60 ? day - 1 : day - 2;
  return { day: addDays(date1904 ? '1904-01-01' : '1900-01-01', sinceEpoch), seconds: seconds % 86_400 };
}

/** A cell of a day column as `2022-07-18`. A time of day behind the day is refused. */
export function readDay(cell: CellValue, date1904 = false): Outcome<Day> {
  if (typeof cell === 'object' && cell) return checked(cell.wall.slice(0, 10));
  if (typeof cell === 'number') return fromNumber(cell, date1904);
  if (typeof cell !== 'string') return wrongDay();
  if (/^\d{5}(\.\d+)?$/.test(compact(cell))) return fromNumber(Number(compact(cell)), date1904);
  const { day, rest } = splitDay(cell);
  return day.ok && rest !== '' && !/^T?0{1,2}:00(:00)?$/.test(rest) ? wrongDay() : day;
}

function fromNumber(number: number, date1904: boolean): Outcome<Day> {
  if (Number.isInteger(number) && PACKED.test(String(number)) && String(number).length === 8) {
    return splitDay(String(number)).day;
  }
  const read = fromSerial(number, date1904);
  return read ? checked(read.day) : wrongDay();
}
