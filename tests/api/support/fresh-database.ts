import knex from 'knex';
import { inject } from 'vitest';
import { unique } from './builders';

/** An empty database beside the one of the tests; null where they run on SQLite. */
export async function freshDatabase(name: string): Promise<string | null> {
  const base = inject('server').databaseUrl;
  if (!base) return null;
  const admin = knex({ client: 'pg', connection: base, pool: { min: 0, max: 1 } });
  const fresh = unique(name);
  await admin.raw('CREATE DATABASE ??', [fresh]);
  await admin.destroy();
  return base.replace(/[^/]+$/, fresh);
}
