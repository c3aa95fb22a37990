import { type Book, DOUBT_LIMITS } from '@jiedui/shared/hours';
import type { Knex } from 'knex';
import { BOOKS, type Candidate, MOST_FOUND, OURS, type Row, rowId, rowsOf, THEIRS } from './books';

/** Days on which somebody has more hours than a day leaves. */
export async function longDays(knex: Knex): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const one of BOOKS) {
    const rows = (await knex(`${one.table} as a`)
      .join('volunteers as v', 'v.id', 'a.volunteer_id')
      .whereRaw(rowsOf(one.counts, 'a'))
      .groupBy('v.id', 'v.document_id', 'a.day')
      .select({ volunteer: 'v.id', document: 'v.document_id', day: 'a.day' })
      .sum({ minutes: 'a.minutes' })
      .count({ records: '*' })
      .max({ activity: 'a.activity_id' })
      .havingRaw('sum(a.minutes) > ?', [DOUBT_LIMITS.dayMinutes])
      .orderBy('a.day', 'desc')
      .limit(MOST_FOUND)) as Row[];
    found.push(
      ...rows.map((row): Candidate => {
        const [day, minutes, records] = [String(row.day), Number(row.minutes), Number(row.records)];
        return {
          kind: 'longDay',
          key: `longDay|${one.book}|${row.document}|${day}`,
          volunteer: rowId(row.volunteer),
          activity: rowId(row.activity),
          facts: { book: one.book, day, minutes, records },
        };
      }),
    );
  }
  return found;
}

/** Habits of whoever enters: of a unit in what is entered here, of a person in the other system. */
export async function roundedHabits(knex: Knex): Promise<Candidate[]> {
  const byUnit = knex('attendances as a')
    .join('activities as t', 't.id', 'a.activity_id')
    .join('units as s', 's.id', 't.unit_id');
  const byPerson = knex('ivolunteer_entries as a')
    .join('volunteers as s', 's.id', 'a.volunteer_id')
    .where('a.standing', 'matched');
  const counted = async (query: Knex.QueryBuilder) =>
    (await query
      .groupBy('s.id', 's.document_id')
      .select({ subject: 's.id', document: 's.document_id' })
      .count({ records: '*' })
      .select(knex.raw('sum(CASE WHEN a.minutes % 60 = 0 THEN 1 ELSE 0 END) AS whole_hours'))
      .select(knex.raw('sum(CASE WHEN a.minutes % 30 = 0 THEN 1 ELSE 0 END) AS half_hours'))
      .havingRaw(
        'count(*) >= ? AND sum(CASE WHEN a.minutes % 30 = 0 THEN 1 ELSE 0 END) >= CAST(? AS numeric) * count(*)',
        [DOUBT_LIMITS.roundedLeast, Math.min(DOUBT_LIMITS.roundedHours, DOUBT_LIMITS.roundedHalves)],
      )
      .orderBy('s.id')
      .limit(MOST_FOUND)) as Row[];
  const [units, people] = [await counted(byUnit), await counted(byPerson)];
  return [
    ...units.map((row) => ({ ...roundedOf(row, OURS.book), unit: rowId(row.subject) })),
    ...people.map((row) => ({ ...roundedOf(row, THEIRS.book), volunteer: rowId(row.subject) })),
  ];
}

const roundedOf = (row: Row, book: Book): Candidate => ({
  kind: 'rounded',
  key: `rounded|${book}|${row.document}`,
  facts: {
    book,
    records: Number(row.records),
    wholeHours: Number(row.whole_hours),
    halfHours: Number(row.half_hours),
  },
});
