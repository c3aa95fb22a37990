import type { CadenceParty, CadenceRule } from '@jiedui/shared/programme';
import { dialect } from '../read/reader';
import type { Sql } from '../read/scope-sql';

type Per = CadenceParty['per'];

const least = (one: string, other: string) =>
  dialect() === 'postgres' ? `LEAST(${one}, ${other})` : `min(${one}, ${other})`;
const greatest = (one: string, other: string) =>
  dialect() === 'postgres' ? `GREATEST(${one}, ${other})` : `max(${one}, ${other})`;
const daysBetween = (from: string, to: string) =>
  dialect() === 'postgres' ? `(${to} - ${from})` : `(julianday(${to}) - julianday(${from}))`;

/** A window `w` as it is for a party: clipped to the days of a pairing, and owed if enough of them are left. */
export function windowOf(per: Per, party = 't'): { from: string; to: string; owed: string } {
  if (per !== 'pairing') return { from: 'w.from_day', to: 'w.to_day', owed: '1 = 1' };
  const from = greatest('w.from_day', `coalesce(${party}.starts_on, w.from_day)`);
  const to = least('w.to_day', `coalesce(${party}.ends_on, w.to_day)`);
  return { from, to, owed: `(${ALWAYS(party)} OR ${daysBetween(from, to)} + 1 >= w.needs)` };
}

/** How many days a window has for a party; only where it owes it. */
export function clippedDays(per: Per): string {
  const { from, to } = windowOf(per);
  return `${daysBetween(from, to)} + 1`;
}

/** A pairing without dates of its own owes every window. */
export const ALWAYS = (party = 't'): string => `(${party}.starts_on IS NULL AND ${party}.ends_on IS NULL)`;

/** Whether a rule binds a party, by the unit `gu` or the site `gs` that it is or belongs to. */
export function boundSql({ who }: CadenceRule): Sql {
  const [column, values] =
    who.per === 'station'
      ? (['gs.level', who.levels] as const)
      : (['gu.unit_class', who.unitClasses] as const);
  return { text: `${column} IN (${values.map(() => '?').join(', ')})`, params: [...values] };
}
