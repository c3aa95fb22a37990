import type { Book, Doubt } from '@jiedui/shared/hours';
import type { Knex } from 'knex';
import { fromColumn } from '../../read/codec';

/** A doubt with the rows that it is about: what it is called by, and the volunteer, activities or unit concerned. */
export type Candidate = Doubt & {
  key: string;
  volunteer?: number | null;
  activity?: number | null;
  otherActivity?: number | null;
  unit?: number | null;
};

/** The most that one search brings: a person could not look at more, and the next scan finds what is left. */
export const MOST_FOUND = 1000;

export type Row = Record<string, unknown>;

/**
 * A table of hours. `counts`: its rows that count; `timed`: those of them that say from when to when. `$` stands for the
 * alias of the table.
 */
export type HoursTable = { book: Book; table: string; counts: string; timed: string };

export const OURS: HoursTable = { book: 'ours', table: 'attendances', counts: '1 = 1', timed: '1 = 1' };
export const THEIRS: HoursTable = {
  book: 'theirs',
  table: 'ivolunteer_entries',
  counts: "$.standing = 'matched'",
  timed: "$.standing = 'matched' AND $.starts_at IS NOT NULL AND $.ends_at IS NOT NULL",
};
export const BOOKS: readonly HoursTable[] = [OURS, THEIRS];

/** The condition for rows of an alias. */
export const rowsOf = (condition: string, alias: string): string => condition.replaceAll('$', alias);

/** SQL of either database for the minutes between two moments. */
export const minutesSql = (knex: Knex, from: string, to: string): string =>
  knex.client.config.client === 'pg'
    ? `(EXTRACT(EPOCH FROM (${to} - ${from})) / 60)`
    : `((${to} - ${from}) / 60000.0)`;

export const instant = (value: unknown): string => String(fromColumn({ type: 'datetime' }, value));
export const rowId = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);
