import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Attribute,
  type BaseTypes,
  type ModelSet,
  STAFF_UID,
  type TypeSchema,
} from '@jiedui/shared/model';
import { mergedTypes, normalAttributes } from '@jiedui/shared/modelling';
import { retiredOf } from '../modelling/running-model';
import { type Named, namesOf } from '../read/strapi-names';
import { type Struct, structOf } from '../read/struct';
import type { AuditedType } from './state';

const belongsTo = (target: string): Attribute => ({
  type: 'relation',
  relation: 'manyToOne',
  target,
  useJoinTable: false,
});

/** The account's columns that decide what a person may do; the password only ever as part of a hash. */
export const STAFF_ATTRIBUTES: Record<string, Attribute> = {
  username: { type: 'string' },
  email: { type: 'email' },
  password: { type: 'password' },
  blocked: { type: 'boolean' },
  displayName: { type: 'string' },
  staffRole: { type: 'enumeration' },
  unit: belongsTo('api::registry.unit'),
  station: belongsTo('api::registry.station'),
  town: belongsTo('api::registry.town'),
  department: belongsTo('api::registry.department'),
  example: { type: 'boolean' },
  rev: { type: 'integer' },
};

/** Every type and component of the model as it lies in the database, without a server. */
export type AuditedModel = { types: AuditedType[]; structOf: (uid: string) => Struct };

/**
 * Every audited type, read from the schema files and the office's model alone: the check of the audit must not need
 * the server. A test holds this equal to Strapi's own names.
 */
export function auditedModel(apiFolder: string, set: ModelSet): AuditedModel {
  const named = new Map<string, Named>();
  const merged = mergedTypes(baseTypes(apiFolder), set);
  for (const [uid, { schema }] of Object.entries(merged)) named.set(uid, namedOf(schema));
  const retiredTypes = Object.entries(set.retired.types);
  for (const [uid, schema] of retiredTypes) named.set(uid, namedOf(schema));
  named.set(STAFF_UID, { table: 'up_users', singularName: 'user' });
  const read = (uid: string, own: Named, attributes: Record<string, Attribute>) => {
    const metaOf = (name: string) => {
      const attribute = attributes[name];
      return attribute && namesOf(own, name, attribute, named.get(attribute.target ?? '') ?? null);
    };
    const targetOf = (target: string) => named.get(target)?.singularName ?? null;
    return structOf({ uid, table: own.table, attributes, metaOf, targetOf });
  };
  const components = new Map(
    Object.entries(set.components).map(([uid, schema]) => {
      const own = { table: schema.collectionName, singularName: uid.split('.')[1] ?? uid };
      return [uid, read(uid, own, normalAttributes(schema.attributes))];
    }),
  );
  const all = [...Object.entries(merged).map(([uid, { schema }]) => [uid, schema] as const), ...retiredTypes];
  const types = all.map(([uid, schema]) => {
    const attributes = { ...schema.attributes, ...retiredOf(set, uid) };
    const added = [...(merged[uid]?.added ?? []), ...Object.keys(retiredOf(set, uid))];
    return auditedType(schema.info.singularName, read(uid, namedOf(schema), attributes), added);
  });
  const staff = read(STAFF_UID, { table: 'up_users', singularName: 'user' }, STAFF_ATTRIBUTES);
  return {
    types: [...types, auditedType('staff', staff)],
    structOf(uid) {
      const struct = components.get(uid);
      if (!struct) throw new Error(`There is no component ${uid}`);
      return struct;
    },
  };
}

const namedOf = (schema: TypeSchema): Named => ({
  table: schema.collectionName,
  singularName: schema.info.singularName,
});

function baseTypes(apiFolder: string): BaseTypes {
  const found: Record<string, TypeSchema> = {};
  for (const area of readdirSync(apiFolder)) {
    const types = path.join(apiFolder, area, 'content-types');
    if (!existsSync(types)) continue;
    for (const type of readdirSync(types)) {
      const schema = JSON.parse(readFileSync(path.join(types, type, 'schema.json'), 'utf8')) as TypeSchema;
      found[`api::${area}.${schema.info.singularName}`] = schema;
    }
  }
  return found;
}

const ROW_ID: Attribute = { type: 'integer' };

function auditedType(resource: string, struct: Struct, added: readonly string[] = []): AuditedType {
  const relations = [...struct.relations.values()].map(({ name, column }) => ({
    name,
    column,
    attribute: ROW_ID,
  }));
  return {
    uid: struct.uid,
    resource,
    table: struct.table,
    media: [...struct.media.keys()],
    columns: [...struct.columns.values(), ...relations],
    nested: struct,
    added,
  };
}
