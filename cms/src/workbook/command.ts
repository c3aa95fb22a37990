import { ERROR_TEXT } from '@jiedui/shared/text';
import { countKinds, type ImportPlan, SHEETS } from '@jiedui/shared/workbook';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { commitRows, planRowsOf } from './commit';
import { UnreadableWorkbook } from './limits';
import { planImport } from './plan-import';
import { readWorkbook } from './read';
import { refusedWorkbook } from './refused';
import { venueKinds } from './venue-kinds';

/** Why an import was not done, in words for people. */
class ImportRefused extends Error {
  override name = 'ImportRefused';
}

type Options = { dryRun: boolean; withoutWrong: boolean; say: (line: string) => void };

/** Who the audit names for an import from the command line: whoever holds the machine. */
const OPERATOR = { documentId: 'command-line', displayName: '命令行导入', role: 'operator' };

/**
 * The import on the command line: reads, tells what would happen, and does it unless asked not to.
 * @returns the workbook of refused rows, or null when nothing was wrong
 * @throws ImportRefused when the file cannot be read or the data changed meanwhile
 */
export async function runImport(
  strapi: Core.Strapi,
  file: string,
  { dryRun, withoutWrong, say }: Options,
): Promise<{ refused: Buffer | null }> {
  try {
    const plan = await planImport(await readWorkbook(file));
    for (const line of previewLines(plan)) say(line);
    const rows = planRowsOf(plan);
    if (plan.sheets.length === 0) throw new ImportRefused('没有读到任何可导入的工作表。');
    const wrong = rows.filter(({ kind }) => kind === 'wrong');
    if (dryRun) say('仅检查,未导入。');
    else if (wrong.length > 0 && !withoutWrong) say(ERROR_TEXT.IMPORT_HAS_ERRORS.zh);
    else {
      const { created, updated, secrets } = await commitRows(strapi, OPERATOR, rows, {
        fileName: file.split(/[\\/]/).at(-1) ?? file,
      });
      say(`已导入:新增 ${created} 条,修改 ${updated} 条。`);
      for (const { username, password } of secrets) say(`初始密码(只显示一次) ${username} ${password}`);
    }
    return { refused: wrong.length > 0 ? await refusedWorkbook(wrong, SHEETS, await venueKinds()) : null };
  } catch (error) {
    if (error instanceof UnreadableWorkbook || error instanceof Refusal)
      throw new ImportRefused(ERROR_TEXT[error.code].zh);
    throw error;
  }
}

/** The preview as text: counts by sheet, notices, and every error with its place. */
export function previewLines(plan: ImportPlan): string[] {
  const counts = plan.sheets.map((sheet) => {
    const { new: fresh, changed, unchanged, wrong } = countKinds(sheet);
    return `${sheet.sheet}:新增 ${fresh},修改 ${changed},未变 ${unchanged},错误 ${wrong}`;
  });
  const notices = plan.notices.map(({ sheet, words }) => `${sheet}:${words.zh}`);
  const errors = planRowsOf(plan).flatMap((row) =>
    row.errors.map(
      ({ sheet, row: number, column, found, expected }) =>
        `${sheet} 第 ${number} 行 ${column}:${found === '' ? '为空' : `“${found}”`},应为:${expected.zh}`,
    ),
  );
  return [...counts, ...notices, ...errors];
}
