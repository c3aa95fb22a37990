import type { Database, Statement } from 'better-sqlite3';

/** How often a transaction asks for the write lock that another process holds, and how long, in milliseconds. */
const PACE = 5;
const PATIENCE = 60_000;

/**
 * Lets every transaction of a SQLite connection take the write lock at its begin. One that reads first and writes
 * later fails at once when another process has written in between (a server that starts beside this one, an import at
 * the command line). And lets it wait for the lock without stopping the process: SQLite itself would sleep, and
 * nobody could even read.
 */
export function beginImmediately(connection: Database): void {
  const prepare = connection.prepare.bind(connection);
  const begin = { reader: false, run: () => untilBegun(connection, prepare('BEGIN IMMEDIATE')) };
  connection.prepare = ((sql: string) => (sql === 'BEGIN;' ? begin : prepare(sql))) as Database['prepare'];
}

async function untilBegun(connection: Database, statement: Statement): Promise<object> {
  const [{ timeout = 0 } = {}] = connection.pragma('busy_timeout') as { timeout?: number }[];
  for (const until = Date.now() + PATIENCE; ; ) {
    connection.pragma('busy_timeout = 0');
    try {
      return statement.run();
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > until) throw error;
    } finally {
      connection.pragma(`busy_timeout = ${timeout}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PACE));
  }
}
