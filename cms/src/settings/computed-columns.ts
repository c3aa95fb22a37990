import { mayReadField, type Role } from '@jiedui/shared/access';
import {
  type ComputedColumn,
  computedValue,
  type Expression,
  type Names,
  namesOf,
  type Problem,
  readExpression,
} from '@jiedui/shared/computed';
import { fieldError } from '@jiedui/shared/model';
import { findModel, type Model, modelOf } from '../read/model';
import { mayReadName } from '../read/names';
import { isHidden } from '../read/struct';
import type { Hooks } from '../write/hooks';

export type ColumnRow = {
  resource: string;
  name: string;
  zh: string;
  en: string;
  expression: string;
  kind: ComputedColumn['kind'];
  decimals: number | null;
};

/** A column with its expression read, ready to be worked out. */
export type ReadyColumn = ComputedColumn & { ready: Expression };

let byResource: Readonly<Record<string, readonly ReadyColumn[]>> = {};

/** Puts the office's columns into force. One that the model no longer has room for is left out. */
export function readColumns(rows: readonly ColumnRow[]): void {
  const next: Record<string, ReadyColumn[]> = {};
  for (const row of rows) {
    const ready = readyColumn(row);
    if (ready) next[row.resource] = [...(next[row.resource] ?? []), ready];
  }
  byResource = next;
}

function readyColumn(row: ColumnRow): ReadyColumn | null {
  const { resource, name, zh, en, expression, kind, decimals } = row;
  const model = findModel(resource);
  if (!model) return null;
  const ready = readExpression(expression, namesIn(model));
  if ('at' in ready || ready.kind !== kind || Object.hasOwn(model.attributes, name)) return null;
  return { resource, name, words: { zh, en }, kind, decimals, expression, ready };
}

/**
 * What an expression about the type may name: what stands in the record and is not kept from the API altogether.
 * Accounts are no part of it.
 */
export function namesIn(model: Model): Names {
  const own = [...model.columns.values(), ...model.relations.values()].flatMap(({ name, attribute }) =>
    isHidden(attribute) ? [] : [[name, attribute] as const],
  );
  return namesOf(Object.fromEntries(own), (relation) => {
    const target = model.relations.get(relation)?.target;
    return target && target !== 'staff' ? modelOf(target).titleField : null;
  });
}

/** The columns of a type that a role gets: those that read nothing which the role may not read. */
export function columnsFor(model: Model, role: Role): ReadyColumn[] {
  return (byResource[model.resource] ?? []).filter(({ ready }) =>
    ready.uses.every((name) => mayReadField(role, model.resource, name) && mayNameTarget(model, role, name)),
  );
}

function mayNameTarget(model: Model, role: Role, name: string): boolean {
  const target = model.relations.get(name)?.target;
  return target === undefined || mayReadName(role, target);
}

/** The values of columns for a record that holds what they read. */
export function computedOf(columns: readonly ReadyColumn[], record: Record<string, unknown>) {
  return Object.fromEntries(
    columns.map(({ name, ready, decimals }) => [name, computedValue(ready, decimals, record)]),
  );
}

export const problemWords = ({ at, message }: Problem) => ({
  zh: `第 ${at + 1} 个字符:${message.zh}`,
  en: `At character ${at + 1}: ${message.en}`,
});

export const computedColumnHooks: Hooks = {
  check: (_trx, values) => {
    const row = values as unknown as ColumnRow;
    const model = findModel(String(row.resource));
    if (!model || model.resource === 'staff') return [fieldError(['resource'], 'NOT_AN_OPTION')];
    if (Object.hasOwn(model.attributes, String(row.name))) return [fieldError(['name'], 'DUPLICATE')];
    const read = readExpression(String(row.expression ?? ''), namesIn(model));
    if ('at' in read) return [fieldError(['expression'], 'WRONG_TYPE', problemWords(read))];
    if (read.kind === row.kind) return [];
    return [fieldError(['kind'], 'NOT_AN_OPTION', KIND_WORDS[read.kind])];
  },
};

const KIND_WORDS = {
  number: { zh: '此表达式的结果是数字。', en: 'This expression gives a number.' },
  text: { zh: '此表达式的结果是文字。', en: 'This expression gives a text.' },
  flag: { zh: '此表达式的结果是“是否”。', en: 'This expression gives yes or no.' },
};
