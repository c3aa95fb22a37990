import type { Attribute } from '@jiedui/shared/model';
import { type Dialect, fromColumn, toColumn } from '../read/codec';
import type { Model } from '../read/model';
import type { Struct } from '../read/struct';

/** A record's values by field, with relations as row ids: what the columns hold, in the API's notation. */
export type Values = Record<string, unknown>;

const ROW_ID: Attribute = { type: 'integer' };

/** The fields of a type with their columns, relations among them. */
export function fieldsOf(
  model: Pick<Struct, 'columns' | 'relations'>,
): { name: string; column: string; attribute: Attribute }[] {
  const relations = [...model.relations.values()].map(({ name, column }) => ({
    name,
    column,
    attribute: ROW_ID,
  }));
  return [...model.columns.values(), ...relations].filter(
    ({ name }) => name !== 'createdAt' && name !== 'updatedAt',
  );
}

/** The columns of the given values. */
export function toColumns(model: Model, values: Values, dialect: Dialect): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const { name, column, attribute } of fieldsOf(model)) {
    if (Object.hasOwn(values, name)) columns[column] = toColumn(attribute, values[name], dialect);
  }
  return columns;
}

/** A new record's values: every field, with its default where none is given. */
export function withDefaults(model: Model, values: Values): Values {
  return Object.fromEntries(
    fieldsOf(model).map(({ name, attribute }) => [name, values[name] ?? attribute.default ?? null]),
  );
}

/**
 * The values as they will be read back: an empty text is nothing, an instant is in UTC. What is sealed and
 * compared must be what is stored, or an untouched record would look changed.
 */
export function asStored(model: Model, values: Values, dialect: Dialect): Values {
  const stored = { ...values };
  for (const { name, attribute } of fieldsOf(model)) {
    if (Object.hasOwn(values, name))
      stored[name] = fromColumn(attribute, toColumn(attribute, values[name], dialect));
  }
  return stored;
}
