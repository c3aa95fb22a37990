import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../lib/port.mjs';
import { inRoot } from '../lib/root.mjs';

export type Target = { url: string; pid: number; stop(): Promise<void> };

const tsx = inRoot('node_modules/tsx/dist/cli.mjs');

/** Runs a script of the bench to its end. */
export function runScript(name: string, env: Record<string, string>): Promise<void> {
  const child = start(name, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name}:\n${output}`))));
  });
}

/** Starts a server script of the bench and waits until it says that it is ready. */
export async function startScript(name: string, env: Record<string, string>): Promise<Target> {
  const port = await freePort();
  const child = start(name, { ...env, PORT: String(port) });
  await untilReady(name, child);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function start(name: string, env: Record<string, string>): ChildProcess {
  // The loader runs inside the same process, so that its CPU time is that of the script alone.
  return spawn(process.execPath, ['--import', loader, path.join(import.meta.dirname, `${name}.ts`)], {
    env: { ...process.env, NODE_ENV: 'production', TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const loader = new URL('./loader.mjs', `file://${tsx}`).href;

function untilReady(name: string, child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready$/m.test(output)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('close', () => reject(new Error(`${name} ended while starting:\n${output}`)));
  });
}
