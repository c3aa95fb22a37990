import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { asRole } from './support/as-role';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const readsWith = async (token: string) => {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${inject('district').url}/api/stories`, { headers })).status;
};

describe.each(Object.entries(WIDTHS))('consumers of the interface at the %s', (kind, width) => {
  const shot = async ({ page }: Visitor, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/consumers-${name}-${kind}.png`, fullPage: true });
  };
  const fits = async ({ page }: Visitor) =>
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1')).toBe(true);

  it('get a token that is shown once and ends when it is revoked', async () => {
    const name = `融媒体中心${kind}`;
    const { data } = await (await asRole('districtOffice'))('POST', '/api-consumers', {
      data: { name, contact: '李工', purpose: '官网频道转载', expiresOn: '2023-03-31' },
    });
    const visitor = await Visitor.signedIn(browser, 'publicity', width);
    const { page } = visitor;
    await visitor.open('/api-consumers');
    await page.getByText('全部专栏').first().waitFor();
    await page.getByText('尚未使用').first().waitFor();
    await fits(visitor);
    await shot(visitor, 'list');
    await visitor.expectSound();
    await page.getByRole('link', { name }).click();
    await page.getByText('还没有令牌').waitFor();
    await page.getByRole('button', { name: '生成令牌' }).click();
    await visitor.atRest();
    await shot(visitor, 'make');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^生\s*成$/ })
      .click();
    const token = await page.getByRole('dialog').getByLabel('令牌').inputValue();
    expect(token).toMatch(/^jdc_/);
    await visitor.settled();
    await fits(visitor);
    await shot(visitor, 'shown');
    await visitor.expectSound();
    expect(await readsWith(token)).toBe(200);
    await page.getByRole('button', { name: '已抄下' }).click();
    await page.getByText(token.slice(-4), { exact: true }).waitFor();
    expect(await page.content()).not.toContain(token);
    await visitor.settled();
    await fits(visitor);
    await shot(visitor, 'page');
    await visitor.expectSound();
    const tokens = page.getByRole('region', { name: '令牌' });
    await tokens.getByRole('button', { name: /^停\s*用$/ }).click();
    await visitor.atRest();
    await shot(visitor, 'revoke');
    await page
      .locator('.ant-popover')
      .getByRole('button', { name: /^停\s*用$/ })
      .click();
    await tokens.getByText('已停用').waitFor();
    expect(await readsWith(token)).toBe(401);
    await visitor.open(`/api-consumers/${data.documentId}?tab=usage`);
    await page.getByRole('heading', { name: '最近 30 天' }).waitFor();
    await fits(visitor);
    await shot(visitor, 'usage');
    await visitor.expectSound();
    await visitor.close();
  });

  it('read what it is like on a page of this server alone', async () => {
    const visitor = await Visitor.signedIn(browser, 'publicity', width);
    const { page } = visitor;
    const { origin } = new URL(page.url());
    const foreign: string[] = [];
    page.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== origin) foreign.push(request.url());
    });
    await visitor.open('/api/docs');
    await page.getByRole('heading', { name: /结对 稿件接口/ }).waitFor();
    await fits(visitor);
    await shot(visitor, 'docs');
    await page.getByText('已刊发稿件的列表').click();
    await page.getByText('只取该专栏的稿件').first().waitFor();
    await visitor.settled();
    await fits(visitor);
    await shot(visitor, 'docs-open');
    expect(foreign).toEqual([]);
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });
});
