import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compressFolder } from './compress.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { inRoot } from './root.mjs';
import { run, runBin } from './run.mjs';
import { QUIET } from './settings.mjs';

const isTest = (name) => /\.test\.tsx?$/.test(name);

/**
 * What is built, from what, and in which order. `inputs` are compared by content with the stamp that the last
 * build left beside its result.
 */
const PARTS = {
  shared: {
    inputs: ['shared/src', 'shared/tsconfig.build.json', 'shared/package.json', 'tsconfig.json'],
    stamp: 'shared/dist/.stamp',
    build: () => runBin('tsc', ['-p', 'shared/tsconfig.build.json']),
  },
  cms: {
    after: ['shared'],
    inputs: ['shared/src', 'cms/src', 'cms/config', 'cms/tsconfig.json', 'cms/package.json', 'tsconfig.json'],
    stamp: 'cms/dist/.stamp',
    build: buildCms,
  },
  panel: {
    after: ['cms'],
    inputs: ['cms/src/admin', 'cms/src/extensions', 'cms/config/admin.ts', 'package-lock.json'],
    stamp: 'cms/dist/build/.stamp',
    build: buildPanel,
  },
  console: {
    inputs: [
      'shared/src',
      'admin/src',
      'admin/index.html',
      'admin/public',
      'admin/vite.config.ts',
      'admin/vite-shell-worker.ts',
      'admin/package.json',
      'package-lock.json',
    ],
    stamp: 'admin/dist/.stamp',
    build: buildConsole,
  },
};

export const PART_NAMES = Object.keys(PARTS);

function stale(name) {
  const { inputs, stamp } = PARTS[name];
  const now = fingerprint(inputs, isTest);
  return readStamp(stamp) === now ? null : now;
}

/** Builds a part unless its result is that of the present sources; says 'fresh' or 'built'. */
export async function buildPart(name) {
  const now = stale(name);
  if (!now) return 'fresh';
  await PARTS[name].build();
  writeStamp(PARTS[name].stamp, now);
  return 'built';
}

/** Builds what is stale of the named parts, side by side where one does not need the other. */
export async function buildAll(step, names = PART_NAMES) {
  const running = new Map();
  for (const name of names) {
    const before = (PARTS[name].after ?? []).map((needed) => running.get(needed));
    running.set(
      name,
      Promise.all(before).then(() => step(name, () => buildPart(name))),
    );
  }
  await Promise.all(running.values());
}

/** The server. Strapi loads every file of its folders, so what no longer has a source must go. */
async function buildCms() {
  await runBin('tsc', ['-p', 'cms/tsconfig.json']);
  for (const folder of ['src', 'config']) removeOrphans(inRoot('cms/dist', folder), inRoot('cms', folder));
}

function removeOrphans(built, sources) {
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const source = path.join(sources, path.relative(built, file)).replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(source)) rmSync(file);
  }
}

/** Strapi's panel. It reads the configuration, which makes secrets: those of a build are thrown away. */
async function buildPanel() {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'jiedui-panel-'));
  try {
    const env = { ...QUIET, DATA_DIR: scratch, DATABASE_URL: '', NODE_ENV: 'production' };
    await runBin('strapi', ['build'], { cwd: inRoot('cms'), env });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function buildConsole() {
  // The console has its own vite; the one at the root is Strapi's.
  await run(process.execPath, [inRoot('admin/node_modules/vite/bin/vite.js'), 'build'], {
    cwd: inRoot('admin'),
    env: { NODE_ENV: 'production' },
  });
  await compressFolder(inRoot('admin/dist'));
}
