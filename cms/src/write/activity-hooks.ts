import { announcesAnew, checkActivity, leavesNoNotice, NO_NOTICE_WORDS } from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import { checkBookings } from '../activity/bookings';
import { clock } from '../clock';
import { touchActivity } from '../ledger/touched';
import { modelOf } from '../read/model';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

type Start = { startsAt: string; state?: unknown };

/** An activity's day and month are those of its start in the programme's time zone. */
export const activityHooks: Hooks = {
  async complete(trx, rows, before) {
    for (const row of rows) {
      // The public is told of the new time at this moment, so from here its notice counts.
      if (before && announcesAnew(before as Start, row as Start)) row.announcedAt = clock().now();
    }
    for (const row of rows) {
      const day = dayOf(String(row.startsAt));
      row.day = day;
      row.month = day.slice(0, 7);
    }
    const open = rows.filter((row) => row.pairing === null || row.pairing === undefined);
    if (open.length === 0) return;
    const pairings = await pairingsOf(trx, new Set(open.map((row) => Number(row.unit))));
    for (const row of open) row.pairing = pairings.get(`${row.unit}|${row.station}`) ?? null;
  },
  async check(trx, values, before, writer) {
    const errors = checkActivity(values).map(({ field, code, words }) => fieldError([field], code, words));
    // Moments that are none have been named already, and cannot be compared.
    if (before && errors.length === 0 && leavesNoNotice(before as Start, values as Start, clock().now()))
      errors.push(fieldError(['startsAt'], 'MOVED_WITHOUT_NOTICE', NO_NOTICE_WORDS));
    return [
      ...errors,
      ...(await otherPairings(trx, values)),
      ...(await ofSite(trx, values)),
      ...(await checkBookings(trx, values, before, writer)),
    ];
  },
  async inserted(trx, rows) {
    for (const { values } of rows) touchActivity(trx, null, values);
  },
  async updated(trx, { values }, before) {
    touchActivity(trx, before, values);
  },
  deleted(trx, before) {
    touchActivity(trx, before, null);
  },
};

/** Those that took part besides are paired with the same site, and none of them is the one whose activity it is. */
async function otherPairings(trx: Knex.Transaction, { alsoPairings, station, unit }: Values) {
  const also = (alsoPairings as number[] | null | undefined) ?? [];
  if (also.length === 0) return [];
  const fitting = await trx('pairings')
    .whereIn('id', also)
    .where({ station_id: station })
    .whereNot({ unit_id: unit })
    .select('id');
  if (fitting.length === new Set(also).size) return [];
  const words = {
    zh: '只能选择与本阵地结对的其他单位。',
    en: 'Only other units that are paired with this site.',
  };
  return [fieldError(['alsoPairings'], 'NOT_AN_OPTION', words)];
}

/** An activity carries out what the schedule of its own site says. */
async function ofSite(trx: Knex.Transaction, { scheduleItem, station }: Values) {
  if (!scheduleItem) return [];
  const found = await trx('schedule_items').where({ id: scheduleItem, station_id: station }).first('id');
  const words = { zh: '不是本阵地的月度安排。', en: 'It is not in the schedule of this site.' };
  return found ? [] : [fieldError(['scheduleItem'], 'NOT_AN_OPTION', words)];
}

const CHUNK = 500;

async function pairingsOf(trx: Knex.Transaction, units: Set<number>): Promise<Map<string, number>> {
  const { table } = modelOf('pairing');
  const found = new Map<string, number>();
  const ids = [...units];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await trx(table)
      .whereIn('unit_id', ids.slice(start, start + CHUNK))
      .select('id', 'unit_id', 'station_id');
    for (const row of rows) found.set(`${row.unit_id}|${row.station_id}`, Number(row.id));
  }
  return found;
}
