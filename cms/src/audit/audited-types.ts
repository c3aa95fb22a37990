import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Attribute } from '@jiedui/shared/model';
import type { AuditedType } from './state';

type Schema = {
  collectionName: string;
  info: { singularName: string };
  attributes: Record<string, Attribute & { relation?: string; useJoinTable?: boolean; target?: string }>;
};

const NOT_COLUMNS = ['media', 'component', 'dynamiczone'];

/** The account's columns that decide what a person may do; the password only ever as part of a hash. */
export const STAFF_ATTRIBUTES: Record<string, Schema['attributes'][string]> = {
  username: { type: 'string' },
  email: { type: 'email' },
  password: { type: 'password' },
  blocked: { type: 'boolean' },
  displayName: { type: 'string' },
  staffRole: { type: 'enumeration' },
  unit: { type: 'relation', relation: 'manyToOne', useJoinTable: false },
  station: { type: 'relation', relation: 'manyToOne', useJoinTable: false },
  town: { type: 'relation', relation: 'manyToOne', useJoinTable: false },
  department: { type: 'relation', relation: 'manyToOne', useJoinTable: false },
  example: { type: 'boolean' },
  rev: { type: 'integer' },
};

/**
 * Every audited type, read from the schema files alone: the check of the audit must not need the server.
 * A test holds this equal to Strapi's own column names.
 */
export function auditedTypes(apiFolder: string): AuditedType[] {
  const types = schemaFiles(apiFolder).map(({ area, file }) => {
    const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
    return auditedType(`api::${area}.${schema.info.singularName}`, schema);
  });
  const staff = auditedType('plugin::users-permissions.user', {
    collectionName: 'up_users',
    info: { singularName: 'staff' },
    attributes: STAFF_ATTRIBUTES,
  });
  return [...types, staff];
}

function schemaFiles(apiFolder: string): { area: string; file: string }[] {
  return readdirSync(apiFolder).flatMap((area) => {
    const types = path.join(apiFolder, area, 'content-types');
    if (!existsSync(types)) return [];
    return readdirSync(types).map((type) => ({ area, file: path.join(types, type, 'schema.json') }));
  });
}

function auditedType(uid: string, schema: Schema): AuditedType {
  const attributes = Object.entries(schema.attributes);
  const columns = attributes
    .filter(([, attribute]) => !NOT_COLUMNS.includes(attribute.type))
    .filter(([, attribute]) => attribute.type !== 'relation' || attribute.useJoinTable === false)
    .map(([name, attribute]) =>
      attribute.type === 'relation'
        ? { name, column: `${snake(name)}_id`, attribute: { type: 'integer' } }
        : { name, column: snake(name), attribute },
    );
  const media = attributes.filter(([, attribute]) => attribute.type === 'media').map(([name]) => name);
  return { uid, resource: schema.info.singularName, table: schema.collectionName, media, columns };
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
