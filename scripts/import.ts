import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Command from '../cms/src/workbook/command';
import { loadStrapi } from './lib/load-strapi';

/** `npm run import -- FILE.xlsx [--dry-run]`: the import of the console without the console. */
const [file, ...options] = process.argv.slice(2);
const OPTIONS = ['--dry-run', '--without-wrong'];

if (!file || file.startsWith('--') || options.some((option) => !OPTIONS.includes(option))) {
  console.error('用法:npm run import -- 工作簿.xlsx [--dry-run] [--without-wrong]');
  process.exit(2);
}

const strapi = await loadStrapi();
const built = path.resolve(import.meta.dirname, '../cms/dist/src/workbook/command.js');
const { runImport } = createRequire(import.meta.url)(built) as typeof Command;
try {
  const outcome = await runImport(strapi, path.resolve(file), {
    dryRun: options.includes('--dry-run'),
    withoutWrong: options.includes('--without-wrong'),
    say: (line) => console.log(line),
  });
  if (outcome.refused) {
    const to = `${file.replace(/\.xlsx$/i, '')}.refused.xlsx`;
    await writeFile(to, outcome.refused);
    console.log(`有错误的行已写入 ${to},改正后可再次导入。`);
  }
  process.exitCode = outcome.refused ? 1 : 0;
} catch (error) {
  // What is wrong with a file is told in its words; a stack belongs to what nobody expected.
  const { name, message, code } = error as NodeJS.ErrnoException;
  console.error(code === 'ENOENT' ? `找不到文件:${file}` : name === 'ImportRefused' ? message : error);
  process.exitCode = 1;
} finally {
  await strapi.destroy();
}
process.exit();
