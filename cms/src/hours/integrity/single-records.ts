import { dayOf, daysBetween } from '@jiedui/shared/calendar';
import { DOUBT_LIMITS } from '@jiedui/shared/hours';
import type { Knex } from 'knex';
import { BOOKS, type Candidate, instant, MOST_FOUND, minutesSql, type Row, rowId, rowsOf } from './books';

/** Records that came long after the day they are about. */
export async function lateEntries(knex: Knex): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const days = `${minutesSql(knex, 'a.starts_at', 'a.entered_at')} / 1440`;
  for (const one of BOOKS) {
    const rows = (await knex(`${one.table} as a`)
      .whereRaw(`${rowsOf(one.timed, 'a')} AND a.entered_at IS NOT NULL AND ${days} > ?`, [
        DOUBT_LIMITS.lateDays,
      ])
      .select('a.document_id', 'a.volunteer_id', 'a.activity_id', 'a.starts_at', 'a.entered_at')
      .orderBy('a.entered_at', 'desc')
      .limit(MOST_FOUND)) as Row[];
    found.push(
      ...rows.map((row): Candidate => {
        const day = dayOf(instant(row.starts_at));
        const enteredOn = dayOf(instant(row.entered_at));
        return {
          kind: 'lateEntry',
          key: `lateEntry|${row.document_id}`,
          volunteer: rowId(row.volunteer_id),
          activity: rowId(row.activity_id),
          facts: { book: one.book, day, enteredOn, days: daysBetween(day, enteredOn) },
        };
      }),
    );
  }
  return found;
}

/** Records that reach beyond the activity they are of. */
export async function outsideActivities(knex: Knex): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const before = minutesSql(knex, 'a.starts_at', 't.starts_at');
  const behind = minutesSql(knex, 't.ends_at', 'a.ends_at');
  const planned = minutesSql(knex, 't.starts_at', 't.ends_at');
  const { marginMinutes } = DOUBT_LIMITS;
  for (const one of BOOKS) {
    const rows = (await knex(`${one.table} as a`)
      .join('activities as t', 't.id', 'a.activity_id')
      .whereRaw(rowsOf(one.timed, 'a'))
      .whereRaw(`(${before} > ? OR ${behind} > ? OR a.minutes - ${planned} > ?)`, [
        marginMinutes,
        marginMinutes,
        marginMinutes,
      ])
      .select('a.document_id', 'a.volunteer_id', 'a.activity_id', 'a.starts_at', 'a.ends_at', 'a.minutes')
      .select({ planned_from: 't.starts_at', planned_to: 't.ends_at' })
      .orderBy('a.starts_at', 'desc')
      .limit(MOST_FOUND)) as Row[];
    found.push(
      ...rows.map(
        (row): Candidate => ({
          kind: 'outsideActivity',
          key: `outsideActivity|${row.document_id}`,
          volunteer: rowId(row.volunteer_id),
          activity: rowId(row.activity_id),
          facts: {
            book: one.book,
            startsAt: instant(row.starts_at),
            endsAt: instant(row.ends_at),
            minutes: Number(row.minutes),
            plannedFrom: instant(row.planned_from),
            plannedTo: instant(row.planned_to),
          },
        }),
      ),
    );
  }
  return found;
}
