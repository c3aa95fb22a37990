import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { asAccount } from './support/as-role';
import { launchBrowser } from './support/browser';
import { Line } from './support/line';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let line: Line;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
// Each on an address of its own, as a device of its own would be.
beforeEach(async () => {
  line = await Line.to(inject('district').url);
});
afterEach(async () => {
  await line.cut().catch(() => undefined);
});

/** Evaluators, but for the first one: other suites hand in that one's sheets meanwhile. */
const person = (at: number) => {
  const [, ...others] = inject('district').everybody.filter(({ role }) => role === 'evaluator');
  const found = others[at];
  if (!found) throw new Error(`The demonstration has no evaluator number ${at + 2}`);
  return found;
};

const device = (): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: line.url,
    viewport: { width: WIDTHS.phone, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });

/** When the device has kept the program: until then it opens with a network only. */
const programKept = (page: Page) =>
  page.evaluate('navigator.serviceWorker.ready.then(() => undefined)') as Promise<void>;

const numbers = (page: Page) => page.locator('main input[inputmode]');
const lineState = (page: Page, text: string | RegExp) =>
  page.locator('.line-state').filter({ hasText: text });

/** Opens the evaluator's sheet that stands at a place in the list of those being filled in. */
async function openSheet(visitor: Visitor, at: number): Promise<string> {
  const { page } = visitor;
  await visitor.open('/evaluations');
  await page.getByText('评分中', { exact: true }).first().click();
  await page.locator('.sheet-card').nth(at).click();
  await page.getByRole('button', { name: '提交' }).waitFor();
  await visitor.settled();
  return new URL(page.url()).pathname;
}

type Kept = { words: string[]; databases: string[]; caches: string[] };

/** Everything that a device keeps in a browser, in words. */
const keptOn = (page: Page) =>
  page.evaluate(`(async () => {
    const words = Object.entries(localStorage).map((pair) => pair.join(' = '));
    const databases = [];
    for (const { name, version } of await indexedDB.databases()) {
      const db = await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const all = (method) => new Promise((resolve) => {
          const asked = db.transaction(store).objectStore(store)[method]();
          asked.onsuccess = () => resolve(asked.result);
        });
        const [keys, values] = [await all('getAllKeys'), await all('getAll')];
        keys.forEach((key, at) => databases.push(key + ' = ' + JSON.stringify(values[at])));
      }
      db.close();
    }
    const cached = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) cached.push(new URL(url).pathname);
    return { words, databases, caches: cached };
  })()`) as Promise<Kept>;

async function askToLeave(page: Page): Promise<void> {
  await page.locator('.shell-header').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
}

describe('an evaluator in a hall without a network', () => {
  it('finds the sheets opened before after the tab was closed, and what is entered is sent later by itself', async () => {
    const context = await device();
    const visitor = await Visitor.on(context);
    await visitor.signIn(person(0));
    const path = await openSheet(visitor, 0);
    await programKept(visitor.page);
    const unit = await visitor.page.getByRole('heading', { level: 1 }).textContent();
    await visitor.page.close();
    await line.cut();

    const second = await Visitor.on(context);
    await second.page.goto('/evaluations');
    await second.page.getByText('本机保存').first().waitFor();
    await lineState(second.page, '离线').waitFor();
    await second.page.getByRole('link', { name: unit ?? '' }).click();
    await second.page.getByText(/没有网络,显示的是本机/).waitFor();
    await numbers(second.page).first().fill('3.5');
    await lineState(second.page, '离线 · 未发送 1 份').waitFor();
    await second.page.close();

    const third = await Visitor.on(context);
    await third.page.goto(path);
    await expect.poll(() => numbers(third.page).first().inputValue()).toBe('3.5');
    await third.page.goto('/evaluations');
    await third.page.getByRole('heading', { name: /未发送的修改/ }).waitFor();
    await line.mend();
    // Nobody touches anything.
    await lineState(third.page, '已全部发送').waitFor();
    await third.page.getByText('评分中', { exact: true }).first().waitFor();
    const asked = await asAccount(person(0));
    const { data } = await asked('GET', `${path}/sheet`);
    const { entries } = data.evaluation as unknown as { entries: Record<string, { points?: number }> };
    expect(JSON.stringify(entries)).toContain('3.5');
    await context.close();
  });

  it('who signs out without a network is told what is not sent; the next person sees and sends nothing of it', async () => {
    const context = await device();
    const first = await Visitor.on(context);
    await first.signIn(person(0));
    const path = await openSheet(first, 1);
    const unit = await first.page.getByRole('heading', { level: 1 }).textContent();
    await programKept(first.page);
    await line.cut();
    await numbers(first.page).first().fill('2.25');
    await lineState(first.page, '离线 · 未发送 1 份').waitFor();
    await askToLeave(first.page);
    const dialog = first.page.getByRole('dialog', { name: '还有评分表没有发送' });
    await dialog.getByText('1 份评分表的修改没有发送。').waitFor();
    await dialog.getByRole('button', { name: '暂不退出' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await numbers(first.page).first().inputValue()).toBe('2.25');
    await askToLeave(first.page);
    await dialog.getByRole('button', { name: '保留并退出' }).click();
    await first.page.getByLabel('账号').waitFor();
    const left = await keptOn(first.page);
    expect(left.databases).toEqual([]);
    expect(left.words.filter((word) => word.startsWith('jiedui:sheet:'))).toHaveLength(1);
    // Without a network nobody is signed in any more.
    await first.page.goto(path);
    await first.page.getByLabel('账号').waitFor();

    await line.mend();
    await first.signIn(person(1));
    await first.open('/evaluations');
    await first.page.locator('.sheet-card').first().click();
    await first.page.locator('.sheet-bar').waitFor();
    await first.settled();
    expect(await first.page.locator('.line-state').textContent()).toBe('');
    const theirs = await keptOn(first.page);
    const account = theirs.words.find((word) => word.startsWith('jiedui:account'))?.split(' = ')[1];
    expect(theirs.databases.length).toBeGreaterThan(0);
    for (const kept of theirs.databases) expect(kept.startsWith(`${account}|`)).toBe(true);
    await first.open(path);
    expect(await first.page.getByText(unit ?? '').count()).toBe(0);
    const asked = await asAccount(person(0));
    const sheet = async () => JSON.stringify((await asked('GET', `${path}/sheet`)).data);
    expect(await sheet()).not.toContain('2.25');
    await askToLeave(first.page);
    await first.page.getByLabel('账号').waitFor();

    await first.signIn(person(0));
    await expect.poll(sheet).toContain('2.25');
    await askToLeave(first.page);
    await first.page.getByLabel('账号').waitFor();
    const after = await keptOn(first.page);
    expect(after.databases).toEqual([]);
    expect(after.words.filter((word) => word.startsWith('jiedui:'))).toEqual([]);
    expect(after.caches).toContain('/index.html');
    for (const file of after.caches) expect(file).toMatch(/^\/(index\.html|assets\/)/);
    await context.close();
  });

  it('a clash with a newer revision from another device shows both sides, and loses neither', async () => {
    const context = await device();
    const visitor = await Visitor.on(context);
    const { page } = visitor;
    await visitor.signIn(person(0));
    const path = await openSheet(visitor, 2);
    const field = numbers(page).first();
    const row = page.locator('.sheet-row').filter({ has: page.locator('input[inputmode]') });
    const code = (await row.first().getAttribute('id'))?.replace('row-', '') ?? '';
    await context.setOffline(true);
    await field.fill('1.5');
    await lineState(page, '离线 · 未发送 1 份').waitFor();

    const asked = await asAccount(person(0));
    type Read = { evaluation: { rev: number; entries: Record<string, object> } };
    const now = async () => (await asked('GET', `${path}/sheet`)).data as unknown as Read;
    const { evaluation } = await now();
    const entries = { ...evaluation.entries, [code]: { ...evaluation.entries[code], points: 0.5 } };
    await asked('PUT', path, { data: { entries, comment: '在办公室又看过' } }, evaluation.rev);

    await page.getByRole('link', { name: '‹ 评分表' }).click();
    await page.getByText('本机保存').first().waitFor();
    await context.setOffline(false);
    await lineState(page, '未发送 1 份').waitFor();
    await page.getByText('在另一处也改过,请打开后选择保留哪一个').waitFor();
    await page.locator('.sheet-unsent').getByRole('link').click();
    const dialog = page.getByRole('dialog', { name: '这张评分表在另一处也改过' });
    await dialog.getByText('本机:1.5').waitFor();
    await dialog.getByText('已保存的:0.5').waitFor();
    await dialog.getByText('已保存的:在办公室又看过').waitFor();
    await visitor.atRest();
    await dialog.getByRole('button', { name: '按选择保存' }).click();
    await expect.poll(async () => JSON.stringify((await now()).evaluation.entries[code])).toContain('1.5');
    expect(JSON.stringify(await now())).toContain('在办公室又看过');
    await page
      .locator('.line-state')
      .filter({ hasText: /^(已全部发送)?$/ })
      .waitFor();
    await context.close();
  });

  it('fills a sheet in in one window at a time', async () => {
    const context = await device();
    const visitor = await Visitor.on(context);
    await visitor.signIn(person(0));
    const path = await openSheet(visitor, 0);
    const second = await Visitor.on(context);
    await second.page.goto(path);
    await second.page.getByText('这张表已在另一个窗口打开').waitFor();
    expect(await numbers(second.page).first().isDisabled()).toBe(true);
    await numbers(visitor.page).first().fill('2');
    await visitor.page
      .getByRole('status')
      .filter({ hasText: /已保存/ })
      .waitFor();
    await visitor.page.close();
    await expect.poll(() => numbers(second.page).first().isEnabled()).toBe(true);
    expect(await numbers(second.page).first().inputValue()).toBe('2');
    await context.close();
  });

  it('a window that is left open goes when another one signs out', async () => {
    const context = await device();
    const visitor = await Visitor.on(context);
    await visitor.signIn(person(0));
    await openSheet(visitor, 0);
    const second = await Visitor.on(context);
    await second.open('/');
    await askToLeave(second.page);
    await second.page.getByLabel('账号').waitFor();
    await visitor.page.getByLabel('账号').waitFor();
    await context.close();
  });
});
