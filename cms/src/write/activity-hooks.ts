import { checkActivity } from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import { modelOf } from '../read/model';
import type { Hooks } from './hooks';

/** An activity's day and month are those of its start in the programme's time zone. */
export const activityHooks: Hooks = {
  async complete(trx, rows) {
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
  check: (_trx, values) =>
    checkActivity(values).map(({ field, code, words }) => fieldError([field], code, words)),
};

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
