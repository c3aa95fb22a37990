import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { startServer } from '../../scripts/lib/server-process';
import { signIn } from './support/client';
import { freshDatabase } from './support/fresh-database';

// SQLite is served by one process.
describe.runIf(inject('server').databaseUrl)('two processes', () => {
  it('that start at once on an empty database both serve it, with one set of first records', {
    timeout: 120_000,
  }, async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-two-'));
    const databaseUrl = await freshDatabase('two');
    const servers = await Promise.all([1, 2].map(() => startServer({ dataDir, databaseUrl, demo: false })));
    try {
      for (const { url, accounts } of servers) {
        const office = accounts.find(({ role }) => role === 'districtOffice');
        const by = await signIn(office?.username ?? '', office?.password ?? '', url);
        const staff = await by.get<{ username: string }[]>('/staff');
        expect(staff.data.map(({ username }) => username)).toEqual([office?.username]);
      }
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
