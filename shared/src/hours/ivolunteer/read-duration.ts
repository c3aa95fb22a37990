import { type CellValue, cellText } from '../../workbook/cell';
import { compact } from '../../workbook/clean';

const MINUTES_A_DAY = 24 * 60;

/** The minutes of a duration, or what is wrong with it. */
export type Duration =
  | { ok: true; minutes: number }
  | { ok: false; code: 'unreadableMinutes' | 'negativeMinutes' | 'tooManyMinutes' };

/**
 * A duration: 2.5, "2.5小时", "150分钟", "2小时30分", "2:30", "02:30:00", a time-formatted cell. `unit` is that of a bare
 * number. Hours are rounded to whole minutes: the other system writes 1.33 for an hour and twenty.
 */
export function readDuration(cell: CellValue, unit: 'hours' | 'minutes'): Duration {
  const minutes = minutesOf(cell, unit);
  if (minutes === null) return { ok: false, code: 'unreadableMinutes' };
  if (minutes <= 0) return { ok: false, code: 'negativeMinutes' };
  if (minutes > MINUTES_A_DAY) return { ok: false, code: 'tooManyMinutes' };
  return { ok: true, minutes };
}

function minutesOf(cell: CellValue, unit: 'hours' | 'minutes'): number | null {
  // A cell that a workbook shows as a time of day: its day zero with the time.
  const text = compact(typeof cell === 'object' && cell ? (cell.wall.split('T')[1] ?? '') : cellText(cell));
  const clock = /^(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const both = /^(\d+)(?:个?小时|时|h)(\d+)(?:分钟?|min|m)?$/i.exec(text);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const one = /^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)(个?小时|时|h|分钟?|min|m)?$/i.exec(
    text,
  );
  if (!one) return null;
  const number = Number((one[1] ?? '').replaceAll(',', ''));
  const inHours = one[2] ? /时|h/i.test(one[2]) : unit === 'hours';
  return Math.round(inHours ? number * 60 : number);
}
