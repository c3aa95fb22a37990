import { type Attribute, type Components, STAFF_UID } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import { retiredOf, runningModel } from '../modelling/running-model';
import { namesOf } from './strapi-names';
import { type AttributeMeta, isHidden, type Struct, structOf } from './struct';

/**
 * What the read models, the writer and the audit know of a record type, taken from Strapi's own schema.
 */
export type Model = Struct & {
  resource: string;
  area: string;
  plural: string;
  displayName: string;
  /** At most one record: what the builder calls a single type. */
  single: boolean;
  /** The schema's attributes in their order, by the names that the API uses. */
  attributes: Record<string, Attribute>;
  /** Fields that have left the model, as long as the database still holds values of them: the audit's business only. */
  retired: Struct;
  /** The field that names a record to a person. */
  titleField: string;
  searchFields: string[];
};

type Schema = {
  uid: string;
  kind: string;
  info: { singularName: string; pluralName: string; displayName: string };
  attributes: Record<string, Attribute>;
};

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
let components = new Map<string, Struct>();
let componentSchemas: Components = {};

/** Reads every guarded type's model. Called once, when Strapi's metadata is complete. */
export function loadModels(strapi: Core.Strapi): void {
  const schemas = Object.values(strapi.components) as unknown as (Schema & { collectionName: string })[];
  componentSchemas = Object.fromEntries(schemas.map(({ uid, attributes }) => [uid, { attributes }]));
  components = new Map(schemas.map((schema) => [schema.uid, structFrom(strapi, schema)]));
  const built = (Object.values(strapi.contentTypes) as unknown as Schema[])
    .filter(({ uid }) => isGuarded(uid))
    .map((schema) => buildModel(strapi, schema));
  models = new Map(built.map((model) => [model.resource, model]));
  byUid = new Map(built.map((model) => [model.uid, model]));
}

const resourceOf = (strapi: Core.Strapi, uid: string): string =>
  uid === STAFF_UID
    ? 'staff'
    : (strapi.contentTypes[uid as never] as { info: { singularName: string } }).info.singularName;

function structFrom(strapi: Core.Strapi, { uid, attributes }: Pick<Schema, 'uid' | 'attributes'>): Struct {
  const { tableName: table, attributes: meta } = strapi.db.metadata.get(uid);
  return structOf({
    uid,
    table,
    attributes,
    metaOf: (name) => meta[name] as AttributeMeta | undefined,
    targetOf: (target) => (isGuarded(target) ? resourceOf(strapi, target) : null),
  });
}

function buildModel(strapi: Core.Strapi, schema: Schema): Model {
  const { uid, kind, info } = schema;
  const staff = uid === STAFF_UID;
  const attributes = staff ? staffAttributes(schema.attributes) : schema.attributes;
  const struct = structFrom(strapi, { uid, attributes });
  const model: Model = {
    ...struct,
    columns: staff ? renamed(struct.columns) : struct.columns,
    resource: resourceOf(strapi, uid),
    area: staff ? 'staff' : (uid.slice('api::'.length).split('.')[0] ?? ''),
    plural: staff ? 'staff' : info.pluralName,
    displayName: info.displayName,
    single: kind === 'singleType',
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, attribute]) => [
        staff ? (STAFF_NAMES[name] ?? name) : name,
        attribute,
      ]),
    ),
    retired: retiredStruct(strapi, schema, struct.table),
    titleField: 'id',
    searchFields: [],
  };
  const open = (name: string) => {
    const column = model.columns.get(name);
    return column !== undefined && !isHidden(column.attribute);
  };
  const texts = NAMES.filter(open);
  model.titleField = texts[0] ?? firstText(model);
  model.searchFields = texts.length > 0 ? texts : [model.titleField];
  if (open('aliases')) model.searchFields.push('aliases');
  return model;
}

function retiredStruct(strapi: Core.Strapi, { uid, info }: Schema, table: string): Struct {
  const attributes = retiredOf(runningModel().set, uid);
  const targetOf = (target: string) => (isGuarded(target) ? resourceOf(strapi, target) : null);
  const metaOf = (name: string): AttributeMeta | undefined => {
    const attribute = attributes[name];
    if (!attribute) return undefined;
    const target = attribute.target ? strapi.db.metadata.get(attribute.target) : null;
    const named = target && { table: target.tableName, singularName: target.singularName };
    return namesOf({ table, singularName: info.singularName }, name, attribute, named);
  };
  return structOf({ uid, table, attributes, metaOf, targetOf });
}

const staffAttributes = (attributes: Schema['attributes']): Schema['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, { type, configurable }]) =>
        STAFF_FIELDS.includes(name) || (type === 'relation' && configurable !== false),
    ),
  );

const renamed = (columns: Struct['columns']): Struct['columns'] =>
  new Map(
    [...columns.values()].map((field) => {
      const name = STAFF_NAMES[field.name] ?? field.name;
      return [name, { ...field, name }];
    }),
  );

const NAMES = ['displayName', 'name', 'title', 'username', 'code'];

/** Whether its records have names of their own; a pairing or a sheet goes by what it joins. */
export const hasName = (model: Model): boolean => NAMES.includes(model.titleField);

function firstText(model: Model): string {
  for (const { name, attribute } of model.columns.values()) {
    if (attribute.type === 'string' && !isHidden(attribute)) return name;
  }
  return 'documentId';
}

const isGuarded = (uid: string) => uid.startsWith('api::') || uid === STAFF_UID;

/** How a component lies in the database. */
export function componentStruct(uid: string): Struct {
  const struct = components.get(uid);
  if (!struct) throw new Error(`There is no component ${uid}`);
  return struct;
}

/** Every component with its attributes, as the checks of a record's body take them. */
export const allComponents = (): Components => componentSchemas;

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
