import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite from 'better-sqlite3';

/** Copies a SQLite database as it stands at one moment, beside whoever reads and writes it. */
function main(): void {
  const { from, to } = workerData as { from: string; to: string };
  const database = new BetterSqlite(from, { readonly: true });
  database.pragma('busy_timeout = 60000');
  database.prepare('VACUUM INTO ?').run(to);
  database.close();
}

if (parentPort) main();
