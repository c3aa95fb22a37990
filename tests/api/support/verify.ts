import { spawn } from 'node:child_process';
import path from 'node:path';

export type Verdict = { exitCode: number | null; output: string; codes: string[] };

const root = path.resolve(import.meta.dirname, '../../..');

/** Runs the check as a person does, apart from the server. */
export function verify(where: { dataDir: string; databaseUrl: string | null }): Promise<Verdict> {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, path.join(root, 'scripts/verify-audit.ts')], {
    env: { ...process.env, DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const codes = [...output.matchAll(/\[([A-Z_]+)\]/g)].map(([, code]) => code ?? '');
      resolve({ exitCode, output, codes });
    });
  });
}
