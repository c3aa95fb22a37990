import { spawn } from 'node:child_process';
import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';
import { inRoot, root } from './lib/root.mjs';
import { address } from './lib/settings.mjs';

// npm run dev: the compilers watch, the server starts again after each compilation, vite serves the console.
const children = new Set();
let server = null;
let timer = null;

function child(args, options = {}) {
  const started = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  children.add(started);
  started.on('exit', () => children.delete(started));
  return started;
}

function watch(project) {
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const compiler = child([tsc, '-p', project, '--watch', '--preserveWatchOutput'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  compiler.stdout.on('data', (chunk) => {
    const text = chunk.toString();
    process.stdout.write(text);
    if (text.includes('Found 0 errors')) restartSoon();
  });
}

/** A change of the rules compiles twice, there and in the server: one new start for both. */
function restartSoon() {
  clearTimeout(timer);
  timer = setTimeout(restart, 800);
}

function restart() {
  if (!server) {
    server = child([inRoot('scripts/serve.mjs'), '--develop']);
    return;
  }
  if (server.leaving) return;
  server.leaving = true;
  const again = () => {
    server = null;
    restart();
  };
  if (server.exitCode !== null || server.signalCode !== null) return again();
  server.once('exit', again);
  server.kill('SIGTERM');
}

function stop() {
  clearTimeout(timer);
  for (const each of children) each.kill('SIGTERM');
  setTimeout(() => process.exit(0), 1_000);
}

async function dev() {
  await makeReady(['shared', 'cms']);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  watch('shared/tsconfig.build.json');
  watch('cms/tsconfig.json');
  child([inRoot('admin/node_modules/vite/bin/vite.js')], { cwd: inRoot('admin') });
  console.log(
    `控制台 http://127.0.0.1:5173(改动即时可见),服务端口 ${address().port},账号在数据目录的 first-run.json。`,
  );
}

await dev().catch(fail);
