import { type Actor, scopeOf } from '@jiedui/shared/access';
import { addDays, type Day, instantAt } from '@jiedui/shared/calendar';
import {
  type CadenceException,
  type CadenceParty,
  CONTENT_DAY,
  type WeeklyContent,
} from '@jiedui/shared/programme';
import {
  earliestDay,
  partiesSeenBy,
  type WaitingCell,
  type WorkActivity,
  waitingCells,
} from '@jiedui/shared/workbench';
import groupBy from 'lodash/groupBy';
import { LRUCache } from 'lru-cache';
import { alsoPairings } from '../ledger/count';
import { CONTENT_IS_AGREED } from '../ledger/weekly-contents';
import { fromColumn } from '../read/codec';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { type Party, partiesOf } from './parties';
import type { WorkProgramme } from './programme';

/** What somebody owes soon. */
export type Owed = WaitingCell & Omit<Party, 'party'> & { per: CadenceParty['per'] };

/** Above this nobody reads the list any more, and making it would hold others up. */
const MOST_PARTIES = 2000;

/** Those who see every pairing share one answer for a minute. */
const shared = new LRUCache<string, Promise<Owed[] | null>>({ max: 10, ttl: 60_000 });

/** What the cadence rules ask soon in the actor's scope, the most urgent first; null when it is too much to say. */
export function rhythmOf(actor: Actor, programme: WorkProgramme, today: Day): Promise<Owed[] | null> {
  if (scopeOf(actor.role, 'read', 'activity') !== 'all') return makeRhythm(actor, programme, today);
  const key = JSON.stringify([today, partiesSeenBy(actor.role), programme]);
  const known = shared.get(key);
  if (known) return known;
  const made = makeRhythm(actor, programme, today);
  shared.set(key, made);
  made.catch(() => shared.delete(key));
  return made;
}

async function makeRhythm(actor: Actor, programme: WorkProgramme, today: Day): Promise<Owed[] | null> {
  const { cadenceRules: rules } = programme;
  const kinds = partiesSeenBy(actor.role).filter((per) => rules.some(({ who }) => who.per === per));
  const since = earliestDay(rules, programme, today);
  if (since === null || kinds.length === 0) return [];
  const parties = (await Promise.all(kinds.map((per) => partiesOf(actor, per, MOST_PARTIES + 1)))).flat();
  if (parties.length > MOST_PARTIES) return null;
  const activities = await activitiesSince(actor, since);
  const byId = new Map(parties.map((party) => [party.party.id, party]));
  const cells = waitingCells(
    rules,
    programme,
    parties.map(({ party }) => party),
    activities,
    today,
    await exceptionsSince(since),
    await contentsSince(actor, since),
  );
  return cells.flatMap((cell) => {
    const found = byId.get(cell.party);
    if (!found) return [];
    const { party, ...shown } = found;
    return [{ ...cell, per: party.per, ...shown }];
  });
}

/** The exceptions that still matter; records go by their row ids, as the parties do. */
async function exceptionsSince(since: Day): Promise<CadenceException[]> {
  const rows = await reader().all(
    'SELECT starts_on, ends_on, rules, unit_id, station_id, town_id FROM cadence_exceptions WHERE ends_on >= ?',
    [since],
  );
  const idOf = (value: unknown) => (value === null ? null : String(value));
  return rows.map((row) => ({
    from: String(row.starts_on),
    to: String(row.ends_on),
    rules: (fromColumn({ type: 'json' }, row.rules) as string[] | null) ?? [],
    unitId: idOf(row.unit_id),
    stationId: idOf(row.station_id),
    townId: idOf(row.town_id),
  }));
}

async function activitiesSince(actor: Actor, since: Day): Promise<WorkActivity[]> {
  const scope = readScope(modelOf('activity'), actor);
  const where = `t.day >= ? AND ${scope?.text ?? '1 = 1'}`;
  const params = [since, ...(scope?.params ?? [])];
  const { table, own, other } = alsoPairings(modelOf('activity'));
  const [rows, links] = await Promise.all([
    reader().all(
      `SELECT t.id, t.unit_id, t.station_id, t.day, t.state, c.code FROM activities t
       JOIN categories c ON c.id = t.category_id WHERE ${where}`,
      params,
    ),
    reader().all(
      `SELECT t.id, q.unit_id FROM activities t JOIN "${table}" l ON l."${own}" = t.id
       JOIN pairings q ON q.id = l."${other}" WHERE ${where}`,
      params,
    ),
  ]);
  const also = groupBy(links, ({ id }) => String(id));
  return rows.map((row) => ({
    id: String(row.id),
    unitId: String(row.unit_id),
    alsoUnitIds: also[String(row.id)]?.map(({ unit_id }) => String(unit_id)) ?? [],
    stationId: String(row.station_id),
    category: String(row.code),
    // The ledger asks for nothing but the day.
    startsAt: instantAt(String(row.day), '12:00'),
    state: String(row.state),
  }));
}

async function contentsSince(actor: Actor, since: Day): Promise<WeeklyContent[]> {
  const scope = readScope(modelOf('pairing'), actor);
  const rows = await reader().all(
    `SELECT c.id, c.week, t.unit_id, t.station_id FROM liaison_contents c JOIN pairings t ON t.id = c.pairing_id
     WHERE c.week >= ? AND ${CONTENT_IS_AGREED} AND ${scope?.text ?? '1 = 1'}`,
    [addDays(since, -CONTENT_DAY), ...(scope?.params ?? [])],
  );
  return rows.map((row) => ({
    id: String(row.id),
    unitId: String(row.unit_id),
    stationId: String(row.station_id),
    week: String(row.week),
  }));
}
