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

describe.each(Object.entries(WIDTHS))('the ledger at the %s', (kind, width) => {
  it('is looked at in sum, by group and cell by cell, down to what counted', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/ledger');
    await page.getByText('按镇', { exact: true }).click();
    await visitor.settled();
    expect(await page.locator('.ledger-share').count()).toBeGreaterThan(5);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/ledger-sum-${kind}.png`, fullPage: true });
    await visitor.expectSound();
    await page.getByRole('tab', { name: '明细' }).click();
    const met = page.getByRole('button', { name: /:已完成$/ }).first();
    await met.waitFor();
    await visitor.settled();
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/ledger-cells-${kind}.png`, fullPage: true });
    await met.click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('计入', { exact: true }).first().waitFor();
    expect(await drawer.textContent()).toContain('依据');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/ledger-drawer-${kind}.png` });
    await visitor.expectSound();
    await visitor.close();
  });
});
