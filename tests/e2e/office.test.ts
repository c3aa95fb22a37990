import { readFileSync } from 'node:fs';
import ExcelJS from '@protobi/exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let office: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
});
afterAll(async () => {
  await browser?.close();
});

describe('the district office', () => {
  it('sees on the workbench what waits and by when, on the demonstration’s day', async () => {
    const { page } = office;
    await office.settled();
    await expect.poll(() => page.getByText('示例数据 · 系统日期 2022-11-16').count()).toBe(1);
    const waiting = page.getByRole('region', { name: '待核实的活动' });
    await waiting.getByRole('listitem').first().waitFor();
    expect(await page.getByText(/还有 \d+ 天/).count()).toBeGreaterThan(0);
    await office.expectSound();
  });

  it('finds units by name; the search stays in the address', async () => {
    const { page } = office;
    await office.open('/units');
    const rows = page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.count()).toBeGreaterThan(10);
    await page.getByRole('searchbox', { name: '按名称搜索' }).fill('财政');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(2);
    expect(decodeURIComponent(page.url())).toContain('财政');
    await page.reload();
    await expect.poll(() => rows.count()).toBe(2);
    await office.expectSound();
  });

  it('takes the list along as a workbook', async () => {
    const { page } = office;
    await office.open('/units');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /导出/ }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    office.expectQuiet();
  });

  it('opens a unit and reads what happened to it', async () => {
    const { page } = office;
    await office.open('/units');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('tab', { name: '变更记录' }).click();
    await page.getByRole('tabpanel', { name: '变更记录' }).waitFor();
    await office.expectSound();
  });

  it('sees the month with its focus week', async () => {
    const { page } = office;
    await office.open('/calendar?date=2022-11-16');
    await page
      .getByText(/集中活动周/)
      .first()
      .waitFor();
    await office.expectSound();
  });

  it('reads the ranked summary and follows a total down to a sheet', async () => {
    const { page } = office;
    await office.open('/summary');
    const total = page.getByRole('button', { name: /查看得分说明/ }).first();
    const shown = (await total.textContent())?.trim() ?? '';
    expect(shown).toMatch(/^\d+\.\d{2}$/);
    await office.expectSound();
    await total.click();
    const dialog = page.getByRole('dialog', { name: /得分说明/ });
    await dialog.getByText(`总分`).first().waitFor();
    expect(await dialog.textContent()).toContain(shown);
    // Everything that can be opened is opened: indicators, then each evaluator's entry.
    for (let depth = 0; depth < 5; depth += 1) {
      const closed = dialog.locator('details:not([open]) > summary');
      const count = await closed.count();
      if (count === 0) break;
      for (let at = 0; at < count; at += 1) await closed.first().click();
    }
    expect(await dialog.textContent()).toMatch(/测评员/);
    await office.expectSound();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('takes the ranking along as a workbook', async () => {
    const { page } = office;
    await office.open('/summary');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /导出/ }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^测评汇总-.*\.xlsx$/);
    office.expectQuiet();
  });

  it('looks at distribution and heat map of a class', async () => {
    const { page } = office;
    await office.open('/summary');
    for (const tab of ['分布', '热力图']) {
      await page.getByRole('tab', { name: tab }).first().click();
      await office.settled();
      await office.expectSound();
    }
  });

  it('sees how far the scores can be trusted, and goes back to the result', async () => {
    const { page } = office;
    await office.open('/summary');
    await page.getByText('可信度', { exact: true }).click();
    const severity = page.getByRole('region', { name: '测评员宽严' });
    await severity
      .getByText(/偏严 \d+\.\d{2}/)
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: '能否采信' })
      .getByText(/一致性系数/)
      .waitFor();
    const ranks = page.getByRole('region', { name: '原始分与校正分' });
    expect(await ranks.getByText(/^\d+–\d+$/).count()).toBeGreaterThan(5);
    await office.expectSound();
    await page.getByText('结果', { exact: true }).click();
    await page
      .getByRole('button', { name: /查看得分说明/ })
      .first()
      .waitFor();
    office.expectQuiet();
  });

  it('reads it all in English, one click away, and back', async () => {
    const { page } = office;
    await office.open('/units');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Units' }).waitFor();
    await office.expectSound();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('navigation').getByRole('link', { name: '单位' }).waitFor();
  });

  it('signs out, and the way back is closed', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    await visitor.page.getByRole('button', { name: /区办公室管理员/ }).click();
    await visitor.page.getByText('退出登录').waitFor();
    await visitor.atRest();
    await visitor.page.getByText('退出登录').click();
    await visitor.page.getByLabel('账号').waitFor();
    await visitor.page.goto('/units');
    await visitor.page.getByLabel('账号').waitFor();
    expect(visitor.page.url()).toContain('/sign-in');
    await visitor.expectSound();
    await visitor.close();
  });
});

describe('a workbook', () => {
  it('is checked and shown first, then imported whole; the same again changes nothing', async () => {
    const { page } = office;
    await office.open('/import');
    await office.expectSound();
    const template = await downloaded(page, '下载模板');
    const name = `浏览器测试单位${Date.now()}`;
    const workbook = await withUnit(template, name);

    await send(page, workbook);
    await page.getByText(name).first().waitFor();
    await office.expectSound();
    await page.getByRole('button', { name: /导入 1 行/ }).click();
    await page.getByText('已导入', { exact: true }).waitFor();

    await page.getByRole('button', { name: '另选文件' }).click();
    await send(page, workbook);
    await page.getByText('没有需要导入的内容。').waitFor();
    await office.open('/units');
    await page.getByRole('searchbox', { name: '按名称搜索' }).fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name }).waitFor();
    office.expectQuiet();
  });

  it('that is wrong is refused row by row, with what was found', async () => {
    const { page } = office;
    await office.open('/import');
    const template = await downloaded(page, '下载模板');
    await send(page, await withUnit(template, '类别不对的单位', '月亮单位'));
    await page.getByText('月亮单位').first().waitFor();
    await office.expectSound();
    const refused = await downloaded(page, '下载有误的行');
    expect(refused.subarray(0, 2).toString()).toBe('PK');
  });
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: '名册.xlsx', mimeType: XLSX, buffer });
  await page.getByText('检查完成,尚未导入').waitFor();
}

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await waiting).path());
}

/** The template with one unit filled in below its headers, as a person would. */
async function withUnit(template: Buffer, name: string, unitClass = '区重点单位'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template as unknown as ArrayBuffer);
  const sheet = workbook.worksheets.find((one) => one.name.includes('单位'));
  if (!sheet) throw new Error('The template has no sheet of units');
  const headers = new Map<string, { row: number; column: number }>();
  sheet.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      const text = String(cell.text).replace(/[*\s]/g, '');
      if (!headers.has(text)) headers.set(text, { row: number, column });
    });
  });
  const put = (header: string, value: string) => {
    const at = headers.get(header);
    if (!at) throw new Error(`No column ${header} among ${[...headers.keys()].join('、')}`);
    sheet.getRow(at.row + 1).getCell(at.column).value = value;
  };
  put('单位名称', name);
  put('单位类别', unitClass);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
