import { type Attribute, type BaseTypes, type ModelSet, normalAttribute, type TypeSchema } from '../model';

/** What the writer keeps in every record: its revision, and whether it belongs to the demonstration. */
export const KEPT: Record<string, Attribute> = {
  example: { type: 'boolean', default: false, configurable: false },
  rev: { type: 'integer', default: 1, min: 1, configurable: false },
};

/** A record type of the running model: whose it is, and which of its fields the office added. */
export type MergedType = { schema: TypeSchema; custom: boolean; added: readonly string[] };

/** The program's types with what the office has added, and the office's own, ready to be served. */
export function mergedTypes(base: BaseTypes, set: ModelSet): Record<string, MergedType> {
  const merged: Record<string, MergedType> = {};
  for (const [uid, schema] of Object.entries(base)) {
    const added = normalAttributes(set.fields[uid] ?? {});
    // The program's own field wins over one of the same name that the office added before it existed.
    const attributes = { ...added, ...schema.attributes };
    const names = Object.keys(added).filter((name) => !Object.hasOwn(schema.attributes, name));
    merged[uid] = { schema: { ...schema, attributes }, custom: false, added: names };
  }
  for (const [uid, schema] of Object.entries(set.types)) {
    merged[uid] = { schema: ownType(schema), custom: true, added: [] };
  }
  return merged;
}

function ownType(schema: TypeSchema): TypeSchema {
  return {
    ...schema,
    options: { ...schema.options, draftAndPublish: false },
    attributes: { ...normalAttributes(schema.attributes), ...KEPT },
  };
}

/** Attributes as the product keeps them; see `normalAttribute`. */
export function normalAttributes(attributes: Readonly<Record<string, Attribute>>): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, normalAttribute(attribute)]),
  );
}
