import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { createGzip } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { readEnvironment } from '../environment';
import { dialect } from '../read/reader';
import { syncFolder, writeDurably } from './durable';
import { faultPoint } from './fault';
import { nameOf, type Publication } from './publication-store';
import { filesOf, tablesOf } from './removal-facts';

/** Rows that are held in memory at a time. */
const PAGE = 500;

/**
 * Keeps what a publication is about to destroy, in a folder below `backups`; gives its name. SQLite is copied whole
 * (`jiedui.sqlite`). Of PostgreSQL every table concerned becomes a compressed file with a JSON object a line, one a
 * row, keyed by column. Uploaded files of removed fields are copied into `uploads`. `about.json` says what is what;
 * it is written last, so a folder with one is complete.
 */
export async function backUp(strapi: Core.Strapi, publication: Publication): Promise<string> {
  const { dataDir } = readEnvironment();
  const name = `model-${nameOf(publication.number)}`;
  const folder = path.join(dataDir, 'backups', name);
  if (existsSync(path.join(folder, 'about.json'))) return name;
  const fresh = `${folder}.part`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(path.join(fresh, 'uploads'), { recursive: true, mode: 0o700 });
  const knex = strapi.db.connection;
  const tables = dialect() === 'sqlite' ? [] : await tablesOf(strapi, publication.removals);
  if (dialect() === 'sqlite') await copySqlite(strapi, path.join(fresh, 'jiedui.sqlite'));
  else await copyTables(knex, tables, fresh);
  const files = await filesOf(knex, publication.removals);
  for (const { url } of files) await keepFile(dataDir, url, fresh);
  faultPoint('backup');
  const { number, at, by, note, removals } = publication;
  const about = { publication: { number, at, by, note }, database: dialect(), tables, files, removals };
  writeDurably(path.join(fresh, 'about.json'), about);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  syncFolder(path.dirname(folder));
  return name;
}

/** In a thread of its own: SQLite works while its caller waits, and nobody else shall. */
function copySqlite(strapi: Core.Strapi, to: string): Promise<void> {
  const { connection } = strapi.config.get('database.connection') as { connection: { filename: string } };
  return new Promise((resolve, reject) => {
    const thread = new Worker(path.join(__dirname, 'backup-thread.js'), {
      workerData: { from: connection.filename, to },
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The copy ended with ${code}`)),
    );
  });
}

/** All tables as they stand at one moment. */
async function copyTables(knex: Knex, tables: readonly string[], folder: string): Promise<void> {
  await knex.transaction(
    async (trx) => {
      for (const table of tables) {
        const file = path.join(folder, `${table}.ndjson.gz`);
        await pipeline(
          Readable.from(linesOf(trx, table)),
          createGzip(),
          createWriteStream(file, { mode: 0o600 }),
        );
      }
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

async function* linesOf(trx: Knex, table: string): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await trx(table).where('id', '>', after).orderBy('id').limit(PAGE);
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1).id);
  }
}

async function keepFile(dataDir: string, url: string, folder: string): Promise<void> {
  const from = path.join(dataDir, 'public', url);
  if (existsSync(from)) await copyFile(from, path.join(folder, 'uploads', path.basename(url)));
}
