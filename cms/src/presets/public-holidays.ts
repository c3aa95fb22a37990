import { addDays, type Day } from '@jiedui/shared/calendar';
import { getDayDetail } from 'chinese-days';

type Holiday = { reason: string; startsOn: Day; endsOn: Day };

/**
 * The public holidays of China that touch the days, as the State Council has set them, with the days that were made
 * free for them. Days on which work is made up are no holidays.
 */
export function holidaysWithin(from: Day, to: Day): Holiday[] {
  const holidays: Holiday[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { work, name } = getDayDetail(day);
    const [, reason] = name.split(',');
    if (work || reason === undefined) continue;
    const last = holidays.at(-1);
    if (last && last.reason === reason && addDays(last.endsOn, 1) === day) last.endsOn = day;
    else holidays.push({ reason, startsOn: day, endsOn: day });
  }
  return holidays;
}

/** Whether a day is worked on: public holidays are not, days on which work is made up are. */
export const isWorkday = (day: Day): boolean => getDayDetail(day).work;
