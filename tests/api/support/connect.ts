import path from 'node:path';
import knex, { type Knex } from 'knex';

/** A connection beside a server's own, to look at what lies in its tables or to spoil it. */
export function connect({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null }): Knex {
  return databaseUrl
    ? knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 1 } })
    : knex({
        client: 'better-sqlite3',
        connection: { filename: path.join(dataDir, 'jiedui.sqlite') },
        useNullAsDefault: true,
      });
}
