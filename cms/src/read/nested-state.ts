import type { Knex } from 'knex';
import { fromColumn, toColumn } from './codec';
import { loadNested, type NestedReading, type Shape } from './nested';
import { hasNested, type Struct } from './struct';

type Values = Record<string, unknown>;

/** Records as row ids, components without their rows: what a record holds, however it came to lie there. */
const STATE: Shape = {
  linked: async (_target, ids) => new Map(ids.map((id) => [id, id])),
  rows: false,
};

/**
 * What lies within many records as the audit keeps it, by row id. The same value has the same form whether it was
 * just written or is read back: nothing is told of what is empty, and related records are in the order of their ids.
 */
export async function nestedStates(
  reading: Omit<NestedReading, 'shape'>,
  struct: Struct,
  ids: readonly number[],
): Promise<Map<number, Values>> {
  if (!hasNested(struct) || ids.length === 0) return new Map();
  const fields = [...struct.links.keys(), ...struct.parts.keys()];
  const found = await loadNested({ ...reading, shape: STATE }, struct, fields, ids);
  return new Map([...found].map(([id, values]) => [id, nestedState(values, struct, reading.structOf)]));
}

/** Statements of a writing connection, as the loaders of nested values ask them. */
export const queryOf =
  (knex: Knex): NestedReading['query'] =>
  async (sql, params) => {
    const answer = (await knex.raw(sql, params)) as Values[] | { rows: Values[] };
    return Array.isArray(answer) ? answer : answer.rows;
  };

/**
 * The part of a struct whose tables are there: what has left the model may be gone from the database at any moment, and
 * PostgreSQL gives a transaction up for a table that is not there.
 */
export async function stillThere(knex: Knex, struct: Struct): Promise<Struct> {
  if (!hasNested(struct)) return struct;
  const tables = [...struct.links.values(), ...struct.parts.values()].map(({ table }) => table);
  const there = new Set<string>();
  for (const table of new Set(tables)) if (await knex.schema.hasTable(table)) there.add(table);
  const kept = <T extends { table: string }>(fields: Map<string, T>) =>
    new Map([...fields].filter(([, { table }]) => there.has(table)));
  return { ...struct, links: kept(struct.links), parts: kept(struct.parts) };
}

/** The same of values that are about to be written: relations as row ids, components as a person gave them. */
export function nestedState(values: Values, struct: Struct, structOf: NestedReading['structOf']): Values {
  const state: Values = {};
  for (const name of struct.links.keys()) {
    if (Object.hasOwn(values, name)) state[name] = linkState(values[name]);
  }
  for (const { name, several, zone, components } of struct.parts.values()) {
    if (!Object.hasOwn(values, name)) continue;
    const told = (part: unknown) => {
      const content = part as Values;
      const uid = zone ? String(content.__component) : (components[0] ?? '');
      const inner = partState(content, structOf(uid), structOf);
      return zone ? { __component: uid, ...inner } : inner;
    };
    if (several) state[name] = listOrNull(((values[name] ?? []) as unknown[]).map(told));
    else state[name] = values[name] ? told(values[name]) : null;
  }
  return state;
}

const listOrNull = (list: unknown[]) => (list.length > 0 ? list : null);
const linkState = (ids: unknown) =>
  listOrNull([...new Set((ids ?? []) as number[])].sort((one, other) => one - other));

/** The content of one component in the same form, whatever row it has. */
export function partState(part: Values, struct: Struct, structOf: NestedReading['structOf']): Values {
  const state: Values = {};
  for (const { name, attribute } of struct.columns.values()) {
    if (attribute.type === 'password') continue;
    const value = part[name] === undefined ? (attribute.default ?? null) : part[name];
    state[name] = fromColumn(attribute, toColumn(attribute, value, 'sqlite'));
  }
  for (const name of struct.relations.keys()) state[name] = part[name] ?? null;
  Object.assign(state, nestedState(withNested(part, struct), struct, structOf));
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null));
}

/** A component is written whole: what was left out of it is empty. */
const withNested = (part: Values, { links, parts }: Struct): Values =>
  Object.fromEntries([...links.keys(), ...parts.keys()].map((name) => [name, part[name] ?? null]));
