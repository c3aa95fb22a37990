import type { Month } from '../calendar';
import { compact } from '../workbook/clean';
import { readDay } from '../workbook/dates';
import { type Outcome, refuse, value } from '../workbook/outcome';
import { readTime } from '../workbook/times';

const WEEKDAY = /[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?$/;
const IN_YEAR = /^(\d{1,2})[-/.月](\d{1,2})(?:日|号)?$/;
const IN_MONTH = /^(\d{1,2})(?:日|号)?$/;

/**
 * A day as schedules write it. One without its year (`11月18日`, `11/18`) or without its month (`18日`) is one of the
 * month that the schedule is for; a month that is named stays what it is, so that a wrong one is seen.
 */
export function readScheduleDay(text: string, month: Month): Outcome<string> {
  const plain = compact(text).replace(WEEKDAY, '');
  const [year = ''] = month.split('-');
  const inYear = IN_YEAR.exec(plain);
  if (inYear) return readDay(`${year}-${inYear[1]}-${inYear[2]}`);
  const inMonth = IN_MONTH.exec(plain);
  if (inMonth) return readDay(`${month}-${inMonth[1]}`);
  return readDay(text);
}

const BETWEEN = /[-–—~至到]+/;
const HALF = /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)/;

export type Times = { startTime: string; endTime: string | null };

const wrong = () => refuse('WRONG_TYPE', '时间,如 9:00-10:30', 'times such as 9:00-10:30');

/** The times of a cell: `9:00-10:30`, `下午2点半至4点` (the half of the day goes on), or a start alone. */
export function readTimes(text: string): Outcome<Times> {
  const [from = '', to, ...more] = compact(text).split(BETWEEN);
  const start = readTime(from);
  if (!start.ok || more.length > 0) return wrong();
  const startTime = start.value.slice(0, 5);
  if (to === undefined) return value({ startTime, endTime: null });
  const half = HALF.exec(from)?.[0] ?? '';
  const end = readTime(to);
  const later = half && !HALF.test(to) && end.ok && end.value <= start.value ? readTime(half + to) : end;
  return later.ok ? value({ startTime, endTime: later.value.slice(0, 5) }) : wrong();
}
