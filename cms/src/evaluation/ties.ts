import { recusalGround } from '@jiedui/shared/round';
import type { Knex } from 'knex';

/** A unit with what recusal looks at of it. */
export type UnitTies = {
  id: number;
  document_id: string;
  name: string;
  department_id: number | null;
  stations: Set<number>;
};

/** An evaluator with what recusal looks at of them. */
export type EvaluatorTies = {
  id: number;
  document_id: string;
  display_name: string;
  unit_id: number | null;
  department_id: number | null;
  station_id: number | null;
  /** The units from which the evaluator is recused by declaration. */
  declared: Set<number>;
};

type Narrow = (query: Knex.QueryBuilder) => void;

/** The units that `narrow` leaves, by name. */
export async function unitsWithTies(knex: Knex, narrow: Narrow): Promise<UnitTies[]> {
  const query = knex('units')
    .orderBy('name')
    .orderBy('id')
    .select('id', 'document_id', 'name', 'department_id');
  narrow(query);
  const rows = (await query) as Omit<UnitTies, 'stations'>[];
  const chosen = knex('units').select('id');
  narrow(chosen);
  const pairings = await knex('pairings').whereIn('unit_id', chosen).select('unit_id', 'station_id');
  const stations = new Map<number, Set<number>>();
  for (const row of pairings) {
    stations.set(row.unit_id, (stations.get(row.unit_id) ?? new Set()).add(row.station_id));
  }
  return rows.map((row) => ({ ...row, stations: stations.get(row.id) ?? new Set() }));
}

/** The accounts that `narrow` leaves, the oldest first. */
export async function evaluatorsWithTies(knex: Knex, narrow: Narrow): Promise<EvaluatorTies[]> {
  const query = knex('up_users')
    .orderBy('id')
    .select('id', 'document_id', 'display_name', 'unit_id', 'department_id', 'station_id');
  narrow(query);
  const rows = (await query) as Omit<EvaluatorTies, 'declared'>[];
  const chosen = knex('up_users').select('id');
  narrow(chosen);
  const recusals = await knex('recusals').whereIn('evaluator_id', chosen).select('evaluator_id', 'unit_id');
  const declared = new Map<number, Set<number>>();
  for (const row of recusals) {
    declared.set(row.evaluator_id, (declared.get(row.evaluator_id) ?? new Set()).add(row.unit_id));
  }
  return rows.map((row) => ({ ...row, declared: declared.get(row.id) ?? new Set() }));
}

/** Why the evaluator may not score the unit; null when nothing stands against it. */
export function groundOf(evaluator: EvaluatorTies, unit: UnitTies) {
  return recusalGround(
    {
      unit: evaluator.unit_id,
      department: evaluator.department_id,
      station: evaluator.station_id,
      declared: evaluator.declared,
    },
    { unit: unit.id, department: unit.department_id, pairedStations: unit.stations },
  );
}
