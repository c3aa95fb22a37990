import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
