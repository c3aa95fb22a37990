import { type Actor, scopeOf } from '@jiedui/shared/access';
import { type ClashFacts, type ClashReason, clashes, MAX_ACTIVITY_DAYS } from '@jiedui/shared/activity';
import { addDays, dayOf, isInstant, startOfDayInstant } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import groupBy from 'lodash/groupBy';
import { Refusal } from '../guard/errors';
import { fromColumn, toColumn } from '../read/codec';
import type { Param, Row } from '../read/database';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { amongIds, dialect, reader } from '../read/reader';
import { scopeSql } from '../read/scope-sql';

type Query = Record<string, unknown>;

/** An activity that may share something with others; `open` where the actor may read it. */
type Candidate = ClashFacts & { id: number; documentId: string; title: string; open: boolean };

/** More than this at the same sites and units in a window are not looked at. */
const MOST_CANDIDATES = 5000;
const MOST_TOLD = 10;

const INSTANT = { type: 'datetime' } as const;
const param = (instant: string): Param => toColumn(INSTANT, instant, dialect()) as Param;
const instant = (value: unknown): string => String(fromColumn(INSTANT, value));
const text = (value: unknown): string | null => (value === null ? null : String(value));

const toCandidate = (row: Row): Candidate => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  title: String(row.title),
  startsAt: instant(row.starts_at),
  endsAt: instant(row.ends_at),
  state: row.state,
  unit: Number(row.unit_id),
  station: Number(row.station_id),
  venue: text(row.venue),
  firstAidOfficer: text(row.first_aid_officer),
  unitContact: text(row.unit_contact),
  stationContact: text(row.station_contact),
  open: row.open === true || row.open === 1,
});

type Span = { startsAt: string; endsAt: string };
type Parties = { units: readonly number[]; stations: readonly number[] };

/** The activities of anybody at the sites or by the units that share time with the span. */
async function candidates(actor: Actor, { startsAt, endsAt }: Span, parties: Parties): Promise<Candidate[]> {
  const scope = scopeSql(modelOf('activity'), scopeOf(actor.role, 'read', 'activity'), actor, 't');
  const ofStations = amongIds('t.station_id', parties.stations);
  const ofUnits = amongIds('t.unit_id', parties.units);
  const earliest = startOfDayInstant(addDays(dayOf(startsAt), -MAX_ACTIVITY_DAYS));
  const rows = await reader().all(
    `SELECT t.id, t.document_id, t.title, t.starts_at, t.ends_at, t.state, t.unit_id, t.station_id, t.venue,
            t.first_aid_officer, p.unit_contact, p.station_contact, ${scope ? `(${scope.text})` : '1 = 1'} AS open
     FROM activities t LEFT JOIN pairings p ON p.id = t.pairing_id
     WHERE t.starts_at >= ? AND t.starts_at < ? AND t.ends_at > ? AND (${ofStations.text} OR ${ofUnits.text})
     ORDER BY t.starts_at, t.id LIMIT ${MOST_CANDIDATES}`,
    [
      ...(scope?.params ?? []),
      param(earliest),
      param(endsAt),
      param(startsAt),
      ...ofStations.params,
      ...ofUnits.params,
    ],
  );
  return rows.map(toCandidate);
}

/** Of the activities of some days those that clash with any other, by their address, with what they share. */
export async function clashesAmong(
  actor: Actor,
  shown: readonly Row[],
  span: Span,
): Promise<Map<string, ClashReason[]>> {
  if (shown.length === 0) return new Map();
  const idsOf = (name: string) => [
    ...new Set(shown.map((row) => Number((row[name] as { id: number } | null)?.id))),
  ];
  const all = await candidates(actor, span, { units: idsOf('unit'), stations: idsOf('station') });
  const wanted = new Set(shown.map((row) => row.documentId));
  const near = neighbours(all);
  return new Map(
    all
      .filter(({ documentId }) => wanted.has(documentId))
      .map((one): [string, ClashReason[]] => [
        one.documentId,
        [...new Set(clashes(one, near(one)).flatMap(({ reasons }) => reasons))],
      ])
      .filter(([, reasons]) => reasons.length > 0),
  );
}

/** The others of the same site or unit at the same time, so that not each is held against each. */
function neighbours(all: readonly Candidate[]): (one: Candidate) => Candidate[] {
  const byStation = groupBy(all, ({ station }) => station);
  const byUnit = groupBy(all, ({ unit }) => unit);
  return (one) => {
    const near = [...(byStation[one.station] ?? []), ...(byUnit[one.unit] ?? [])];
    // The texts are in UTC and sort as their moments do.
    const met = near.filter(
      (other) => other.id !== one.id && other.startsAt < one.endsAt && one.startsAt < other.endsAt,
    );
    return [...new Set(met)];
  };
}

/** A clash as it is told: the other activity by name where the actor may read it, else only that there is one. */
type Clash = {
  reasons: ClashReason[];
  activity: { documentId: string; title: string; startsAt: string; endsAt: string } | null;
};

/** What an activity as it is being planned would clash with. */
export async function clashesOf(actor: Actor, query: Query): Promise<Clash[]> {
  const facts = await factsOf(actor, query);
  const others = await candidates(actor, facts, { units: [facts.unit], stations: [facts.station] });
  const except = typeof query.except === 'string' ? query.except : null;
  return clashes(
    facts,
    others.filter(({ documentId }) => documentId !== except),
  )
    .slice(0, MOST_TOLD)
    .map(({ other, reasons }) => {
      const { documentId, title, startsAt, endsAt, open } = other;
      return { reasons, activity: open ? { documentId, title, startsAt, endsAt } : null };
    });
}

async function factsOf(actor: Actor, query: Query) {
  const { startsAt, endsAt } = query;
  if (!isInstant(startsAt)) throw badQuery('startsAt');
  if (!isInstant(endsAt) || startsAt >= endsAt) throw badQuery('endsAt');
  const unit = await idOf(actor, 'unit', query.unit);
  const station = await idOf(actor, 'station', query.station);
  const [pairing] = await reader().all(
    'SELECT unit_contact, station_contact FROM pairings WHERE unit_id = ? AND station_id = ?',
    [unit, station],
  );
  return {
    startsAt,
    endsAt,
    unit,
    station,
    venue: written(query.venue),
    firstAidOfficer: written(query.firstAidOfficer),
    unitContact: text(pairing?.unit_contact ?? null),
    stationContact: text(pairing?.station_contact ?? null),
  };
}

const written = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 200 ? value : null;

const badQuery = (name: string) =>
  new Refusal(400, 'BAD_QUERY', { errors: [fieldError([name], 'BAD_QUERY')] });

/** The row of a party that the actor may read; 0, which no row has, for none. */
async function idOf(actor: Actor, type: 'unit' | 'station', documentId: unknown): Promise<number> {
  if (typeof documentId !== 'string') return 0;
  try {
    return (await findRecord(modelOf(type), actor, documentId, { fields: ['documentId'] })).id;
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}
