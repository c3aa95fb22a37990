import { isDay, type Month, monthOf } from '../calendar';
import type { ErrorCode, Words } from '../text';

/** A row of a month's schedule before it is a record. Relations are addresses; null where nothing is said. */
export type ScheduleRow = {
  day: string | null;
  startTime: string | null;
  endTime: string | null;
  title: string | null;
  category: string | null;
  unit: string | null;
  venue: string | null;
  owner: string | null;
  planItem: string | null;
};

export type ScheduleField = keyof ScheduleRow;
export type ScheduleProblem = { field: ScheduleField; code: ErrorCode; words: Words };

const LIMITS = { title: 120, venue: 120, owner: 60 } as const;

/** Whether a text is a time of day as a schedule writes it, `09:30`. */
export const isTimeOfDay = (value: unknown): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

const problem = (field: ScheduleField, code: ErrorCode, zh: string, en: string): ScheduleProblem => ({
  field,
  code,
  words: { zh, en },
});

/**
 * What keeps a row out of the schedule of `month` (null: of any month): a missing title, category or day, a day of
 * another month, a time that is none, an end that does not come after its start, a text too long (in characters).
 * Empty when the row is sound.
 */
export function checkScheduleItem(row: ScheduleRow, month: Month | null): ScheduleProblem[] {
  return [...checkDay(row.day, month), ...checkTimes(row), ...checkTexts(row)];
}

function checkDay(day: string | null, month: Month | null): ScheduleProblem[] {
  if (!day) return [problem('day', 'REQUIRED', '请填写日期。', 'Give the day.')];
  if (!isDay(day)) return [problem('day', 'WRONG_TYPE', '日期应写成 2022-11-18 的样子。', 'Not a day.')];
  if (month === null || monthOf(day) === month) return [];
  return [problem('day', 'OUT_OF_RANGE', `日期不在 ${month} 月内。`, `The day is not in ${month}.`)];
}

function checkTimes({ startTime, endTime }: ScheduleRow): ScheduleProblem[] {
  const wrong = (['startTime', 'endTime'] as const)
    .filter(
      (field) => ({ startTime, endTime })[field] !== null && !isTimeOfDay({ startTime, endTime }[field]),
    )
    .map((field) => problem(field, 'WRONG_TYPE', '时间应写成 09:30 的样子。', 'A time such as 09:30.'));
  if (wrong.length > 0 || endTime === null) return wrong;
  if (startTime === null)
    return [problem('startTime', 'REQUIRED', '有结束时间时须有开始时间。', 'Give the start as well.')];
  return endTime > startTime
    ? []
    : [problem('endTime', 'ENDS_BEFORE_START', '结束时间须晚于开始时间。', 'The end comes after the start.')];
}

function checkTexts(row: ScheduleRow): ScheduleProblem[] {
  const missing = [
    ...(row.title?.trim() ? [] : [problem('title', 'REQUIRED', '请填写活动名称。', 'Give the title.')]),
    ...(row.category ? [] : [problem('category', 'REQUIRED', '请选择活动类别。', 'Choose the category.')]),
  ];
  const long = (['title', 'venue', 'owner'] as const)
    .filter((field) => [...(row[field] ?? '')].length > LIMITS[field])
    .map((field) =>
      problem(field, 'TOO_LONG', `不超过 ${LIMITS[field]} 个字。`, `At most ${LIMITS[field]} characters.`),
    );
  return [...missing, ...long];
}
