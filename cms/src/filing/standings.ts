import { type Actor, type PathReach, scopeOf } from '@jiedui/shared/access';
import type { Day } from '@jiedui/shared/calendar';
import { type Filed, PARTY_KINDS, type PartyKind, receivedStates, standingOf } from '@jiedui/shared/filing';
import type { Param } from '../read/database';
import { modelOf } from '../read/model';
import { amongIds } from '../read/reader';
import { type Sql, scopeSql } from '../read/scope-sql';
import type { Duty } from './duties';

/**
 * Which parties are looked at: those whose filings the actor reads, one (none, where an account is of none), or units.
 */
export type Whose =
  | { seenBy: Actor }
  | { party: { per: PartyKind; id: number } | null }
  | { units: readonly number[] };

const TABLES: Record<Filed, string> = { report: 'reports', 'material-submission': 'material_submissions' };
const PARTIES: Record<PartyKind, string> = { unit: 'units', station: 'stations', department: 'departments' };

/**
 * The parties of a kind whose filings the actor may read, as a condition on `p`; null for all of them. The matrix says
 * it of the filings; what is owed has none yet, so the same paths are followed from the party on.
 */
function seenParties(resource: Filed, per: PartyKind, actor: Actor): Sql | null {
  const scope = scopeOf(actor.role, 'read', resource);
  if (scope === 'all') return null;
  const reaches = (scope ?? []).filter(
    (reach): reach is PathReach => 'path' in reach && reach.path[0] === per,
  );
  return scopeSql(
    modelOf(per),
    reaches.map(({ path, is }) => ({ path: path.slice(1), is })),
    actor,
    'p',
  );
}

function partiesOf(whose: Whose, resource: Filed, per: PartyKind): Sql | null {
  if ('seenBy' in whose) return seenParties(resource, per, whose.seenBy);
  if ('units' in whose) return per === 'unit' ? amongIds('p.id', whose.units) : { text: '1 = 0', params: [] };
  const { party } = whose;
  return party?.per === per ? { text: 'p.id = ?', params: [party.id] } : { text: '1 = 0', params: [] };
}

/** The parties that a duty binds, as a condition on `p`; null for none of that kind. */
function boundParties({ appliesTo }: Duty, per: PartyKind): Sql | null {
  const among = (column: string, values: readonly string[]): Sql | null =>
    values.length === 0
      ? null
      : { text: `p.${column} IN (${values.map(() => '?').join(', ')})`, params: [...values] };
  switch (per) {
    case 'unit':
      return among('unit_class', appliesTo.unitClasses);
    case 'station':
      return among('level', appliesTo.stationLevels);
    case 'department':
      return appliesTo.departments ? { text: '1 = 1', params: [] } : null;
  }
}

/**
 * The parties of duties and how each stands, as rows of one statement: `no` (which duty), `per`, `id`, `document_id`,
 * `name`, `standing`, and the filing with its state where there is one. Null where nobody is bound.
 */
export function standingsSql(duties: readonly Duty[], whose: Whose, today: Day): Sql | null {
  const branches = duties.flatMap((duty, no) =>
    PARTY_KINDS.map((per) => branchOf(duty, no, per, whose, today)).filter((sql) => sql !== null),
  );
  if (branches.length === 0) return null;
  return {
    text: branches.map(({ text }) => text).join(' UNION ALL '),
    params: branches.flatMap(({ params }) => params),
  };
}

function branchOf(duty: Duty, no: number, per: PartyKind, whose: Whose, today: Day): Sql | null {
  // Materials come from sites only.
  if (duty.resource === 'material-submission' && per !== 'station') return null;
  const bound = boundParties(duty, per);
  if (!bound) return null;
  const scope = partiesOf(whose, duty.resource, per);
  const states = receivedStates(duty.resource);
  const received = `f.state IN (${states.map(() => '?').join(', ')})`;
  const period = duty.period === null ? '' : ' AND f.period = ?';
  const params: Param[] = [
    ...states,
    standingOf(duty.due, null, today),
    duty.requirementId,
    ...(duty.period === null ? [] : [duty.period]),
    ...bound.params,
    ...(scope?.params ?? []),
  ];
  return {
    text: `SELECT ${no} AS no, '${per}' AS per, p.id, p.document_id, p.name,
        CASE WHEN ${received} THEN CASE WHEN f.late_days > 0 THEN 'late' ELSE 'met' END ELSE ? END AS standing,
        f.document_id AS filing, f.state, f.late_days, f.first_submitted_at, f.receipt_number
      FROM ${PARTIES[per]} p LEFT JOIN ${TABLES[duty.resource]} f
        ON f.requirement_id = ? AND f.${per}_id = p.id AND f.addendum_to_id IS NULL${period}
      WHERE ${bound.text} AND ${scope?.text ?? '1 = 1'}`,
    params,
  };
}
