import type { Actor } from '@jiedui/shared/access';
import type { Day } from '@jiedui/shared/calendar';
import type { CadenceParty, StationLevel, UnitClass } from '@jiedui/shared/programme';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';

type Per = CadenceParty['per'];

/** Somebody whom a rule can bind, with what a person calls it and where the console shows it. */
export type Party = {
  party: CadenceParty;
  rowId: number;
  unit: string | null;
  station: string | null;
  to: string;
};

/** The parties of a kind in the actor's scope, at most `limit`. */
export async function partiesOf(actor: Actor, per: Per, limit: number): Promise<Party[]> {
  const scope = readScope(modelOf(per), actor);
  const where = `WHERE ${scope?.text ?? '1 = 1'}`;
  const rows = await reader().all(
    `${SELECTS[per]} ${where} ORDER BY t.id LIMIT ${limit}`,
    scope?.params ?? [],
  );
  return rows.map(READERS[per]);
}

type Row = Record<string, unknown>;

const SELECTS: Record<Per, string> = {
  pairing: `SELECT t.id, t.document_id, t.unit_id, t.station_id, t.starts_on, t.ends_on, u.unit_class,
                   u.name AS unit, s.name AS station, s.town_id
            FROM pairings t JOIN units u ON u.id = t.unit_id JOIN stations s ON s.id = t.station_id`,
  unit: 'SELECT t.id, t.document_id, t.unit_class, t.name AS unit FROM units t',
  station: 'SELECT t.id, t.document_id, t.level, t.town_id, t.name AS station FROM stations t',
};

const idOf = (value: unknown): string | null => (value === null ? null : String(value));

const READERS: Record<Per, (row: Row) => Party> = {
  pairing: (row) => ({
    party: {
      id: `pairing:${row.id}`,
      per: 'pairing',
      unitClass: row.unit_class as UnitClass,
      unitId: String(row.unit_id),
      stationId: String(row.station_id),
      townId: idOf(row.town_id),
      from: row.starts_on as Day | null,
      to: row.ends_on as Day | null,
    },
    rowId: Number(row.id),
    unit: String(row.unit),
    station: String(row.station),
    to: `/pairings/${row.document_id}`,
  }),
  unit: (row) => ({
    party: {
      id: `unit:${row.id}`,
      per: 'unit',
      unitClass: row.unit_class as UnitClass,
      unitId: String(row.id),
    },
    rowId: Number(row.id),
    unit: String(row.unit),
    station: null,
    to: `/units/${row.document_id}`,
  }),
  station: (row) => ({
    party: {
      id: `station:${row.id}`,
      per: 'station',
      level: row.level as StationLevel,
      stationId: String(row.id),
      townId: idOf(row.town_id),
    },
    rowId: Number(row.id),
    unit: null,
    station: String(row.station),
    to: `/stations/${row.document_id}`,
  }),
};
