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

describe.each(Object.entries(WIDTHS))('a station’s contact at the %s', (kind, width) => {
  const title = `邻里节(${kind})`;

  it('records an activity, is told what Annex 1 still asks, supplies it and takes the step', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/activities');
    await page.getByRole('button', { name: '新建活动' }).click();
    const dialog = page.getByRole('dialog', { name: '新建活动' });
    await dialog.getByRole('textbox', { name: '活动名称' }).fill(title);
    await visitor.choose('类别', '文化文艺', dialog);
    await visitor.choose('开展单位', '区财政局', dialog);
    await visitor.enterTime('开始时间', '2022-11-26 09:00');
    await visitor.enterTime('结束时间', '2022-11-26 11:00');
    await visitor.expectSound();
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await visitor.settled();

    const guide = page.getByRole('region', { name: '附件1 活动指引' });
    await guide.getByText('专人携带常用应急药箱备勤').waitFor();
    expect(await page.getByRole('button', { name: '确认安排' }).isDisabled()).toBe(true);
    await visitor.expectSound();

    await page.getByRole('button', { name: /编\s*辑/ }).click();
    await page.getByRole('textbox', { name: '急救备勤人员' }).fill('王急救');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await expect.poll(() => page.getByRole('button', { name: '确认安排' }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: '确认安排' }).click();
    await page.getByText('已确认', { exact: true }).first().waitFor();
    await visitor.expectSound();

    await page.getByRole('tab', { name: '变更记录' }).click();
    await page.getByRole('tabpanel', { name: '变更记录' }).getByText('确认安排').first().waitFor();
    await visitor.expectSound();
    await visitor.close();
  });
});

describe('who may see but not edit', () => {
  it('an inspector reads an activity and finds nothing to press', async () => {
    const visitor = await Visitor.signedIn(browser, 'inspector', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open('/activities');
    expect(await page.getByRole('button', { name: '新建活动' }).count()).toBe(0);
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('tab', { name: '变更记录' }).waitFor();
    await visitor.settled();
    for (const name of [/编\s*辑/, '确认安排', '核实', /上传/]) {
      expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
    }
    await visitor.expectSound();
    await visitor.close();
  });
});
