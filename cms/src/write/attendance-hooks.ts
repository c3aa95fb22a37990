import { dayOf } from '@jiedui/shared/calendar';
import { checkAttendance, minutesBetween, takesAttendance } from '@jiedui/shared/hours';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { namesById } from '../hours/names-by-id';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

/** Who was at an activity, from when to when. */
export const attendanceHooks: Hooks = {
  async complete(trx, rows) {
    const titles = await namesById(
      trx,
      'activities',
      'title',
      rows.map(({ activity }) => Number(activity)),
    );
    const people = await namesById(
      trx,
      'volunteers',
      'name',
      rows.map(({ volunteer }) => Number(volunteer)),
    );
    const registered = await registeredAmong(trx, rows);
    for (const row of rows) {
      row.title = `${people.get(Number(row.volunteer)) ?? ''} · ${titles.get(Number(row.activity)) ?? ''}`;
      row.day = dayOf(String(row.startsAt));
      row.minutes ??= minutesBetween(String(row.startsAt), String(row.endsAt));
      row.registered ??= registered.has(Number(row.volunteer));
      row.enteredAt ??= clock().now();
    }
  },
  async check(trx, values, before) {
    return [...checkTimes(values), ...(await checkActivity(trx, values, before))];
  },
};

async function registeredAmong(trx: Knex.Transaction, rows: Values[]): Promise<Set<number>> {
  const ids = rows.map(({ volunteer }) => Number(volunteer));
  const found = await trx('volunteers')
    .whereIn('id', [...new Set(ids)])
    .where({ registered: true })
    .select('id');
  return new Set(found.map(({ id }) => Number(id)));
}

function checkTimes({ startsAt, endsAt, minutes }: Values): FieldError[] {
  if (!startsAt || !endsAt) return [];
  const times = { startsAt: String(startsAt), endsAt: String(endsAt) };
  const given = typeof minutes === 'number' ? minutes : null;
  return checkAttendance({ ...times, minutes: given }, clock().now()).map(({ field, code, words }) =>
    fieldError([field], code, words),
  );
}

async function checkActivity(
  trx: Knex.Transaction,
  { activity }: Values,
  before: Values | null,
): Promise<FieldError[]> {
  if (!activity) return [];
  const words = {
    zh: '登记后不能改到另一活动,请删除后重新登记。',
    en: 'It cannot move to another activity; delete it and enter it there.',
  };
  if (before && before.activity !== activity) return [fieldError(['activity'], 'STATE_LOCKED', words)];
  const row = await trx('activities').where({ id: activity }).first('state');
  if (!row || takesAttendance(String(row.state))) return [];
  const notYet = {
    zh: '活动公示之后才能登记出勤,已取消的不登记。',
    en: 'Attendance is entered once the activity was announced, and not where it was cancelled.',
  };
  return [fieldError(['activity'], 'STATE_LOCKED', notYet)];
}
