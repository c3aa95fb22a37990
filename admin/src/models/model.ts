import type {
  ComponentDescription,
  FieldDescription,
  FieldKind,
  TypeDescription,
} from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';

/** A record type as the signed-in role sees it: what the server describes, and nothing else. */
export type Model = TypeDescription;
export type Fields = Readonly<Record<string, FieldDescription>>;
export type Components = Readonly<Record<string, ComponentDescription>>;

/** Label of a field or computed column; the identifier of one that the model does not know. */
export const labelOf = (model: Pick<Model, 'fields' | 'computed'>, field: string): Words =>
  model.fields[field]?.label ?? model.computed[field]?.label ?? { zh: field, en: field };

const POPULATED: readonly FieldKind[] = ['relation', 'relations', 'files', 'component', 'zone'];

/** Those of the fields that a read has to populate. */
export const populatedAmong = (model: Model, fields: readonly string[]): string[] =>
  fields.filter((field) => POPULATED.includes(model.fields[field]?.kind ?? 'text'));

/** The fields that the office has added to a type of the program, in the order of the form. */
export function addedFields(model: Model): string[] {
  const placed = model.form.flat().map(({ name }) => name);
  const rest = Object.keys(model.fields).filter((name) => !placed.includes(name));
  return [...placed, ...rest].filter((name) => model.fields[name]?.added);
}
