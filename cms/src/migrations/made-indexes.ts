import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addedFields, isCustomType } from '../modelling/install-model';
import { allModels, type Model } from '../read/model';
import type { ColumnField } from '../read/struct';

/** What lists filter and sort by. */
const SORTED = ['enumeration', 'date', 'datetime', 'time', 'boolean'];
const NOT_SORTED = ['example', 'updatedAt'];

type Index = { table: string; columns: string[]; unique: boolean };

/**
 * The indexes of what the office has made: Strapi makes none for its fields, and `unique` in a model is no constraint
 * of the database. At every start, since the model may be another one; what is there already stays.
 */
export async function indexMadeTypes(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const wanted = allModels().flatMap(indexesOf);
  if (wanted.length === 0) return;
  const there = await indexNames(knex, [...new Set(wanted.map(({ table }) => table))]);
  for (const index of wanted) if (!there.has(nameOf(index))) await make(strapi, knex, index);
}

function indexesOf(model: Model): Index[] {
  const custom = isCustomType(model.uid);
  const ours = (name: string) => custom || addedFields(model.uid).includes(name);
  const { table } = model;
  const relations = [...model.relations.values()].filter(({ name }) => ours(name));
  const columns = [...model.columns.values()].filter(({ name }) => ours(name) && !NOT_SORTED.includes(name));
  const plain = (column: string) => ({ table, columns: [column], unique: false });
  return [
    ...(custom ? [{ table, columns: ['document_id'], unique: true }] : []),
    ...relations.map(({ column }) => plain(column)),
    ...columns.filter(isSorted(model)).map(({ column }) => plain(column)),
    ...columns.filter(isUnique).map(({ column }) => ({ table, columns: [column], unique: true })),
  ];
}

const isUnique = ({ attribute }: ColumnField) => attribute.unique === true || attribute.type === 'uid';

/** PostgreSQL and SQLite both walk an index by its first column and then need the row for the rest. */
const isSorted =
  (model: Model) =>
  (field: ColumnField): boolean =>
    !isUnique(field) && (SORTED.includes(field.attribute.type) || field.name === model.titleField);

/** PostgreSQL cuts names after 63 bytes. */
function nameOf({ table, columns, unique }: Index): string {
  return `jd_made_${table}_${columns.join('_')}_${unique ? 'unique' : 'index'}`.slice(0, 60);
}

async function indexNames(knex: Knex, tables: string[]): Promise<Set<string>> {
  const sqlite = knex.client.config.client !== 'postgres' && knex.client.config.client !== 'pg';
  const rows = sqlite
    ? await knex('sqlite_master').where({ type: 'index' }).whereIn('tbl_name', tables).select('name')
    : await knex('pg_indexes').whereIn('tablename', tables).select({ name: 'indexname' });
  return new Set(rows.map(({ name }: { name: string }) => name));
}

async function make(strapi: Core.Strapi, knex: Knex, index: Index): Promise<void> {
  const { table, columns, unique } = index;
  const name = nameOf(index);
  try {
    await knex.schema.alterTable(table, (builder) => {
      if (unique) builder.unique(columns, { indexName: name });
      else builder.index(columns, name);
    });
  } catch (error) {
    // Two records may be alike already: that must not keep the system from starting.
    strapi.log.warn(`The index ${name} could not be made: ${(error as Error).message}`);
  }
}
