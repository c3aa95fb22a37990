import type { Month } from '../calendar';
import type { FocusWeekReading } from '../programme';
import type { ScheduleRow } from './check-schedule';
import { type CopiedDay, dayInMonth } from './copy-day';

type Dated = ScheduleRow & { day: string };

/** The rows of a month as another one would have them, in the order of their new days, each with how it moved. */
export function copyMonth(
  rows: readonly Dated[],
  to: Month,
  reading: FocusWeekReading,
): (Dated & { by: CopiedDay['by'] })[] {
  return rows
    .map((row) => ({ ...row, planItem: null, ...dayInMonth(row.day, to, reading) }))
    .sort((a, b) => order(a) - order(b) || (key(a) < key(b) ? -1 : 1));
}

const order = ({ day }: Dated) => Number(day.replaceAll('-', ''));
const key = ({ startTime, title }: Dated) => `${startTime ?? ''}|${title ?? ''}`;
