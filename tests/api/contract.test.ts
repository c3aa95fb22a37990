import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MATRIX, ROLES } from '@jiedui/shared/access';
import { SOURCE_CODES } from '@jiedui/shared/rubric';
import { ENUM_TEXT, ERROR_TEXT, fieldLabel } from '@jiedui/shared/text';
import { MACHINES } from '@jiedui/shared/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditedModel } from '../../cms/src/audit/audited-types';
import { fixtureSet, placeFixtureModel } from './support/fixture-model';

type Attribute = {
  type: string;
  enum?: string[];
  default?: string;
  inversedBy?: string;
  private?: boolean;
  relation?: string;
};
type Schema = {
  resource: string;
  attributes: Record<string, Attribute>;
  options?: { draftAndPublish?: boolean };
};

const API = path.resolve(import.meta.dirname, '../../cms/src/api');

function readSchemas(): Schema[] {
  return readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('schema.json'))
    .map((file) => {
      const schema = JSON.parse(readFileSync(path.join(API, file), 'utf8'));
      return { ...schema, resource: schema.info.singularName };
    });
}

const schemas = readSchemas();
const enums = schemas.flatMap(({ resource, attributes }) =>
  Object.entries(attributes)
    .filter(([, attribute]) => attribute.type === 'enumeration')
    .map(([field, attribute]) => ({ resource, field, ...attribute })),
);

describe('the schemas agree with the rules', () => {
  it('every type is in the matrix, and every type of the matrix is there', () => {
    const names = schemas.map(({ resource }) => resource);
    expect([...names, 'staff'].sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it.each(Object.entries(MACHINES))('the states of %s are its machine’s', (resource, machine) => {
    const state = schemas.find((schema) => schema.resource === resource)?.attributes.state;
    expect(state?.enum).toEqual(machine.states);
    expect(state?.default).toBe(machine.initial);
  });

  it('a type with a state has a machine', () => {
    const withState = schemas.filter(({ attributes }) => attributes.state).map(({ resource }) => resource);
    expect(withState.sort()).toEqual(Object.keys(MACHINES).sort());
  });

  it.each(enums)(
    '$resource.$field: the options are those that have words',
    ({ resource, field, enum: options }) => {
      expect(Object.keys(ENUM_TEXT[`${resource}.${field}`] ?? {}).sort()).toEqual(
        [...(options ?? [])].sort(),
      );
    },
  );

  it('sources and roles are the shared tuples', () => {
    for (const { field, enum: options } of enums.filter(({ field }) => field === 'source')) {
      expect(options, field).toEqual([...SOURCE_CODES]);
    }
    expect(Object.keys(ENUM_TEXT['staff.role'] ?? {}).sort()).toEqual([...ROLES].sort());
  });

  it('no relation shows its other side, and no type has drafts of Strapi’s', () => {
    for (const { resource, attributes, options } of schemas) {
      expect(options?.draftAndPublish ?? false, resource).toBe(false);
      for (const [field, attribute] of Object.entries(attributes)) {
        if (attribute.type !== 'relation') continue;
        // To many only where neither side's rows are anybody's own, where both sides took part in the same thing, or
        // where several use what a site offers.
        const many = [
          'unit.honours',
          'activity.alsoPairings',
          'activity.indicators',
          'activity.offers',
          'api-consumer.columns',
        ].includes(`${resource}.${field}`);
        expect(attribute.relation, `${resource}.${field}`).toBe(many ? 'manyToMany' : 'manyToOne');
        expect(attribute.inversedBy, `${resource}.${field}`).toBeUndefined();
      }
    }
  });

  it('every field has a label in Chinese', () => {
    for (const { resource, attributes } of schemas) {
      for (const field of Object.keys(attributes)) {
        expect(fieldLabel(resource, field).zh, `${resource}.${field}`).toMatch(/[一-鿿]/);
      }
    }
  });

  it('every error code has words in both languages', () => {
    for (const [code, words] of Object.entries(ERROR_TEXT)) {
      expect(words.zh, code).toMatch(/[一-鿿]/);
      expect(words.en, code).not.toMatch(/[一-鿿]/);
    }
  });
});

describe('the audit’s columns', () => {
  type Column = { name: string; column: string; type: string };
  let strapis: Record<string, { table: string; columns: Column[]; tables: string[] }>;

  beforeAll(() => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-columns-'));
    placeFixtureModel(dataDir);
    try {
      const script = path.resolve(import.meta.dirname, 'support/list-columns.mjs');
      const env = {
        ...process.env,
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        DEMO: 'off',
        NODE_ENV: 'production',
      };
      const output = execFileSync(process.execPath, [script], { env, encoding: 'utf8' });
      strapis = JSON.parse(
        output
          .split('\n')
          .find((line) => line.startsWith('COLUMNS '))
          ?.slice(8) ?? '{}',
      );
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('are those of Strapi’s own metadata, for every type', () => {
    for (const { resource, table, columns, nested } of auditedModel(API, fixtureSet).types) {
      const known = strapis[resource];
      expect(known?.table, resource).toBe(table);
      const audited = columns.map(({ name, column }) => `${name}=${column}`).sort();
      const wanted = (known?.columns ?? []).map(({ name, column }) => `${name}=${column}`).sort();
      if (resource === 'staff') for (const column of audited) expect(wanted, resource).toContain(column);
      else expect(audited, resource).toEqual(wanted);
      if (resource === 'staff') continue;
      const between = [
        ...[...nested.links.values()].map((one) => `${one.name}=${one.table}.${one.own}.${one.other}`),
        ...[...nested.parts.values()].map((one) => `${one.name}=${one.table}.entity_id.cmp_id`),
      ];
      expect(between.sort(), resource).toEqual(known?.tables.sort());
    }
  });
});
