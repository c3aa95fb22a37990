import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeReady } from '../../../scripts/lib/ready.mjs';
import { type FirstRunAccount, startServer } from '../../../scripts/lib/server-process';
import { browserPath } from './browser-path';

/** The demonstration district as a person meets it: its address and its accounts by role. */
export type District = {
  url: string;
  accounts: Record<string, { username: string; password: string }>;
  /** All of them: some roles have several. */
  everybody: FirstRunAccount[];
};

declare module 'vitest' {
  interface ProvidedContext {
    district: District;
    browserPath: string;
  }
}

/** Builds what is stale and starts the server with the demonstration on a new database, and finds a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Before the workers start: each of them would unpack it over the other's.
  project.provide('browserPath', await browserPath());
  await makeReady(['shared', 'cms', 'console']);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-e2e-'));
  // An office's model: a type with every kind of field, and fields added to units.
  cpSync(path.join(import.meta.dirname, 'model'), path.join(dataDir, 'model'), { recursive: true });
  const server = await startServer({ dataDir, demo: true });
  const accounts: District['accounts'] = {};
  // Some roles have several accounts: the first one will do.
  for (const { role, username, password } of server.accounts) accounts[role] ??= { username, password };
  project.provide('district', { url: server.url, accounts, everybody: server.accounts });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
