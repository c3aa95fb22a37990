import ExcelJS from '@protobi/exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function teams(...names: string[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('队伍');
  sheet.addRow(['队名', '所属类型', '人数']);
  for (const name of names) sheet.addRow([name, '单位', 12]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('the office brings in any type', () => {
  it('finds it from its list, sees what would happen, writes it, and takes it back', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    const { page } = visitor;
    const name = `撤销试验队${Date.now()}`;
    await visitor.open('/import?type=volunteer-team');
    await page.getByText('按此识别已有记录').waitFor();
    await visitor.expectSound();
    await page.locator('input[type=file]').setInputFiles({
      name: '队伍.xlsx',
      mimeType: XLSX,
      buffer: await teams(name),
    });
    await page.getByText('检查完成,尚未导入').waitFor();
    await page.getByText(name).first().waitFor();
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByText('已导入:新增 1 条,修改 0 条。').waitFor();
    await visitor.expectSound();
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByText('已撤销').first().waitFor();
    expect(await page.locator('main').getByRole('button', { name: '撤销本次导入' }).count()).toBe(0);
    await visitor.open(`/teams?q=${encodeURIComponent(name)}`);
    await page.getByText('没有符合条件的记录。').waitFor();
    visitor.expectQuiet();
    await visitor.close();
  });
});
