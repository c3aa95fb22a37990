import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './root.mjs';
import { CommandFailed, run } from './run.mjs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null);

/**
 * Whether node_modules is what package-lock.json says. npm writes the list of what it installed last, when
 * everything is in place, so an interrupted installation counts as none.
 */
export function isInstalled() {
  const installed = read(inRoot('node_modules/.package-lock.json'));
  if (!installed) return false;
  return Object.entries(read(inRoot('package-lock.json')) ?? {})
    .filter(([place, entry]) => place.includes('node_modules/') && !entry.link)
    .every(
      ([place, entry]) => (installed[place]?.version ?? (entry.optional && entry.version)) === entry.version,
    );
}

/** Whether the database driver was compiled for the Node that runs now: after a change of Node it was not. */
export function fitsThisNode() {
  try {
    const Database = createRequire(inRoot('package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/** Compiles the database driver again. */
export async function compileDriver() {
  await advised(npm('rebuild', 'better-sqlite3'));
}

/** Installs exactly what package-lock.json names. Throws with the way out when it cannot. */
export async function install() {
  await advised(npm('ci', '--no-audit', '--no-fund', '--prefer-offline'));
}

async function advised(command) {
  try {
    await run(...command);
  } catch (error) {
    if (error instanceof CommandFailed) error.advice = ADVICE;
    throw error;
  }
}

const ADVICE =
  '依赖没有装好。请检查:能否连到 npm 源(npm ping)、磁盘空间、Node 版本(20.19 以上);然后重新运行 npm start。';

/** npm as it was called, or the one of the path. */
function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}
