import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkAudit } from '../../../scripts/lib/check-audit';

export type Verdict = { exitCode: number | null; output: string; codes: string[] };

type Place = { dataDir: string; databaseUrl: string | null };

const root = path.resolve(import.meta.dirname, '../../..');

/** What the check finds, without a process of its own: many tests ask, and a process takes longer than the check. */
export async function verify(where: Place): Promise<Verdict> {
  const report = await checkAudit({ ...where, modelDir: path.join(where.dataDir, 'model') });
  const { findings } = report;
  return {
    exitCode: findings.length > 0 ? 1 : 0,
    output: findings.map(({ code, words }) => `[${code}] ${words}`).join('\n'),
    codes: findings.map(({ code }) => code),
  };
}

/** Runs the check as a person does, apart from the server. */
export const verifyByCommand = (where: Place): Promise<Verdict> => byCommand('verify-audit', [], where);

/** Computes published results again as a person does. */
export const recomputeByCommand = (where: Place, ...asked: string[]): Promise<Verdict> =>
  byCommand('recompute', asked, where);

function byCommand(script: string, args: string[], where: Place): Promise<Verdict> {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, path.join(root, `scripts/${script}.ts`), ...args], {
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
