import {
  type Actor,
  type Reach,
  type Scope,
  type Step,
  sharedWith,
  type Unless,
} from '@jiedui/shared/access';
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
  return follow(model, reach.path, { anchor, unless: reach.unless }, `${alias}.`);
}

type Goal = { anchor: number; unless: Unless | undefined };

function follow(model: Model, path: readonly Step[], goal: Goal, prefix: string): Sql {
  const [step, ...rest] = path;
  if (step === undefined)
    return without(model, goal, prefix, { text: `${prefix}id = ?`, params: [goal.anchor] });
  if (typeof step === 'string') {
    const relation = relationOf(model, step);
    const column = `${prefix}"${relation.column}"`;
    if (rest.length === 0)
      return without(model, goal, prefix, { text: `${column} = ?`, params: [goal.anchor] });
    const target = modelOf(relation.target);
    const inner = follow(target, rest, goal, '');
    return {
      text: `${column} ${among(`SELECT id FROM ${target.table} WHERE ${inner.text}`)}`,
      params: inner.params,
    };
  }
  const from = modelOf(step.from);
  const back = relationOf(from, step.by).column;
  const inner = follow(from, rest, goal, '');
  return {
    text: `${prefix}id ${among(`SELECT "${back}" FROM ${from.table} WHERE ${inner.text}`)}`,
    params: inner.params,
  };
}

/** The condition on the record that names the actor, without what is out of reach all the same. */
function without(model: Model, { unless }: Goal, prefix: string, found: Sql): Sql {
  if (!unless) return found;
  const marks = unless.among.map(() => '?').join(', ');
  return {
    text: `(${found.text} AND ${prefix}"${columnOfField(model, unless.field)}" NOT IN (${marks}))`,
    params: [...found.params, ...unless.among],
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
