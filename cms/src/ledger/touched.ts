import type { CadenceParty } from '@jiedui/shared/programme';
import type { Knex } from 'knex';
import type { Values } from '../write/column-values';
import { isPostgres } from './among';
import { countParties } from './count';
import { liveEditions } from './edition';
import { excuse } from './excused';

type Per = CadenceParty['per'];

/** The kinds in the order in which they are locked; always the same one, so that no two writers wait for each other. */
const KINDS: Per[] = ['pairing', 'station', 'unit'];
const TABLES: Record<Per, string> = { pairing: 'pairings', station: 'stations', unit: 'units' };

type Parties = Record<Per, Set<number>>;

/** `counts`: where it may count otherwise; `excuses`: whom other exceptions may concern, everybody if those changed. */
type Touched = { counts: Parties; excuses: Parties; exceptions: boolean };

const nobody = (): Parties => ({ pairing: new Set(), station: new Set(), unit: new Set() });

const byTransaction = new WeakMap<object, Touched>();

/** What of an activity decides where it counts. */
const DECIDES = ['day', 'state', 'category', 'reportedAt', 'pairing', 'alsoPairings', 'unit', 'station'];

/** What of a weekly content decides where it counts. */
const DECIDES_CONTENT = ['week', 'state', 'pairing'];

const isSame = (before: Values, after: Values, names: readonly string[]): boolean =>
  names.every((name) => String(before[name] ?? '') === String(after[name] ?? ''));

/** Notes that an activity came, went or changed: where it counted and where it counts is counted again. */
export function touchActivity(trx: Knex.Transaction, before: Values | null, after: Values | null): void {
  if (before && after && isSame(before, after, DECIDES)) return;
  const { counts } = touchedOf(trx);
  for (const values of [before, after]) {
    if (!values) continue;
    for (const per of KINDS) if (values[per]) counts[per].add(Number(values[per]));
    for (const id of (values.alsoPairings as number[] | null | undefined) ?? []) counts.pairing.add(id);
  }
}

/** Notes that the content of a week came, went or changed. */
export function touchContent(trx: Knex.Transaction, before: Values | null, after: Values | null): void {
  if (before && after && isSame(before, after, DECIDES_CONTENT)) return;
  const { counts } = touchedOf(trx);
  for (const values of [before, after]) if (values?.pairing) counts.pairing.add(Number(values.pairing));
}

/** Notes that a party changed so that it may count otherwise, or be excused otherwise. */
export function touchParty(trx: Knex.Transaction, per: Per, id: number): void {
  const { counts, excuses } = touchedOf(trx);
  counts[per].add(id);
  excuses[per].add(id);
}

/** Notes parties that are new, in which nothing counts yet, or lie elsewhere now. */
export function touchExcuses(trx: Knex.Transaction, per: Per, ids: readonly number[]): void {
  for (const id of ids) touchedOf(trx).excuses[per].add(id);
}

/** Notes that an exception came, went or changed. */
export function touchExceptions(trx: Knex.Transaction): void {
  touchedOf(trx).exceptions = true;
}

function touchedOf(trx: Knex.Transaction): Touched {
  const known = byTransaction.get(trx);
  if (known) return known;
  const fresh: Touched = { counts: nobody(), excuses: nobody(), exceptions: false };
  byTransaction.set(trx, fresh);
  return fresh;
}

/** Counts again what a transaction has touched, at its end. */
export async function countTouched(trx: Knex.Transaction): Promise<void> {
  const touched = byTransaction.get(trx);
  if (!touched) return;
  byTransaction.delete(trx);
  await addEnds(trx, touched.counts);
  const found = sorted(touched.counts);
  for (const [per, ids] of found) await lock(trx, TABLES[per], ids);
  // Only now: an edition that was laid out meanwhile has either counted these parties already, or will wait for them.
  const editions = await liveEditions(trx);
  for (const edition of editions) for (const [per, ids] of found) await countParties(trx, edition, per, ids);
  if (touched.exceptions) for (const per of KINDS) await excuse(trx, editions, per, null);
  else for (const [per, ids] of sorted(touched.excuses)) await excuse(trx, editions, per, ids);
}

const sorted = (parties: Parties) =>
  KINDS.map((per) => [per, [...parties[per]].sort((one, other) => one - other)] as const).filter(
    ([, ids]) => ids.length > 0,
  );

/** The units and the sites of the pairings. */
async function addEnds(trx: Knex.Transaction, { pairing, unit, station }: Parties): Promise<void> {
  const rows = await trx('pairings')
    .whereIn('id', [...pairing])
    .select('unit_id', 'station_id');
  for (const row of rows) {
    if (row.unit_id) unit.add(Number(row.unit_id));
    if (row.station_id) station.add(Number(row.station_id));
  }
}

/**
 * Two writers who count the same party at once would each miss what the other has not committed yet: the second waits
 * for the first. SQLite has one writer at a time anyway.
 */
async function lock(trx: Knex.Transaction, table: string, ids: number[]): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx.raw(`SELECT id FROM ${table} WHERE id = ANY (?::int[]) ORDER BY id FOR NO KEY UPDATE`, [
    `{${ids.join(',')}}`,
  ]);
}
