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

  it('tells what comes due, which categories never happened, and why days do not count', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    const shot = async (name: string) => {
      await visitor.settled();
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/ledger-${name}-${kind}.png`, fullPage: true });
      await visitor.expectSound();
    };
    await visitor.open('/ledger?view=due');
    await page.getByRole('button', { name: '包联单位与包联社区(村)确定每周活动内容' }).waitFor();
    await shot('due');
    await page.locator('.ledger-list button').first().click();
    await page
      .getByText(/已完成 0 \/ 1 场/)
      .first()
      .waitFor();
    await shot('due-parties');

    await visitor.open('/ledger?view=categories');
    await page
      .getByText(kind === 'phone' ? /从未开展的类别/ : '合计')
      .first()
      .waitFor();
    await shot('categories');
    await visitor.open('/ledger?view=categories&by=town&lacking=partyLecture');
    await shot('lacking');

    await visitor.open('/ledger?view=exceptions');
    await page.getByText('国庆节').waitFor();
    await page.getByRole('button', { name: '载入法定节假日' }).click();
    await page.getByText('方案期内的节假日都已载入。').waitFor();
    await shot('exceptions');
    const reason = `台风停工 ${kind}`;
    await page.getByRole('button', { name: '新增例外' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: /保\s*存/ }).click();
    await drawer.getByText('必填。').first().waitFor();
    await drawer.getByLabel('原因').fill(reason);
    // Another Enter would send the form.
    await drawer.getByLabel('起止日期').fill('2022-11-14');
    await drawer.getByLabel('起止日期').press('Enter');
    await page.keyboard.type('2022-11-20');
    await page.keyboard.press('Tab');
    await shot('exception-form');
    await drawer.getByRole('button', { name: /保\s*存/ }).click();
    const line = page.getByRole('listitem').filter({ hasText: reason });
    await line.getByText('2022-11-14 – 2022-11-20').waitFor();
    await line.getByRole('button', { name: '删除' }).click();
    await page.getByRole('button', { name: /^确\s*定$/ }).click();
    await line.waitFor({ state: 'detached' });
    visitor.expectQuiet();
    await visitor.close();
  });
});

describe.each(Object.entries(WIDTHS))('the rules of the programme at the %s', (kind, width) => {
  it('are added, changed and removed; the readings of the focus week stand side by side', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    const shot = async (name: string) => {
      await visitor.settled();
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/programme-${name}-${kind}.png`, fullPage: true });
      await visitor.expectSound();
    };
    await visitor.open('/programme');
    await page.getByText('集中活动周', { exact: true }).first().click();
    await page.getByText('15日至21日').first().click();
    await page.getByRole('button', { name: '改用此口径' }).waitFor();
    await shot('focus');
    await page.getByText('频次规则', { exact: true }).click();
    await shot('cadence');
    await page.getByRole('button', { name: '新增规则' }).click();
    const drawer = page.getByRole('dialog');
    const name = `每个阵地每月两场 ${kind}`;
    await drawer.getByLabel('规则名称').fill(name);
    await drawer.getByLabel('英文名称').fill('Two a month');
    await drawer.getByText('每个阵地').click();
    await drawer.getByLabel('阵地层级').click();
    await page.locator('.ant-select-item-option').filter({ hasText: /^站$/ }).click();
    await drawer.getByLabel('至少场数').fill('2');
    await drawer.getByLabel('依据').fill('办公室自定');
    await shot('cadence-form');
    await drawer.getByRole('button', { name: /保\s*存/ }).click();
    const line = page.locator('dl.programme-lines > div').filter({ hasText: name });
    await line.getByText(/每个阵地\(站\) · 每月 · 至少 2 场/).waitFor();
    await line.getByRole('button', { name: '移除' }).click();
    await page.getByRole('button', { name: /^确\s*定$/ }).click();
    await line.waitFor({ state: 'detached' });
    visitor.expectQuiet();
    await visitor.close();
  });
});
