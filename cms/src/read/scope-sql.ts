import { type Actor, type Reach, type Scope, type Step, sharedWith } from '@jiedui/shared/access';
import type { Param } from './database';
import { type Model, modelOf } from './model';
import { dialect } from './reader';

export type Sql = { text: string; params: Param[] };

const NOTHING: Sql = { text: '1 = 0', params: [] };

/**
 * The rows of a scope as a condition on the table's alias. A scope that hangs on something the account does
 * not belong to finds no row.
 */
export function scopeSql(model: Model, scope: Scope | null, actor: Actor, alias: string): Sql | null {
  if (scope === 'all') return null;
  if (scope === null) return NOTHING;
  const parts = scope.map((reach) => reachSql(model, reach, actor, alias)).filter((part) => part !== null);
  if (parts.length === 0) return NOTHING;
  return {
    text: `(${parts.map((part) => part.text).join(' OR ')})`,
    params: parts.flatMap((part) => part.params),
  };
}

/** Both conditions, where there are two. */
export function bothOf(one: Sql | null, other: Sql): Sql;
export function bothOf(one: Sql | null, other: Sql | null): Sql | null;
export function bothOf(one: Sql | null, other: Sql | null): Sql | null {
  if (!one || !other) return one ?? other;
  return { text: `${one.text} AND ${other.text}`, params: [...one.params, ...other.params] };
}

function reachSql(model: Model, reach: Reach, actor: Actor, alias: string): Sql | null {
  if ('isRole' in reach) {
    const values = sharedWith(actor.role);
    const marks = values.map(() => '?').join(', ');
    return { text: `${alias}."${columnOfField(model, reach.field)}" IN (${marks})`, params: [...values] };
  }
  const anchor = reach.is === 'self' ? actor.id : actor[reach.is];
  if (anchor === null) return null;
  const found = follow(model, reach.path, anchor, `${alias}.`);
  if (!reach.unless) return found;
  const { field, among: values } = reach.unless;
  const marks = values.map(() => '?').join(', ');
  return {
    text: `(${found.text} AND ${alias}."${columnOfField(model, field)}" NOT IN (${marks}))`,
    params: [...found.params, ...values],
  };
}

function follow(model: Model, path: readonly Step[], anchor: number, prefix: string): Sql {
  const [step, ...rest] = path;
  if (step === undefined) return { text: `${prefix}id = ?`, params: [anchor] };
  if (typeof step === 'string') {
    const relation = relationOf(model, step);
    if (rest.length === 0) return { text: `${prefix}"${relation.column}" = ?`, params: [anchor] };
    const target = modelOf(relation.target);
    const inner = follow(target, rest, anchor, '');
    return {
      text: `${prefix}"${relation.column}" ${among(`SELECT id FROM ${target.table} WHERE ${inner.text}`)}`,
      params: inner.params,
    };
  }
  const from = modelOf(step.from);
  const back = relationOf(from, step.by).column;
  const inner = follow(from, rest, anchor, '');
  return {
    text: `${prefix}id ${among(`SELECT "${back}" FROM ${from.table} WHERE ${inner.text}`)}`,
    params: inner.params,
  };
}

/**
 * Whether a column is one of the ids that a statement finds. PostgreSQL reads `IN (SELECT …)` as a join and then
 * goes through the whole table; as an array, found once, it looks its ids up in the index.
 */
function among(statement: string): string {
  return dialect() === 'postgres' ? `= ANY (ARRAY(${statement}))` : `IN (${statement})`;
}

function columnOfField(model: Model, field: string): string {
  const found = model.columns.get(field);
  if (!found) throw new Error(`The access matrix looks at ${model.resource}.${field}, which is no field`);
  return found.column;
}

function relationOf(model: Model, name: string) {
  const relation = model.relations.get(name);
  if (!relation) throw new Error(`The access matrix follows ${model.resource}.${name}, which is no relation`);
  return relation;
}
