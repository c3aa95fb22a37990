import type { Browser, Page } from 'playwright-core';
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

/** The row of an indicator of the demonstration's rubric. */
const row = (page: Page, code: string) => page.locator(`#row-${code}`);

describe.each(Object.entries(WIDTHS))('figures at the %s', (kind, width) => {
  it('stand on the sheet with what they are made of, closed to the evaluator, and records beside', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', width);
    const { page } = visitor;
    await visitor.open('/evaluations');
    await page.getByText('评分中', { exact: true }).first().click();
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('button', { name: '提交' }).waitFor();
    await visitor.settled();
    const survey = row(page, 'Q2');
    await survey.getByText('群众满意度', { exact: false }).first().waitFor();
    expect(await survey.textContent()).toMatch(/群众满意度 .*来自区办公室录入/);
    expect(await survey.locator('input').count()).toBe(0);
    const records = row(page, 'M2').locator('details');
    await records.waitFor();
    const isOpen = () => records.evaluate((one) => (one as unknown as { open: boolean }).open);
    expect(await isOpen()).toBe(kind === 'desktop');
    if (kind === 'phone') await records.locator('summary').click();
    await records.getByText('活动', { exact: false }).first().waitFor();
    expect(await isOpen()).toBe(true);
    await visitor.expectSound();
    await visitor.close();
  });

  it('that the office enters are listed with their interval, and a round tells which are lacking', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/metric-entries');
    await page.getByText('95%区间', { exact: false }).first().waitFor();
    await page.getByText('样本不足', { exact: false }).first().waitFor();
    await visitor.expectSound();
    await visitor.open('/rounds');
    await page
      .getByRole('link', { name: /中期测评/ })
      .first()
      .click();
    await page.getByText('尚缺:', { exact: false }).first().waitFor();
    await page.getByText('缺少的来源按其余来源重新分配权重').waitFor();
    await visitor.expectSound();
    await visitor.close();
  });
});
