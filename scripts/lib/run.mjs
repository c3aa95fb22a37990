import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const KEPT = 200;

/** A command that failed, with the end of what it said. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} (${code})`);
    this.name = 'CommandFailed';
    this.output = output;
  }
}

/**
 * Runs a command of the project and waits for it. What it says is kept, and shown only when it fails, or
 * while it runs with `show`. Rejects with CommandFailed.
 */
export function run(command, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = [];
    const keep = (chunk) => {
      if (show) process.stdout.write(chunk);
      lines.push(...chunk.toString().split('\n'));
      if (lines.length > KEPT * 2) lines.splice(0, lines.length - KEPT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const output = lines.slice(-KEPT).join('\n').trim();
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(' '), code ?? signal, output));
    });
  });
}

/** Runs a program of node_modules/.bin with this Node. */
export const runBin = (name, args, options) => run(process.execPath, [binPath(name), ...args], options);

/** The script behind a program of node_modules, found without a shell (the same on every system). */
function binPath(name) {
  return new URL(`../../node_modules/${BIN[name]}`, import.meta.url).pathname;
}

const BIN = {
  tsc: 'typescript/bin/tsc',
  strapi: '@strapi/strapi/bin/strapi.js',
  vitest: 'vitest/vitest.mjs',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  tsx: 'tsx/dist/cli.mjs',
};
