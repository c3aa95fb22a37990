import { canonicalJson } from '@jiedui/shared/canonical';
import type { Knex } from 'knex';
import { componentStruct, type Model } from '../read/model';
import { loadNested } from '../read/nested';
import { partState, queryOf } from '../read/nested-state';
import type { PartField, Struct } from '../read/struct';
import type { Values } from './column-values';

/**
 * A workbook and the log know nothing of a component's row, but its files hang on it. Gives each component among the
 * values the row that it was: first those that are as before, then, if as many are left on both sides, in their order.
 */
export async function withFormerRows(
  trx: Knex.Transaction,
  model: Model,
  id: number,
  values: Values,
): Promise<Values> {
  const fields = [...model.parts.keys()].filter((name) => Object.hasOwn(values, name));
  if (fields.length === 0) return values;
  const shape = {
    rows: true,
    linked: async (_target: string, ids: number[]) => new Map(ids.map((row) => [row, row])),
  };
  const reading = { query: queryOf(trx), structOf: componentStruct, shape };
  const before = await loadNested(reading, model, fields, [id]);
  return matched(model, before.get(id) ?? {}, values);
}

function matched(struct: Struct, before: Values, values: Values): Values {
  const next = { ...values };
  for (const part of struct.parts.values()) {
    if (!Object.hasOwn(values, part.name)) continue;
    const content = withRows(part, listOf(before[part.name]), listOf(values[part.name]));
    next[part.name] = part.several ? content : (content[0] ?? null);
  }
  return next;
}

function withRows(part: PartField, former: Values[], wanted: Values[]): Values[] {
  const rows = new Map<Values, Values>();
  const free = new Set(former);
  const take = (one: Values, row: Values | undefined) => {
    if (row && free.delete(row)) rows.set(one, row);
  };
  for (const one of wanted) {
    const state = stateOf(part, one);
    take(
      one,
      [...free].find((row) => stateOf(part, row) === state),
    );
  }
  const left = wanted.filter((one) => !rows.has(one));
  if (left.length === free.size) {
    for (const [at, row] of [...free].entries()) {
      const one = left[at] as Values;
      if (uidOf(part, one) === uidOf(part, row)) take(one, row);
    }
  }
  return wanted.map((one) => {
    const row = rows.get(one);
    return row ? { ...matched(componentStruct(uidOf(part, one)), row, one), id: row.id } : one;
  });
}

const listOf = (value: unknown): Values[] => [value ?? []].flat() as Values[];

const uidOf = (part: PartField, content: Values): string =>
  part.zone ? String(content.__component) : (part.components[0] ?? '');

function stateOf(part: PartField, content: Values): string {
  const uid = uidOf(part, content);
  return canonicalJson([uid, partState(content, componentStruct(uid), componentStruct)] as never);
}
