import { installAccess } from '@jiedui/shared/access';
import type { Attribute, BaseTypes, ComponentSchema, TypeSchema } from '@jiedui/shared/model';
import { KEPT, mergedTypes, normalAttributes } from '@jiedui/shared/modelling';
import { type Core, factories } from '@strapi/strapi';
import { runningModel } from './running-model';

type Registered = {
  attributes: Record<string, Attribute>;
  __schema__: { attributes: Record<string, Attribute> };
};
type Added = Record<string, readonly string[]>;

let added: Added = {};
let program: BaseTypes = {};

/** The program's own types, without what the office added to them. */
export const programTypes = (): BaseTypes => program;

/** The fields that the office has added to a type of the program. */
export const addedFields = (uid: string): readonly string[] => added[uid] ?? [];

/** Whether the office made the type. */
export const isCustomType = (uid: string): boolean => Object.hasOwn(runningModel().set.types, uid);

/** Whether the office may change a field: the program's and those that every record has are not its own. */
export const isOffices = (uid: string, field: string): boolean =>
  (isCustomType(uid) && !Object.hasOwn(KEPT, field)) || addedFields(uid).includes(field);

/** Strapi puts these on every type that it loads itself, before ours are there. */
const LOCALE: Attribute & Record<string, unknown> = {
  type: 'string',
  writable: true,
  private: true,
  configurable: false,
  visible: false,
};

/**
 * Gives Strapi the office's types, components and added fields, and the matrix its rules, before anything is made
 * of them. The model is data: the code of a new type is Strapi's own.
 */
export function installModel(strapi: Core.Strapi): void {
  const { set } = runningModel();
  installAccess(set.access, set.fieldAccess);
  for (const [uid, schema] of Object.entries(set.components)) addComponent(strapi, uid, schema);
  program = structuredClone(baseTypes(strapi));
  const merged = mergedTypes(program, set);
  added = Object.fromEntries(Object.entries(merged).map(([uid, type]) => [uid, type.added]));
  for (const [uid, type] of Object.entries(merged)) {
    if (type.custom) addType(strapi, uid, type.schema);
    else addFields(strapi, uid, type.schema, type.added);
  }
}

/** The program's own types as their files say. */
function baseTypes(strapi: Core.Strapi): BaseTypes {
  const own = Object.entries(strapi.contentTypes as unknown as Record<string, { __schema__: TypeSchema }>);
  return Object.fromEntries(
    own.filter(([uid]) => uid.startsWith('api::')).map(([uid, type]) => [uid, type.__schema__]),
  );
}

function addType(strapi: Core.Strapi, uid: string, schema: TypeSchema): void {
  const name = schema.info.singularName;
  (strapi.get('apis') as { add(name: string, api: unknown): unknown }).add(apiOf(uid), {
    config: {},
    contentTypes: { [name]: { schema } },
    controllers: { [name]: factories.createCoreController(uid as never) },
    services: { [name]: factories.createCoreService(uid as never) },
    routes: {},
  });
  registered(strapi, uid).attributes.locale = LOCALE;
}

const apiOf = (uid: string) => uid.slice('api::'.length).split('.')[0] ?? '';

function addFields(strapi: Core.Strapi, uid: string, schema: TypeSchema, names: readonly string[]): void {
  const type = registered(strapi, uid);
  for (const name of names) {
    const attribute = schema.attributes[name];
    if (!attribute) continue;
    type.attributes[name] = attribute;
    type.__schema__.attributes[name] = attribute;
  }
}

function registered(strapi: Core.Strapi, uid: string): Registered {
  return strapi.contentTypes[uid as never] as unknown as Registered;
}

function addComponent(strapi: Core.Strapi, uid: string, schema: ComponentSchema): void {
  const [category = '', name = ''] = uid.split('.');
  const component = { ...schema, attributes: normalAttributes(schema.attributes) };
  (strapi.get('components') as { set(uid: string, component: unknown): unknown }).set(uid, {
    ...component,
    __schema__: structuredClone(component),
    uid,
    category,
    modelType: 'component',
    modelName: name,
    globalId: `Component${category}${name}`.replace(/[^A-Za-z0-9]/g, ''),
  });
}
