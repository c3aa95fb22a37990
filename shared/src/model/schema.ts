import type { Attribute } from './attribute';

/** A content type as Strapi writes it into `schema.json`. */
export type TypeSchema = {
  kind: 'collectionType' | 'singleType';
  collectionName: string;
  info: { singularName: string; pluralName: string; displayName: string; description?: string };
  options?: Record<string, unknown>;
  pluginOptions?: Record<string, unknown>;
  attributes: Record<string, Attribute>;
};

/** A component as Strapi writes it into `components/<category>/<name>.json`. */
export type ComponentSchema = {
  collectionName: string;
  info: { displayName: string; icon?: string; description?: string };
  options?: Record<string, unknown>;
  attributes: Record<string, Attribute>;
};

/** The types that the program brings with it, by uid (`api::registry.unit`). */
export type BaseTypes = Readonly<Record<string, TypeSchema>>;

/** How a relation is kept: in a column of its own row, in a table between, or only on the other side. */
export type RelationSide = 'column' | 'table' | 'inverse';

/** Where the pairs of a relation are kept. A to-one relation of this side has a column; see `normalAttribute`. */
export function relationSide(attribute: Attribute): RelationSide {
  if (attribute.mappedBy) return 'inverse';
  const toOne = attribute.relation === 'manyToOne' || attribute.relation === 'oneToOne';
  return toOne && attribute.useJoinTable === false ? 'column' : 'table';
}

/**
 * An attribute as this product keeps it: a to-one relation lives in a column with an index, which lists and
 * scopes follow; the inverse side of a relation is private, for it would show rows outside the reader's scope.
 */
export function normalAttribute(attribute: Attribute): Attribute {
  if (attribute.type !== 'relation') return attribute;
  if (attribute.mappedBy) return { ...attribute, private: true };
  const toOne = attribute.relation === 'manyToOne' || attribute.relation === 'oneToOne';
  return toOne ? { ...attribute, useJoinTable: false } : attribute;
}

/** What Strapi calls the type of accounts, which the product calls `staff`. */
export const STAFF_UID = 'plugin::users-permissions.user';

/** The record type's name in the product (`unit`), from Strapi's uid (`api::registry.unit`). */
export const resourceOfUid = (uid: string): string =>
  uid === STAFF_UID ? 'staff' : (uid.split('.').at(-1) ?? uid);
