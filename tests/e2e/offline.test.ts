import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { asRole } from './support/as-role';
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

const evaluators = () => inject('district').everybody.filter(({ role }) => role === 'evaluator');
const person = (at: number) => {
  const found = evaluators()[at];
  if (!found) throw new Error(`The demonstration has no evaluator number ${at + 1}`);
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

describe('an evaluator in a hall without a network', () => {
  it('finds the sheets opened before after the tab was closed, and what is entered is sent later by itself', async () => {
    const context = await device();
    const visitor = await Visitor.on(context);
    await visitor.signIn(person(0));
    const path = await openSheet(visitor, 0);
    await programKept(visitor.page);
    const unit = await visitor.page.getByRole('heading', { level: 1 }).innerText();
    await visitor.page.close();
    await line.cut();

    const second = await Visitor.on(context);
    await second.page.goto('/evaluations');
    await second.page.getByText('本机保存').first().waitFor();
    await lineState(second.page, '离线').waitFor();
    await second.page.getByRole('link', { name: unit }).click();
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
    const asked = await asRole('evaluator');
    const { data } = await asked('GET', `${path}/sheet`);
    const { entries } = data.evaluation as unknown as { entries: Record<string, { points?: string }> };
    expect(JSON.stringify(entries)).toContain('3.5');
    await context.close();
  });
});

export { keptOn };
