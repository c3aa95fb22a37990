import { type Actor, can } from '@jiedui/shared/access';
import type { DayRange } from '@jiedui/shared/calendar';
import { reader } from '../read/reader';
import type { PackList } from './pack-records';

/** Names and figures, as they stand in the ledger. */
export type HourTotals = [string, number][];

const total = ({ records }: PackList, field: string): number =>
  records.reduce((sum, record) => sum + Number(record[field] ?? 0), 0);

/** What the unit's activities report of their volunteers, and what is entered of them one by one. */
export async function hourTotals(
  actor: Actor,
  unitId: number,
  { from, to }: DayRange,
  activities: PackList,
): Promise<HourTotals> {
  const reported: HourTotals = [
    ['活动场次', activities.records.length],
    ['活动填报的参加人次', total(activities, 'actualPeople')],
    ['活动填报的志愿者人次', total(activities, 'volunteers')],
    ['活动填报的服务时长(分钟)', total(activities, 'serviceMinutes')],
  ];
  if (!can(actor.role, 'read', 'attendance')) return reported;
  const [row] = await reader().all(
    `SELECT COUNT(DISTINCT a.volunteer_id) AS people, COALESCE(SUM(a.minutes), 0) AS minutes
     FROM attendances a JOIN activities x ON x.id = a.activity_id
     WHERE x.unit_id = ? AND x.day >= ? AND x.day <= ?`,
    [unitId, from, to],
  );
  return [
    ...reported,
    ['逐人登记的志愿者人数', Number(row?.people ?? 0)],
    ['逐人登记的服务时长(分钟)', Number(row?.minutes ?? 0)],
  ];
}
