import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { readEnvironment } from '../src/environment';

// Strapi would drop every column and table that is no longer in the model, at the start and without a word.
const SETTINGS = { forceMigration: false };

export default () => {
  const { databaseUrl, dataDir } = readEnvironment();
  if (databaseUrl) {
    return {
      connection: {
        client: 'postgres',
        connection: { connectionString: databaseUrl },
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

/** Write-ahead logging lets readers go on while a transaction is open; an import must not stop them. */
function prepareSqlite(connection: Database, done: (error: Error | null, connection: Database) => void) {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  done(null, connection);
}
