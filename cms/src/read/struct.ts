import type { Attribute } from '@jiedui/shared/model';

/** A field of a record that lives in a column of its own table. */
export type ColumnField = { name: string; column: string; attribute: Attribute };

/** A to-one relation that lives in a column: what joins and scopes follow. */
export type RelationField = { name: string; column: string; target: string; attribute: Attribute };

/** A to-many relation: pairs of row ids in a table between, in the order of `order`. */
export type LinkField = {
  name: string;
  target: string;
  table: string;
  own: string;
  other: string;
  order: string | null;
  attribute: Attribute;
};

/** A component, several of one, or a zone of different ones: rows of the components' tables, by a table between. */
export type PartField = {
  name: string;
  table: string;
  components: readonly string[];
  several: boolean;
  zone: boolean;
  attribute: Attribute;
};

/** How the fields of a record type or a component lie in the database. */
export type Struct = {
  uid: string;
  table: string;
  columns: Map<string, ColumnField>;
  relations: Map<string, RelationField>;
  links: Map<string, LinkField>;
  parts: Map<string, PartField>;
  media: Map<string, Attribute>;
};

/** Whether a record of this struct is more than its row. */
export const hasNested = ({ links, parts }: Struct): boolean => links.size > 0 || parts.size > 0;

/** What the office keeps from the API altogether: passwords, and what the builder calls private. */
export const isHidden = (attribute: Attribute): boolean =>
  attribute.type === 'password' || attribute.private === true;

/** What Strapi's own description of a table says of one attribute. */
export type AttributeMeta = {
  columnName?: string;
  joinColumn?: { name: string };
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn?: { name: string };
    orderColumnName?: string;
  };
};

/** Strapi writes these on every type. */
const BOOKKEEPING = ['createdBy', 'updatedBy', 'localizations', 'locale', 'publishedAt', 'documentId'];

type Source = {
  uid: string;
  table: string;
  attributes: Readonly<Record<string, Attribute>>;
  metaOf: (name: string) => AttributeMeta | undefined;
  /** The record type that a uid stands for; null for one that is not guarded. */
  targetOf: (uid: string) => string | null;
};

/** Reads how a type's or component's attributes lie in the database. */
export function structOf({ uid, table, attributes, metaOf, targetOf }: Source): Struct {
  const struct: Struct = {
    uid,
    table,
    columns: new Map(),
    relations: new Map(),
    links: new Map(),
    parts: new Map(),
    media: new Map(),
  };
  for (const [name, attribute] of Object.entries(attributes)) {
    if (!BOOKKEEPING.includes(name)) place(struct, name, attribute, metaOf(name) ?? {}, targetOf);
  }
  return struct;
}

function place(
  struct: Struct,
  name: string,
  attribute: Attribute,
  meta: AttributeMeta,
  targetOf: Source['targetOf'],
): void {
  switch (attribute.type) {
    case 'relation':
      placeRelation(struct, name, attribute, meta, targetOf(attribute.target ?? ''));
      break;
    case 'media':
      struct.media.set(name, attribute);
      break;
    case 'component':
    case 'dynamiczone': {
      const zone = attribute.type === 'dynamiczone';
      const components = zone ? (attribute.components ?? []) : [attribute.component ?? ''];
      const several = zone || attribute.repeatable === true;
      const table = meta.joinTable?.name ?? '';
      struct.parts.set(name, { name, table, components, several, zone, attribute });
      break;
    }
    default:
      struct.columns.set(name, { name, column: meta.columnName ?? name, attribute });
  }
}

function placeRelation(
  struct: Struct,
  name: string,
  attribute: Attribute,
  { joinColumn, joinTable }: AttributeMeta,
  target: string | null,
): void {
  if (target === null || attribute.mappedBy) return;
  if (joinColumn) {
    struct.relations.set(name, { name, column: joinColumn.name, target, attribute });
  } else if (joinTable?.inverseJoinColumn) {
    struct.links.set(name, {
      name,
      target,
      table: joinTable.name,
      own: joinTable.joinColumn.name,
      other: joinTable.inverseJoinColumn.name,
      order: joinTable.orderColumnName ?? null,
      attribute,
    });
  }
}
