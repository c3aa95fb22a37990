import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { freePort } from './port.mjs';

export type FirstRunAccount = { role: string; username: string; password: string };

export type ServerProcess = {
  url: string;
  dataDir: string;
  databaseUrl: string | null;
  pid: number;
  accounts: FirstRunAccount[];
  /** What the server has printed so far. */
  output(): string;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

export type ServerSettings = {
  dataDir: string;
  databaseUrl?: string | null;
  demo: boolean;
  port?: number;
  env?: Record<string, string>;
};

const PATIENCE = 120_000;

/** Starts the built server as a process of its own, as `npm start` does, and waits until it answers. */
export async function startServer(settings: ServerSettings): Promise<ServerProcess> {
  const { dataDir, databaseUrl = null, demo } = settings;
  const port = settings.port ?? (await freePort());
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../serve.mjs')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      DEMO: demo ? 'on' : 'off',
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-200_000);
    });
  }
  const url = `${settings.env?.TLS_CERT ? 'https' : 'http'}://127.0.0.1:${port}`;
  await untilHealthy(child, url, () => printed);
  const { accounts } = JSON.parse(readFileSync(path.join(dataDir, 'first-run.json'), 'utf8')) as {
    accounts: FirstRunAccount[];
  };
  return {
    url,
    dataDir,
    databaseUrl,
    pid: child.pid ?? 0,
    accounts,
    output: () => printed,
    ended,
    stop: () => stopChild(child),
  };
}

async function untilHealthy(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting:\n${output()}`);
    if (await isHealthy(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not answer within ${PATIENCE / 1000} s:\n${output()}`);
}

/** Whatever its certificate: who may trust it is not asked here. */
function isHealthy(url: string): Promise<boolean> {
  const options = { rejectUnauthorized: false, agent: false };
  return new Promise((resolve) => {
    const client = url.startsWith('https') ? https : http;
    client
      .get(`${url}/_health`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 204);
      })
      .on('error', () => resolve(false));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
