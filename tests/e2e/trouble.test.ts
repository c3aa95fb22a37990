import type { Browser, Page } from 'playwright-core';
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

const office = () => Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);

/** From now on the server takes nobody for signed in, until `again` is called. */
async function endSession(page: Page): Promise<{ again: () => Promise<void> }> {
  const body = JSON.stringify({ data: null, error: { status: 401, details: { code: 'SIGN_IN_REQUIRED' } } });
  await page.route(/\/api\/(?!auth\/local)/, (route) =>
    route.fulfill({ status: 401, contentType: 'application/json', body }),
  );
  return {
    async again() {
      const dialog = page.getByRole('dialog', { name: '登录已过期' });
      await dialog.waitFor();
      await page.unroute(/\/api\/(?!auth\/local)/);
      await dialog.getByLabel(/密码/).fill(inject('district').accounts.districtOffice?.password ?? '');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}

describe('when something goes wrong', () => {
  it('without a network a form says so at once and keeps what was typed; a triple click makes one record', async () => {
    const { page, close } = await opened('/units');
    const name = `断网单位${Date.now()}`;
    await page.getByRole('button', { name: '新建单位' }).click();
    const dialog = page.getByRole('dialog', { name: '新建单位' });
    await dialog.getByLabel('单位名称').fill(name);
    await dialog.getByLabel('单位类别').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.context().setOffline(true);
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('连接不上服务器').first().waitFor();
    expect(await dialog.getByLabel('单位名称').inputValue()).toBe(name);
    await page.context().setOffline(false);
    const save = dialog.getByRole('button', { name: /保\s*存/ });
    // Three clicks before the screen can be drawn again.
    await save.evaluate((button) => {
      for (let at = 0; at < 3; at += 1) (button as unknown as { click(): void }).click();
    });
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.goto(`/units?q=${name}`);
    await page.getByText('共 1 条', { exact: true }).waitFor();
    await close();
  });

  it('a session that ends in the middle of a form costs nothing that was typed', async () => {
    const { page, close } = await opened('/units');
    await page.getByRole('main').locator('table a').first().click();
    await page.getByRole('button', { name: /编\s*辑/ }).click();
    const dialog = page.getByRole('dialog', { name: /^编辑/ });
    const note = `写了一半${Date.now()}`;
    await dialog.getByLabel('备注').fill(note);
    const session = await endSession(page);
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await session.again();
    expect(await dialog.getByLabel('备注').inputValue()).toBe(note);
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('已保存').waitFor();
    await close();
  });

  it('a page that was asked for when the session ended comes after signing in again', async () => {
    const { page, close } = await opened('/units');
    const session = await endSession(page);
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '项目库' }).click();
    await session.again();
    await page.getByRole('main').locator('table a').first().waitFor();
    await close();
  });

  it('a record that is not there says so and leads back to the list as it was left', async () => {
    const { page, close } = await opened('/units?q=税务');
    const list = page.url();
    await page.getByRole('main').locator('table a').first().click();
    await page.getByRole('link', { name: '‹ 单位' }).click();
    await expect.poll(() => page.url()).toBe(list);
    await page.goto('/units/nosuchrecord');
    await page.getByRole('heading', { name: '没有找到这条记录', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /重\s*试/ }).count()).toBe(0);
    await page.getByRole('link', { name: '‹ 单位' }).waitFor();
    await close();
  });

  it('the example is marked on paper as well', async () => {
    const { page, close } = await opened('/activities');
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/示例数据/).waitFor();
    await close();
  });
});

async function opened(path: string) {
  const visitor = await office();
  await visitor.open(path);
  return { page: visitor.page, close: () => visitor.close() };
}
