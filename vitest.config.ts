import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Unit tests read the rules from their sources; the built server has its own copy.
const sources = {
  find: /^@jiedui\/shared\/(.+)$/,
  replacement: `${path.resolve(import.meta.dirname, 'shared/src')}/$1/index.ts`,
};

const unit = (name: string, include: string[]) => ({
  resolve: { alias: [sources] },
  test: {
    name,
    include,
    environment: 'node' as const,
    setupFiles: ['tests/unit/random-cases.ts'],
    // What hangs is found; how fast something is, is for the bench.
    testTimeout: 60_000,
  },
});

/** Suites that talk to a started server; `workers` of them at a time. */
const started = (name: string, globalSetup: string, workers: number, patience = 180_000, retry = 0) => ({
  resolve: { alias: [sources] },
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    globalSetup,
    fileParallelism: workers > 1,
    maxWorkers: workers,
    maxConcurrency: 3,
    testTimeout: patience,
    retry,
    expect: { poll: { timeout: patience / 4 } },
    hookTimeout: 600_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      unit('shared', ['shared/src/**/*.test.ts']),
      unit('admin', ['admin/src/**/*.test.{ts,tsx}']),
      unit('cms', ['cms/src/**/*.test.ts', 'scripts/**/*.test.ts']),
      started('api', 'tests/api/support/global-setup.ts', 1),
      // A browser mostly waits: two at a time keep two cores busy. One that is starved of them may lose a click; what is
      // wrong fails twice.
      started('e2e', 'tests/e2e/support/global-setup.ts', 2, 900_000, 1),
    ],
  },
});
