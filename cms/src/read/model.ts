import type { Attribute } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';

export const STAFF_UID = 'plugin::users-permissions.user';

/** A field of a record that lives in a column of its own table. */
export type ColumnField = { name: string; column: string; attribute: Attribute };

/** A many-to-one relation that lives in a column: what joins and scopes follow. */
export type RelationField = { name: string; column: string; target: string; attribute: Attribute };

/**
 * What the read models, the writer and the audit know of a record type, taken from Strapi's own schema.
 * `complex` are the attributes that do not live in the table (media, components, many-to-many).
 */
export type Model = {
  resource: string;
  uid: string;
  area: string;
  plural: string;
  displayName: string;
  table: string;
  /** The schema's attributes in their order, by the names that the API uses. */
  attributes: Record<string, Attribute>;
  columns: Map<string, ColumnField>;
  relations: Map<string, RelationField>;
  media: Set<string>;
  complex: Set<string>;
  /** The field that names a record to a person. */
  titleField: string;
  searchFields: string[];
};

type SchemaAttribute = Attribute & { joinColumn?: unknown };

const HIDDEN = ['createdBy', 'updatedBy', 'localizations', 'locale', 'publishedAt'];
const NOT_COLUMNS = ['media', 'component', 'dynamiczone'];

/** The account's fields that the product shows as `staff`; nothing else of it (password, tokens) is readable. */
const STAFF_FIELDS = [
  'username',
  'displayName',
  'staffRole',
  'blocked',
  'example',
  'rev',
  'createdAt',
  'updatedAt',
];
const STAFF_NAMES: Record<string, string> = { staffRole: 'role' };

let models: Map<string, Model> | null = null;
let byUid: Map<string, Model> | null = null;

/** Reads every guarded type's model. Called once, when Strapi's metadata is complete. */
export function loadModels(strapi: Core.Strapi): void {
  const built = Object.values(strapi.contentTypes)
    .filter((type) => type.uid.startsWith('api::') || type.uid === STAFF_UID)
    .filter((type) => type.kind === 'collectionType')
    .map((type) => buildModel(strapi, type.uid));
  models = new Map(built.map((model) => [model.resource, model]));
  byUid = new Map(built.map((model) => [model.uid, model]));
}

export function resourceOf(strapi: Core.Strapi, uid: string): string {
  return uid === STAFF_UID
    ? 'staff'
    : (strapi.contentTypes[uid as never] as { info: { singularName: string } }).info.singularName;
}

function buildModel(strapi: Core.Strapi, uid: string): Model {
  const type = strapi.contentTypes[uid as never] as {
    info: { pluralName: string; displayName: string };
    attributes: Record<string, SchemaAttribute>;
  };
  const meta = strapi.db.metadata.get(uid);
  const staff = uid === STAFF_UID;
  const model: Model = {
    resource: resourceOf(strapi, uid),
    uid,
    area: staff ? 'staff' : (uid.slice('api::'.length).split('.')[0] ?? ''),
    plural: staff ? 'staff' : type.info.pluralName,
    displayName: type.info.displayName,
    table: meta.tableName,
    attributes: {},
    columns: new Map(),
    relations: new Map(),
    media: new Set(),
    complex: new Set(),
    titleField: 'id',
    searchFields: [],
  };
  for (const [name, attribute] of Object.entries(type.attributes)) {
    if (HIDDEN.includes(name)) continue;
    if (staff && attribute.type !== 'relation' && !STAFF_FIELDS.includes(name)) continue;
    addAttribute(
      strapi,
      model,
      name,
      attribute,
      meta.attributes[name] as { columnName?: string; joinColumn?: { name: string } },
    );
  }
  for (const name of Object.keys(type.attributes)) {
    const shown = staff ? (STAFF_NAMES[name] ?? name) : name;
    const attribute = type.attributes[name];
    if (attribute) model.attributes[shown] = attribute;
  }
  const texts = NAMES.filter((name) => model.columns.has(name));
  model.titleField = texts[0] ?? firstText(model);
  model.searchFields = texts.length > 0 ? texts : [model.titleField];
  if (model.columns.has('aliases')) model.searchFields.push('aliases');
  return model;
}

const NAMES = ['displayName', 'name', 'title', 'username', 'code'];

/** Whether its records have names of their own; a pairing or a sheet goes by what it joins. */
export const hasName = (model: Model): boolean => NAMES.includes(model.titleField);

function firstText(model: Model): string {
  for (const field of model.columns.values()) if (field.attribute.type === 'string') return field.name;
  return 'documentId';
}

function addAttribute(
  strapi: Core.Strapi,
  model: Model,
  name: string,
  attribute: SchemaAttribute,
  meta: { columnName?: string; joinColumn?: { name: string } },
): void {
  if (attribute.type === 'relation') {
    const toOne = attribute.relation === 'manyToOne' || attribute.relation === 'oneToOne';
    const target =
      attribute.target && isGuarded(attribute.target) ? resourceOf(strapi, attribute.target) : null;
    if (toOne && meta.joinColumn && target) {
      model.relations.set(name, { name, column: meta.joinColumn.name, target, attribute });
    } else if (target) {
      model.complex.add(name);
    }
    return;
  }
  if (NOT_COLUMNS.includes(attribute.type)) {
    model.complex.add(name);
    if (attribute.type === 'media') model.media.add(name);
    return;
  }
  const shown = model.uid === STAFF_UID ? (STAFF_NAMES[name] ?? name) : name;
  model.columns.set(shown, { name: shown, column: meta.columnName ?? name, attribute });
}

const isGuarded = (uid: string) => uid.startsWith('api::') || uid === STAFF_UID;

/** Every guarded type. */
export function allModels(): Model[] {
  return [...requireModels().values()];
}

/** The model of a record type; undefined for a name that is none. */
export function findModel(resource: string): Model | undefined {
  return requireModels().get(resource);
}

/** The model of a record type that must exist. */
export function modelOf(resource: string): Model {
  const model = findModel(resource);
  if (!model) throw new Error(`There is no record type ${resource}`);
  return model;
}

export function modelOfUid(uid: string): Model | undefined {
  requireModels();
  return byUid?.get(uid);
}

function requireModels(): Map<string, Model> {
  if (!models) throw new Error('The models are read when Strapi starts; it has not started');
  return models;
}
