import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function shoot(visitor: Visitor, name: string): Promise<void> {
  if (process.env.SHOTS)
    await visitor.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

const fits = (visitor: Visitor) =>
  visitor.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1');

describe.each(Object.entries(WIDTHS))('before an activity at the %s', (kind, width) => {
  it('a station is told what is missing for minors, by whom and by when', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/activities?sort=day&q=');
    await page.getByRole('searchbox').first().fill('假日少年安全课堂');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '假日少年安全课堂' }).click();
    await page.getByRole('heading', { name: '假日少年安全课堂', level: 1 }).waitFor();
    await visitor.settled();
    const guide = page.getByRole('region', { name: '附件1 活动指引' });
    const text = await guide.textContent();
    expect(text).toContain('请在“未成年人保护责任人”中填写姓名。');
    expect(text).toContain('已存 2 份,应有 4 份');
    expect(text).toContain('由结对单位或文明实践站办理');
    expect(text).toContain('2022-11-26');
    await shoot(visitor, `before-minors-${kind}`);
    await visitor.expectSound();
    await page.getByRole('tab', { name: '监护人同意书' }).click();
    await page.getByText('示*').first().waitFor();
    await visitor.settled();
    await shoot(visitor, `before-consents-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('a town reviews the banner of an activity in a park', async () => {
    const visitor = await Visitor.signedIn(browser, 'town', width);
    const { page } = visitor;
    await visitor.open('/activity-materials?state=submitted');
    await page.getByText('南门横幅').first().waitFor();
    await shoot(visitor, `before-materials-${kind}`);
    await visitor.expectSound();
    await page.getByRole('link', { name: '冬季义诊进公园' }).first().click();
    const materials = page.getByRole('region', { name: '宣传物料' });
    await materials.getByText('主背景板').waitFor();
    await visitor.settled();
    await shoot(visitor, `before-park-${kind}`);
    expect(await fits(visitor)).toBe(true);
    await visitor.expectSound();
    const board = materials.getByRole('listitem').filter({ hasText: '健康知识展板' });
    expect(await board.getByRole('button', { name: '送审' }).isDisabled()).toBe(true);
    await visitor.close();
  });

  it('the civility office sees which indicators no site has served', async () => {
    const visitor = await Visitor.signedIn(browser, 'civilityOffice', width);
    const { page } = visitor;
    await visitor.open('/coverage');
    await page.getByText('缺口').first().waitFor({ state: 'attached' });
    await visitor.settled();
    await shoot(visitor, `before-coverage-${kind}`);
    expect(await fits(visitor)).toBe(true);
    await visitor.expectSound();
    await page.getByText('按月份', { exact: true }).click();
    await visitor.settled();
    await page.locator('a[href*="indicators="]').first().click();
    await page.getByRole('heading', { name: '活动', level: 1 }).waitFor();
    await visitor.settled();
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
    await visitor.expectSound();
    await visitor.close();
  });

  it('the office looks at who announced too late, and at the packs of rules', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/notice-report');
    const number = page.getByRole('button', { name: /未发布即开始: \d+$/ }).first();
    await number.waitFor();
    await shoot(visitor, `before-notice-${kind}`);
    expect(await fits(visitor)).toBe(true);
    await visitor.expectSound();
    await number.click();
    await page.getByRole('dialog').getByText('未发布', { exact: false }).first().waitFor();
    await visitor.expectSound();
    await visitor.open('/programme');
    await page.getByText('活动规则', { exact: true }).click();
    const pack = page.getByRole('region', { name: '大型群众性活动安全许可' });
    await pack.getByText('不属于工作方案', { exact: false }).first().waitFor();
    const put = pack.getByRole('switch');
    expect(await put.isChecked()).toBe(kind === 'phone');
    // The one width puts the pack in, the other takes it out again.
    await put.click();
    await expect.poll(() => put.isChecked()).toBe(kind !== 'phone');
    if (kind !== 'phone') await pack.getByText('自 2007-10-01 起施行').first().waitFor();
    await visitor.settled();
    await shoot(visitor, `before-packs-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('anybody reads a site’s schedule without signing in', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    await visitor.open('/stations');
    await visitor.page
      .getByRole('link', { name: /东湖社区/ })
      .first()
      .click();
    const panel = visitor.page.getByRole('region', { name: '公开日程' });
    const address = await panel.getByRole('link').getAttribute('href');
    await visitor.settled();
    await shoot(visitor, `before-station-${kind}`);
    await visitor.expectSound();
    await visitor.close();

    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const { url } = inject('district');
    await page.goto(`${url}${new URL(address ?? '', url).pathname}`);
    await page.getByText('百姓宣讲:惠民政策面对面').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1')).toBe(true);
    const text = await page.locator('body').textContent();
    for (const hidden of ['东湖社区值班员', '示例-900001', '登录']) expect(text).not.toContain(hidden);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/before-public-${kind}.png`, fullPage: true });
    await context.close();
  });
});
