import type { Month } from '@jiedui/shared/calendar';
import { checkScheduleItem, type ScheduleProblem, type ScheduleRow } from '@jiedui/shared/planning';
import type { Words } from '@jiedui/shared/text';
import type { Row } from '../../providers/row';
import { scheduleRow } from './use-month';

/**
 * A row before it is saved. `read`: what could not be read of it, until its field is filled in by hand; `note`: what a
 * person should know of it.
 */
export type Draft = { key: string; values: ScheduleRow; read: ScheduleProblem[]; note: Words | null };

let made = 0;
export const draftOf = (
  values: ScheduleRow,
  note: Words | null = null,
  read: ScheduleProblem[] = [],
): Draft => {
  made += 1;
  return { key: `draft-${made}`, values, read, note };
};

const identity = ({ day, startTime, title }: ScheduleRow) => JSON.stringify([day, startTime, title?.trim()]);

const REPEATED: ScheduleProblem = {
  field: 'title',
  code: 'DUPLICATE',
  words: { zh: '同一天已有相同的安排。', en: 'The same is scheduled on that day already.' },
};

/** What is wrong with each row, also against each other and what the month already has. */
export function problemsOf(
  drafts: readonly Draft[],
  existing: readonly Row[],
  month: Month,
): ScheduleProblem[][] {
  const seen = new Set(existing.map((row) => identity(scheduleRow(row))));
  return drafts.map(({ values, read }) => {
    const unread = read.filter(({ field }) => values[field] === null);
    const told = new Set(unread.map(({ field }) => field));
    const more = checkScheduleItem(values, month).filter(({ field }) => !told.has(field));
    const repeated = seen.has(identity(values));
    seen.add(identity(values));
    return [...unread, ...more, ...(repeated ? [REPEATED] : [])];
  });
}

/** A row as the API takes it: what is not said is left out. */
export const toSend = ({ values }: Draft): Partial<ScheduleRow> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
