import { type Day, type Instant, instantAt } from '../calendar';
import type { CellValue } from './cell';
import { compact } from './clean';
import { fromSerial, readDay, splitDay } from './dates';
import { type Outcome, refuse, value } from './outcome';

const wrongTime = () => refuse('WRONG_TYPE', '时间,如 09:30 或 上午9:30', 'a time such as 09:30');
const noTime = () =>
  refuse('WRONG_TYPE', '日期和时间,如 2022-07-18 09:30', 'a day and a time, such as 2022-07-18 09:30');

const TIME =
  /^T?(凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚|AM|PM)?(\d{1,2})(?:[:点时](半|一刻|三刻|\d{1,2})?分?)(?::?(\d{1,2})秒?)?(?:\.0+)?(AM|PM)?$/i;
const MINUTES: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };
const AFTERNOON = ['下午', '傍晚', '晚上', '晚', 'pm'];

const two = (number: number) => String(number).padStart(2, '0');

/** A time of day as `HH:mm:ss`: 9:30, 9：30, 上午9:30, 下午2点半, 14时30分, 2:30 PM. */
export function readTime(text: string): Outcome<string> {
  const match = TIME.exec(compact(text));
  if (!match) return wrongTime();
  const [, before = '', hours = '', minutes = '0', seconds = '0', behind = ''] = match;
  const half = (behind || before).toLowerCase();
  const hour = hourOf(Number(hours), half);
  const minute = MINUTES[minutes] ?? Number(minutes);
  if (hour === null || minute > 59 || Number(seconds) > 59) return wrongTime();
  return value(`${two(hour)}:${two(minute)}:${two(Number(seconds))}`);
}

function hourOf(hour: number, half: string): number | null {
  if (hour > 23) return null;
  if (AFTERNOON.includes(half)) return hour < 12 ? hour + 12 : hour;
  // 中午12:30 is half past twelve, 中午1点 is one o'clock in the afternoon.
  if (half === '中午') return hour < 11 ? hour + 12 : hour;
  return (half === 'am' || half === '凌晨') && hour === 12 ? 0 : hour;
}

const clockOf = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/**
 * A cell of a moment column as an instant. A bare time of day takes the day of `sameDay` (an end without its own
 * day). A day without a time is refused: midnight would be a guess.
 */
export function readInstant(cell: CellValue, sameDay: Day | null = null, date1904 = false): Outcome<Instant> {
  if (typeof cell === 'string') return fromText(cell, sameDay, date1904);
  const moment = typeof cell === 'number' ? fromNumber(cell, date1904) : wallOf(cell);
  if (!moment) return noTime();
  if (moment.bare) return sameDay ? value(instantAt(sameDay, moment.time)) : noTime();
  const day = readDay({ wall: moment.day });
  if (!day.ok) return day;
  return moment.time === '00:00:00' ? noTime() : value(instantAt(day.value, moment.time));
}

/** Whether a cell holds a time of day only. */
export const isBareTime = (cell: CellValue): boolean =>
  typeof cell === 'string'
    ? readTime(cell).ok
    : ((typeof cell === 'number' ? fromNumber(cell, false) : wallOf(cell))?.bare ?? false);

type Moment = { day: Day; time: string; bare: boolean };

function fromNumber(number: number, date1904: boolean): Moment | null {
  const read = fromSerial(number, date1904);
  return read && { day: read.day, time: clockOf(read.seconds), bare: number > 0 && number < 1 };
}

function wallOf(cell: CellValue): Moment | null {
  if (typeof cell !== 'object' || !cell) return null;
  const [day = '', time = '00:00:00'] = cell.wall.split('T');
  // Excel keeps a bare time of day on its day zero.
  return { day, time, bare: day < '1900-01-02' };
}

function fromText(text: string, sameDay: Day | null, date1904: boolean): Outcome<Instant> {
  const tidy = compact(text);
  if (/^\d{5}\.\d+$/.test(tidy)) return readInstant(Number(tidy), sameDay, date1904);
  const bare = readTime(tidy);
  if (bare.ok) return sameDay ? value(instantAt(sameDay, bare.value)) : noTime();
  const { day, rest } = splitDay(text);
  if (!day.ok) return day;
  if (rest === '') return noTime();
  const time = readTime(rest);
  return time.ok ? value(instantAt(day.value, time.value)) : time;
}
