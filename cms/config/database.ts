import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { readEnvironment } from '../src/environment';
import { beginImmediately } from '../src/write/begin';

// Strapi would drop every column and table that is no longer in the model, at the start and without a word.
const SETTINGS = { forceMigration: false };

export default () => {
  const { databaseUrl, dataDir } = readEnvironment();
  if (databaseUrl) {
    return {
      connection: {
        client: 'postgres',
        // Compiling a statement takes longer than any of ours takes to run.
        connection: { connectionString: databaseUrl, options: '-c jit=off' },
        pool: { min: 0, max: 10 },
      },
      settings: SETTINGS,
    };
  }
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(dataDir, 'jiedui.sqlite') },
      useNullAsDefault: true,
      pool: { min: 1, max: 1, afterCreate: prepareSqlite },
    },
    settings: SETTINGS,
  };
};

/**
 * How long a write waits for that of another process, in milliseconds. A server that starts beside the one that serves
 * keeps nobody waiting, so it may wait long.
 */
const SERVING = 5_000;
const STARTING = 60_000;

/** Write-ahead logging lets readers go on while a transaction is open; an import must not stop them. */
function prepareSqlite(connection: Database, done: (error: Error | null, connection: Database) => void) {
  // Its log and index, made by the next line, get the same rights.
  if (process.getuid?.() === statSync(connection.name).uid) chmodSync(connection.name, 0o600);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma(`busy_timeout = ${process.env.MODEL_TRIAL === 'on' ? STARTING : SERVING}`);
  beginImmediately(connection);
  done(null, connection);
}
