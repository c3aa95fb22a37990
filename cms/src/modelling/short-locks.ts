import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/**
 * PostgreSQL finds out after a second that two transactions wait for each other, and then fails one of them: it must
 * never be that of a person at work. A change of tables gives up before, lets everybody pass, and tries again.
 */
const PATIENCE = '250ms';
const TRIES = 200;
const PAUSE = 150;
const GIVEN_UP = ['55P03', '40P01'];

export const limitWaiting = (trx: Knex.Transaction) => trx.raw(`SET LOCAL lock_timeout = '${PATIENCE}'`);

export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !GIVEN_UP.includes((error as { code?: string }).code ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE + Math.random() * PAUSE));
    }
  }
}

/** Changes a table in PostgreSQL while people work on it. */
export function alterPatiently(knex: Knex, sql: string, bindings: string[]): Promise<void> {
  return patiently(() =>
    knex.transaction(async (trx) => {
      await limitWaiting(trx);
      await trx.raw(sql, bindings);
    }),
  );
}

type ForeignKey = { referencedTable: string };
type Difference = {
  tables: {
    added: { name: string; foreignKeys: ForeignKey[] }[];
    updated: { name: string; foreignKeys: { added: ForeignKey[] } }[];
  };
};
type Schema = {
  sync(): Promise<string>;
  builder: {
    updateSchema(difference: Difference): Promise<void>;
    createTables(tables: unknown, trx: Knex.Transaction): Promise<void>;
  };
};

/**
 * The same for what Strapi does at its start, in one transaction. It takes all its locks at the begin: once it holds
 * some and works, it must wait for nobody.
 */
export function syncPatiently(strapi: Core.Strapi): void {
  if (strapi.config.get('database.connection.client') !== 'postgres') return;
  const schema = strapi.db.schema as unknown as Schema;
  const { sync, builder } = schema;
  const { createTables, updateSchema } = builder;
  let difference: Difference | null = null;
  builder.updateSchema = (found) => {
    difference = found;
    return updateSchema.call(builder, found);
  };
  builder.createTables = async (tables, trx) => {
    await limitWaiting(trx);
    if (difference) await lockAll(trx, difference);
    await createTables.call(builder, tables, trx);
  };
  schema.sync = () => patiently(() => sync.call(schema));
}

/** Tables that change, and those that a new key refers to: these may be read meanwhile. */
async function lockAll(trx: Knex.Transaction, { tables: { added, updated } }: Difference): Promise<void> {
  const changed = updated.map(({ name }) => name);
  const fresh = added.map(({ name }) => name);
  const keys = [
    ...added.flatMap(({ foreignKeys }) => foreignKeys),
    ...updated.flatMap(({ foreignKeys }) => foreignKeys.added),
  ];
  const referred = keys.map(({ referencedTable }) => referencedTable);
  const only = (names: string[], not: string[]) =>
    [...new Set(names)].filter((name) => !not.includes(name)).sort();
  for (const table of only(referred, [...changed, ...fresh])) {
    await trx.raw('LOCK TABLE ?? IN SHARE ROW EXCLUSIVE MODE', [table]);
  }
  for (const table of only(changed, [])) await trx.raw('LOCK TABLE ?? IN ACCESS EXCLUSIVE MODE', [table]);
}
