import type { Month } from '../calendar';
import type { ScheduleRow } from './check-schedule';

/** An item of a site's annual plan. `plannedCount`: how often in the month. Relations are addresses. */
export type PlanRow = {
  id: string;
  month: Month;
  title: string;
  category: string;
  unit: string | null;
  owner: string | null;
  plannedCount: number;
};

/**
 * What the annual plan still asks of a month's schedule: a row for each time that is planned and not scheduled yet
 * (`scheduled`: the items that the schedule's rows carry out, one entry a row). The days are for a person to say.
 */
export function remainingRows(
  items: readonly PlanRow[],
  month: Month,
  scheduled: readonly (string | null)[],
): ScheduleRow[] {
  return items
    .filter((item) => item.month === month)
    .flatMap((item) => {
      const left = item.plannedCount - scheduled.filter((id) => id === item.id).length;
      return Array.from({ length: Math.max(0, left) }, () => rowOf(item));
    });
}

const rowOf = ({ id, title, category, unit, owner }: PlanRow): ScheduleRow => ({
  day: null,
  startTime: null,
  endTime: null,
  title,
  category,
  unit,
  venue: null,
  owner,
  planItem: id,
});
