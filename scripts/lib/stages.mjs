import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CommandFailed, runBin } from './run.mjs';

/** Colours are lost in a log, and their codes fill it. */
const PLAIN = { NO_COLOR: '1', FORCE_COLOR: '0' };

/** What a stage counted. A check such as the linter counts as one. */
const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/** Runs a program whose exit code is the verdict; what it said is shown when it fails. */
export async function check(name, args) {
  try {
    await runBin(name, args, { env: PLAIN });
    return one(true);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.log(error.output);
    return one(false);
  }
}

/** Runs vitest projects, of them only files whose names hold one of `files` if any, and counts their tests; a file that could not even load counts as failed. */
export async function vitest(projects, env = {}, files = []) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-tests-'));
  const report = path.join(folder, 'report.json');
  const args = ['run', ...files, ...projects.flatMap((name) => ['--project', name])];
  args.push('--reporter=dot', '--reporter=json', `--outputFile.json=${report}`);
  let ended = null;
  try {
    await runBin('vitest', args, { env: { ...env, ...PLAIN }, show: true });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    ended = error.message;
  }
  try {
    return counted(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.log(`测试没有跑完:${ended ?? error.message}`);
    return one(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted({ numPassedTests, numFailedTests, numTotalTests, success, testResults }) {
  const unloadable = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = numFailedTests + unloadable.length;
  // A run that found nothing to run, or broke outside its tests, has not passed.
  const broken = failed === 0 && (numTotalTests === 0 || !success);
  return { passed: numPassedTests, failed: failed + (broken ? 1 : 0) };
}
