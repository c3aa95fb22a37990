import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function shot({ page }: Visitor, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

const ROUND = /试评/;

describe.each(Object.entries(WIDTHS))('a published result at the %s', (kind, width) => {
  it('is read by the unit: where it stands, what was missing, how every point came about, but not by whom', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', width);
    const { page } = visitor;
    expect(await visitor.menu()).toContain('/unit-results');
    await visitor.open('/unit-results?q=试评');
    await shot(visitor, `results-own-${kind}`);
    await page
      .getByRole('link', { name: /区财政局/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '区财政局', level: 1 }).waitFor();
    await page.getByText(ROUND).first().waitFor();
    await page
      .getByText(/第 \d+ \/ \d+/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: '失分最多的指标' }).waitFor();
    await page.getByText('输入指纹').waitFor();
    await page.getByRole('button', { name: '全部展开' }).click();
    await page
      .getByText(/^测评员[A-D]$/)
      .first()
      .waitFor();
    expect(await page.getByText(/测评员[甲乙丙丁戊]/).count()).toBe(0);
    await shot(visitor, `results-unit-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('is found by the office from its round, which cannot be reopened', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/rounds');
    await page.getByRole('link', { name: ROUND }).first().click();
    await page.getByRole('heading', { name: '已公布的结果' }).waitFor();
    await shot(visitor, `results-round-${kind}`);
    await visitor.expectSound();
    for (const name of ['重新开放', '签发公布', '截止评分']) {
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    }
    await page.getByRole('link', { name: '各单位结果' }).first().click();
    await page.getByRole('heading', { name: '测评结果', level: 1 }).waitFor();
    await page.getByText('区财政局').first().waitFor();
    await visitor.settled();
    await shot(visitor, `results-list-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('is a bulletin of which every number says where it is from, and a sheet to print', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/rounds');
    await page.getByRole('link', { name: ROUND }).first().click();
    await page.getByRole('link', { name: '通报和下载' }).first().click();
    await page.getByRole('heading', { name: /^关于.*结果的通报$/ }).waitFor();
    await page
      .getByText(/与系统现有数据一致|不一致/)
      .first()
      .waitFor();
    await shot(visitor, `results-bulletin-${kind}`);
    await visitor.expectSound();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '全部结果(Excel)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^测评结果-.*\.xlsx$/);
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '各单位告知书(Word)' }).click(),
    ]);
    expect(archive.suggestedFilename()).toMatch(/^测评结果告知书-.*\.zip$/);
    await page.getByRole('link', { name: /打印名次表/ }).click();
    await page.getByRole('columnheader', { name: '名次' }).first().waitFor();
    await shot(visitor, `results-print-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('is taken away by its unit: on paper, and as evidence for a selection', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', width);
    const { page } = visitor;
    await visitor.open('/unit-results');
    await page
      .getByRole('link', { name: /区财政局/ })
      .first()
      .click();
    await page.getByRole('button', { name: '评选佐证材料' }).click();
    await page.getByLabel('起止日期').waitFor();
    await shot(visitor, `results-pack-${kind}`);
    await visitor.expectSound();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '生成并下载' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^评选佐证材料-区财政局.*\.zip$/);
    await page.getByRole('link', { name: /打印/ }).click();
    await page.getByRole('heading', { name: '区财政局', level: 2 }).waitFor();
    await shot(visitor, `results-unit-print-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('is what another rubric is tried on', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/rubrics');
    await page.getByRole('link', { name: /示例/ }).first().click();
    await page.getByRole('tab', { name: '试算' }).click();
    const chooser = page.getByRole('combobox', { name: '试算所用的结果' });
    await chooser.focus();
    await chooser.press('Enter');
    await page.getByTitle(ROUND).last().click();
    // The rubric by which it was published moves nobody.
    await page.getByText(/个单位中 0 个名次或等次有变化/).waitFor();
    await page.getByRole('button', { name: '全部单位' }).click();
    await page.getByText('区财政局').first().waitFor();
    await shot(visitor, `results-what-if-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });
});
