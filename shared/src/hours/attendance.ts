import type { Instant } from '../calendar';
import type { ErrorCode } from '../text/errors';
import type { Words } from '../text/words';

/** States of an activity in which it is recorded who was there: announced, so that it could take place, or later. */
const RECORDED_IN = ['announced', 'held', 'reported', 'verified', 'returned'];

export const takesAttendance = (activityState: string): boolean => RECORDED_IN.includes(activityState);

/** The longest that one person is at one activity (minutes): a day. Ours. */
export const LONGEST_ATTENDANCE = 24 * 60;

export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

export type AttendanceProblem = { field: string; code: ErrorCode; words?: Words };

type Attended = { startsAt: Instant; endsAt: Instant; minutes: number | null };

/**
 * What is wrong between the times of an attendance. `minutes` may be less than what lies between start and end (a
 * break), never more; null where they are those between.
 */
export function checkAttendance({ startsAt, endsAt, minutes }: Attended, now: Instant): AttendanceProblem[] {
  const between = minutesBetween(startsAt, endsAt);
  if (!(between > 0)) return [{ field: 'endsAt', code: 'ENDS_BEFORE_START' }];
  const problems: AttendanceProblem[] = [];
  if (between > LONGEST_ATTENDANCE) {
    const words = { zh: '一次出勤不超过24小时。', en: 'One attendance lasts at most 24 hours.' };
    problems.push({ field: 'endsAt', code: 'OUT_OF_RANGE', words });
  }
  if (Date.parse(startsAt) > Date.parse(now)) {
    const words = { zh: '尚未开始,不能登记出勤。', en: 'It has not begun yet.' };
    problems.push({ field: 'startsAt', code: 'OUT_OF_RANGE', words });
  }
  if (minutes !== null && minutes > between) {
    const words = {
      zh: `时长${minutes}分钟多于起止时间之间的${between}分钟。`,
      en: `${minutes} minutes are more than the ${between} between start and end.`,
    };
    problems.push({ field: 'minutes', code: 'OUT_OF_RANGE', words });
  }
  return problems;
}
