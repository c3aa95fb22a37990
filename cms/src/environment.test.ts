import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(path.join(root, '.cache/environment-'));
  vi.stubEnv('DATA_DIR', path.relative(root, folder));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('finds the data folder from the project, whether it runs compiled or from its source', async () => {
  const { readEnvironment } = await import('./environment');
  expect(readEnvironment().dataDir).toBe(folder);
});

const rights = (folder: string) => (statSync(folder).mode & 0o7777).toString(8);

it('makes the data folder and what lies in it private, also those that were open', async () => {
  const uploads = path.join(folder, 'public/uploads');
  mkdirSync(uploads, { recursive: true });
  for (const open of [folder, path.join(folder, 'public'), uploads]) chmodSync(open, 0o755);
  vi.resetModules();
  const { readEnvironment } = await import('./environment');
  readEnvironment();
  for (const closed of [folder, path.join(folder, 'public'), uploads]) expect(rights(closed)).toBe('700');
});

it('leaves a folder as it is that everybody uses', async () => {
  chmodSync(folder, 0o1777);
  vi.resetModules();
  const { readEnvironment } = await import('./environment');
  readEnvironment();
  expect(rights(folder)).toBe('1777');
});

it('names what in WEBHOOK_ALLOW is neither a host nor a range of addresses', async () => {
  vi.stubEnv('WEBHOOK_ALLOW', 'paper.inner, 10.0.0.0/8, 10.0.0, https://x');
  vi.resetModules();
  const { readEnvironment } = await import('./environment');
  expect(() => readEnvironment()).toThrow(/WEBHOOK_ALLOW.*: 10\.0\.0\n.*: https:\/\/x$/);
  vi.stubEnv('WEBHOOK_ALLOW', 'paper.inner, 10.0.0.0/8');
  expect([...readEnvironment().webhookAllow.names]).toEqual(['paper.inner']);
});
