import type { Book } from '@jiedui/shared/hours';
import type { Knex } from 'knex';
import {
  type Candidate,
  type HoursTable,
  instant,
  MOST_FOUND,
  OURS,
  type Row,
  rowId,
  rowsOf,
  THEIRS,
} from './books';

/** Two records of one person at the same time: of one book, or of both where they are about different activities. */
export async function overlaps(knex: Knex): Promise<Candidate[]> {
  const pairs: [HoursTable, HoursTable, string][] = [
    [OURS, OURS, 'b.id > a.id'],
    [THEIRS, THEIRS, 'b.id > a.id'],
    [OURS, THEIRS, 'b.activity_id <> a.activity_id'],
  ];
  const found: Candidate[] = [];
  for (const [one, other, apart] of pairs) {
    const rows = (await knex
      .select({
        one_id: 'a.document_id',
        other_id: 'b.document_id',
        volunteer: 'a.volunteer_id',
        activity: 'a.activity_id',
        other_activity: 'b.activity_id',
        a_from: 'a.starts_at',
        a_to: 'a.ends_at',
        b_from: 'b.starts_at',
        b_to: 'b.ends_at',
      })
      .from({ a: one.table })
      .join({ b: other.table }, 'b.volunteer_id', 'a.volunteer_id')
      .whereRaw(`b.starts_at < a.ends_at AND b.ends_at > a.starts_at AND ${apart}`)
      .whereRaw(`${rowsOf(one.timed, 'a')} AND ${rowsOf(other.timed, 'b')}`)
      .orderBy('a.starts_at', 'desc')
      .limit(MOST_FOUND)) as Row[];
    found.push(...rows.map((row) => overlapOf(row, one.book, other.book)));
  }
  return found;
}

function overlapOf(row: Row, one: Book, other: Book): Candidate {
  const same = row.activity === row.other_activity;
  return {
    kind: 'overlap',
    key: `overlap|${[row.one_id, row.other_id].sort().join('|')}`,
    volunteer: rowId(row.volunteer),
    activity: rowId(row.activity),
    otherActivity: same ? null : rowId(row.other_activity),
    facts: {
      spans: [
        { book: one, startsAt: instant(row.a_from), endsAt: instant(row.a_to) },
        { book: other, startsAt: instant(row.b_from), endsAt: instant(row.b_to) },
      ],
    },
  };
}
