import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from '../../../scripts/lib/postgres';
import { makeReady } from '../../../scripts/lib/ready.mjs';
import { startServer } from '../../../scripts/lib/server-process';
import { placeFixtureModel } from './fixture-model';

/** What every suite is given: a started server on an empty database. */
export type ServerFacts = {
  url: string;
  dataDir: string;
  databaseUrl: string | null;
  office: { username: string; password: string };
  panel: { username: string; password: string };
};

declare module 'vitest' {
  interface ProvidedContext {
    server: ServerFacts;
  }
}

/** Builds what is stale and starts one server, on SQLite or (JIEDUI_TEST_DATABASE=postgres) on PostgreSQL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await makeReady(['shared', 'cms']);
  const postgres: Postgres | null =
    process.env.JIEDUI_TEST_DATABASE === 'postgres' ? await startPostgres({ durable: false }) : null;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-api-'));
  placeFixtureModel(dataDir);
  const databaseUrl = (await postgres?.createDatabase('jiedui_api')) ?? null;
  const server = await startServer({ dataDir, databaseUrl, demo: false });
  const account = (role: string) => {
    const found = server.accounts.find((one) => one.role === role);
    if (!found) throw new Error(`The first run made no account ${role}`);
    return { username: found.username, password: found.password };
  };
  project.provide('server', {
    url: server.url,
    dataDir,
    databaseUrl,
    office: account('districtOffice'),
    panel: account('panel'),
  });
  return async () => {
    await server.stop();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
    const errors = server
      .output()
      .split('\n')
      .filter((line) => /\berror\b|Error:|^\s+at /.test(line));
    if (errors.length > 0) throw new Error(`The server reported errors of its own:\n${errors.join('\n')}`);
  };
}
