import type { Actor } from '@jiedui/shared/access';
import type { CadenceParty, CadenceRule } from '@jiedui/shared/programme';
import { partiesSeenBy } from '@jiedui/shared/workbench';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { parseQuery } from '../read/query';
import { dialect } from '../read/reader';
import type { Sql } from '../read/scope-sql';
import { whereSql } from '../read/select';
import { boundSql } from './party-sql';

type Query = Record<string, unknown>;
type Per = CadenceParty['per'];

/** What each kind of party is joined with, for its names and its groups. */
const JOINS: Record<Per, string> = {
  pairing: ` JOIN units gu ON gu.id = t.unit_id JOIN stations gs ON gs.id = t.station_id
             LEFT JOIN towns gt ON gt.id = gs.town_id LEFT JOIN departments gd ON gd.id = gu.department_id`,
  unit: ' JOIN units gu ON gu.id = t.id LEFT JOIN departments gd ON gd.id = gu.department_id',
  station: ' JOIN stations gs ON gs.id = t.id LEFT JOIN towns gt ON gt.id = gs.town_id',
};

/** By what a ledger can be rolled up: the group's address and name. */
const GROUPS = {
  unit: { id: 'gu.document_id', name: 'gu.name' },
  station: { id: 'gs.document_id', name: 'gs.name' },
  town: { id: 'gt.document_id', name: 'gt.name' },
  department: { id: 'gd.document_id', name: 'gd.name' },
  unitClass: { id: 'gu.unit_class', name: 'gu.unit_class' },
} as const;

export type Group = keyof typeof GROUPS;

/** Which groups a kind of party belongs to. */
const GROUPS_OF: Record<Per, readonly Group[]> = {
  pairing: ['unit', 'station', 'town', 'department', 'unitClass'],
  unit: ['unit', 'department', 'unitClass'],
  station: ['station', 'town'],
};

/** The group asked for; null for one that these parties do not have. */
export function groupOf(per: Per, name: unknown): { id: string; name: string } | null {
  const group = GROUPS_OF[per].find((one) => one === name);
  return group ? GROUPS[group] : null;
}

export const NAMES: Record<Per, { unit: string; station: string; town: string }> = {
  pairing: { unit: 'gu.name', station: 'gs.name', town: 'gt.name' },
  unit: { unit: 'gu.name', station: 'NULL', town: 'NULL' },
  station: { unit: 'NULL', station: 'gs.name', town: 'gt.name' },
};

/** The order in which parties are listed. */
export const ORDER: Record<Per, string> = {
  pairing: 'gu.name, gs.name, t.id',
  unit: 'gu.name, t.id',
  station: 'gt.name, gs.name, t.id',
};

/** Whether the actor sees the ledger of such parties: only where it also sees all that counts in it. */
export const maySee = (actor: Actor, per: Per): boolean => partiesSeenBy(actor.role).includes(per);

/**
 * The parties that a rule binds, in the actor's scope and as the query narrows it: `from` names them `t`, with what
 * they belong to beside.
 */
export function boundParties(
  actor: Actor,
  rule: CadenceRule,
  query: Query,
): { from: string; where: Sql; all: boolean } {
  const { per } = rule.who;
  const model = modelOf(per);
  const parsed = parseQuery(model, actor.role, { filters: query.filters, _q: query._q });
  const scope = readScope(model, actor);
  const { joins, condition, params } = whereSql(model, parsed, scope, actor, dialect());
  const bound = boundSql(rule);
  const narrowed = Object.entries({ town: 'gt', department: 'gd' }).filter(
    ([name]) =>
      GROUPS_OF[per].includes(name as Group) && typeof query[name] === 'string' && query[name] !== '',
  );
  const parts = [condition, bound.text, ...narrowed.map(([, alias]) => `${alias}.document_id = ?`)];
  return {
    // Nobody is left out: then what was counted needs no look at the parties.
    all: scope === null && parsed.filters.length === 0 && !parsed.search && narrowed.length === 0,
    from: `${model.table} t${JOINS[per]}${joins}`,
    where: {
      text: parts.join(' AND '),
      params: [...params, ...bound.params, ...narrowed.map(([name]) => String(query[name]))],
    },
  };
}
