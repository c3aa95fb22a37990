import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from './root.mjs';
import { dataDir } from './settings.mjs';

/** Prints the accounts that the first start made, and where they are written down. */
export function printAccounts() {
  const file = path.join(dataDir(), 'first-run.json');
  if (!existsSync(file)) return;
  const { accounts } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`\n首次启动时的账号和密码(只有本机用户可读,见 ${file}):`);
  for (const { role, username, password } of accounts) {
    console.log(`  ${pad(roleWords(role), 14)}${pad(username, 26)}${password}`);
  }
}

function roleWords(role) {
  if (role === 'panel') return '模型面板 /admin';
  const { enumWords } = createRequire(inRoot('cms/package.json'))('@jiedui/shared/text');
  return enumWords('staff', 'role', role).zh;
}

/** Chinese characters are two columns wide in a terminal. */
function pad(text, width) {
  const columns = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}
