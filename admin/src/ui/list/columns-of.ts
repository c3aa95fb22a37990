import type { FieldKind, ModelsDescription } from '@jiedui/shared/model';
import { addedFields, type Model } from '../../models/model';
import { modelOfResource } from '../../models/store';
import type { Column } from './column';

const WIDTHS: Partial<Record<FieldKind, number>> = { day: 110, instant: 150, time: 80, flag: 90 };

/** A column of a field as the model describes it. */
export function columnOf(models: ModelsDescription, model: Model, name: string): Column {
  const kind = model.fields[name]?.kind;
  const width = kind && WIDTHS[kind];
  const sort = sortFieldOf(models, model, name);
  return { field: name, ...(sort ? { sort } : {}), ...(width ? { width } : {}) };
}

/** What a list is sorted by where a column stands for a field: a relation sorts by the name of the other record. */
export function sortFieldOf(models: ModelsDescription, model: Model, name: string): string | null {
  const field = model.fields[name];
  if (!field?.sortable) return name in model.fields || name in model.computed ? null : name;
  if (field.kind !== 'relation') return name;
  const target = modelOfResource(models, field.target ?? '');
  return target?.fields[target.titleField] ? `${name}.${target.titleField}` : null;
}

/** The columns of a generated list: what the office has laid out, and what the server works out. */
export const columnNames = (model: Model): string[] => [...model.columns, ...Object.keys(model.computed)];

/** Columns of added fields that the office has put into the list, after the list's own. */
export function addedColumns(model: Model, own: readonly string[]): string[] {
  const added = addedFields(model);
  const placed = model.columns.filter((name) => added.includes(name));
  return [...placed, ...Object.keys(model.computed)].filter((name) => !own.includes(name));
}

const NEVER: readonly FieldKind[] = ['secret'];

/** Every field that can stand in a column, those of the list first. */
export function choosable(model: Model, own: readonly string[]): string[] {
  const named = model.form.flat().map(({ name }) => name);
  const rest = [...named, ...Object.keys(model.computed)].filter((name) => !own.includes(name));
  return [...own, ...rest].filter((name) => !NEVER.includes(model.fields[name]?.kind ?? 'text'));
}
