import { createRequire } from 'node:module';
import { inRoot } from './root.mjs';

/** Any number that nothing else in the database locks by. */
const LOCK = 20_220_616;

/**
 * Lets the processes that serve one PostgreSQL start one after the other: each brings secrets, tables and first
 * records up to date, and two at once would make the same. SQLite has one process.
 */
export async function startAlone(work) {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) return work();
  const { Client } = createRequire(inRoot('package.json'))('pg');
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    // The lock goes with the connection, also when this process dies.
    await client.end();
  }
}
