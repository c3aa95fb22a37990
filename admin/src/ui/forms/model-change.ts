import type { Fields, Model } from '../../models/model';

/** What a published model means for a form that is open: fields that came, and fields that are no more. */
export type ModelChange = { added: string[]; gone: string[] };

/** Whether the role fills in the field: it may write it, and the office has not left it out of its forms. */
export const isAsked = (fields: Fields, name: string): boolean =>
  fields[name]?.writable === true && !fields[name].hidden;

/** Compares the model that a form was opened with to the one that holds now, for the fields the form shows. */
export function modelChange(opened: Model, now: Model, shown: readonly string[]): ModelChange {
  if (opened === now) return { added: [], gone: [] };
  const placed = now.form.flat().map(({ name }) => name);
  const added = placed.filter((name) => isAsked(now.fields, name) && !Object.hasOwn(opened.fields, name));
  const gone = shown.filter((name) => !isAsked(now.fields, name));
  return { added, gone };
}
