import type { Attribute, ModelSet } from '@jiedui/shared/model';
import { resourceOfUid } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import type { ComponentRemoval, FieldRemoval, Place, Removal, TypeRemoval } from './removals';

type Joined = { name: string };
type Meta = {
  type: string;
  columnName?: string;
  target?: string;
  morphBy?: string;
  joinColumn?: Joined;
  joinTable?: {
    name: string;
    on?: object;
    joinColumn: Joined;
    inverseJoinColumn?: Joined;
  };
};

/** The table of a type or component of the running model; null when it has none of that name. */
export function tableOf(strapi: Core.Strapi, uid: string): string | null {
  return strapi.db.metadata.has(uid) ? strapi.db.metadata.get(uid).tableName : null;
}

/** Where the running model keeps a field; null for what it keeps nowhere of its own (an inverse side). */
export function placeOf(strapi: Core.Strapi, uid: string, name: string, attribute: Attribute): Place | null {
  if (!tableOf(strapi, uid) || attribute.mappedBy) return null;
  const meta = strapi.db.metadata.get(uid).attributes[name] as Meta | undefined;
  if (!meta) return null;
  if (meta.columnName) return { kind: 'column', column: meta.columnName, attribute };
  if (meta.joinColumn)
    return { kind: 'column', column: meta.joinColumn.name, attribute: { type: 'integer' } };
  if (meta.morphBy) return { kind: 'media' };
  const { joinTable } = meta;
  if (!joinTable) return null;
  if (joinTable.on) return { kind: 'components', table: joinTable.name };
  return {
    kind: 'link',
    table: joinTable.name,
    own: joinTable.joinColumn.name,
    other: joinTable.inverseJoinColumn?.name ?? '',
    otherTable: tableOf(strapi, meta.target ?? '') ?? '',
  };
}

/** What leaves the database when the running model becomes another, by physical names. */
export function removalsBetween(strapi: Core.Strapi, before: ModelSet, after: ModelSet): Removal[] {
  const found: Removal[] = zoneRemovals(strapi, before, after);
  for (const [uid, { attributes }] of Object.entries(before.types)) {
    const is = after.types[uid]?.attributes;
    if (is) found.push(...fieldRemovals(strapi, uid, attributes, is));
    else found.push(...typeRemoval(strapi, uid, attributes));
  }
  for (const [uid, attributes] of Object.entries(before.fields)) {
    found.push(...fieldRemovals(strapi, uid, attributes, after.fields[uid] ?? {}));
  }
  for (const [uid, { attributes }] of Object.entries(before.components)) {
    const is = after.components[uid]?.attributes;
    if (is) found.push(...fieldRemovals(strapi, uid, attributes, is));
    else found.push(...componentRemoval(strapi, uid, attributes));
  }
  return found;
}

/** Components that go altogether also leave the dynamic zones that stay. */
function zoneRemovals(strapi: Core.Strapi, before: ModelSet, after: ModelSet): FieldRemoval[] {
  const owners = [...Object.entries(after.types), ...Object.entries(after.components)];
  const fields = [
    ...owners.map(([uid, { attributes }]) => [uid, attributes] as const),
    ...Object.entries(after.fields),
  ];
  const was = (uid: string) =>
    (before.types[uid] ?? before.components[uid])?.attributes ?? before.fields[uid];
  return fields.flatMap(([uid, attributes]) =>
    Object.keys(attributes).flatMap((name) =>
      (was(uid)?.[name]?.components ?? [])
        .filter((component) => !after.components[component])
        .flatMap((only) =>
          fieldRemovals(strapi, uid, { [name]: was(uid)?.[name] ?? (attributes[name] as Attribute) }, {}).map(
            (removal) => ({ ...removal, place: { ...removal.place, only } as Place }),
          ),
        ),
    ),
  );
}

type Attributes = Readonly<Record<string, Attribute>>;

function fieldRemovals(strapi: Core.Strapi, uid: string, was: Attributes, is: Attributes): FieldRemoval[] {
  const table = tableOf(strapi, uid);
  if (!table) return [];
  const resource = uid.includes('::') ? resourceOfUid(uid) : uid;
  return placesOf(strapi, uid, was)
    .filter(({ name }) => !Object.hasOwn(is, name))
    .map(({ name, place }) => ({ what: 'field', resource, uid, name, table, place }));
}

function typeRemoval(strapi: Core.Strapi, uid: string, was: Attributes): TypeRemoval[] {
  const table = tableOf(strapi, uid);
  if (!table) return [];
  return [{ what: 'type', resource: resourceOfUid(uid), uid, table, fields: placesOf(strapi, uid, was) }];
}

function componentRemoval(strapi: Core.Strapi, uid: string, was: Attributes): ComponentRemoval[] {
  const table = tableOf(strapi, uid);
  return table ? [{ what: 'component', uid, table, fields: placesOf(strapi, uid, was) }] : [];
}

function placesOf(strapi: Core.Strapi, uid: string, attributes: Attributes) {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const place = placeOf(strapi, uid, name, attribute);
    return place ? [{ name, place }] : [];
  });
}
