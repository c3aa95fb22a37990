import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const pageAt = async (width: number, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: inject('district').url,
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    ...options,
  });
  return context.newPage();
};

/** Opens the newest story of the demonstration; its title as the list names it. */
async function openStory(page: Page): Promise<string> {
  await page.goto('/read/');
  const link = page.getByRole('listitem').getByRole('heading', { level: 2 }).getByRole('link').first();
  const title = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('article').waitFor();
  return title;
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate('axe.run(document)')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const PATHS = ['/read/', '/read/columns/practice', '/read/nowhere'];

describe.each(Object.entries(WIDTHS))('the public pages, at the %s', (_kind, width) => {
  it.each(['light', 'dark'] as const)(
    'have no fault for people with impairments, %s',
    async (colorScheme) => {
      const page = await pageAt(width, { colorScheme });
      for (const path of PATHS) {
        await page.goto(path);
        expect(await faultsOf(page), path).toEqual([]);
      }
      await openStory(page);
      expect(await faultsOf(page), page.url()).toEqual([]);
      const fits = 'document.documentElement.scrollWidth <= window.innerWidth';
      expect(await page.evaluate(fits)).toBe(true);
      await page.context().close();
    },
  );

  it('are read without a script, and ask for nothing but pictures', async () => {
    const page = await pageAt(width, { javaScriptEnabled: false });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    const title = await openStory(page);
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([title]);
    expect(await page.getByRole('article').locator('p:not([class])').first().textContent()).toMatch(/.{20}/);
    expect(asked.filter((type) => type !== 'document' && type !== 'image')).toEqual([]);
    const column = page.getByRole('navigation', { name: '位置' }).getByRole('link').last();
    const name = (await column.textContent()) ?? '';
    await column.click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.getByRole('link', { name: title }).waitFor();
    await page.context().close();
  });
});

it('the keyboard gets past the head at once', async () => {
  const page = await pageAt(WIDTHS.desktop);
  await page.goto('/read/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
  await page.context().close();
});

it('a story is printed without what is only for the screen', async () => {
  const page = await pageAt(WIDTHS.desktop);
  await openStory(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  for (const navigation of await page.locator('nav, .top, .skip').all())
    expect(await navigation.isVisible()).toBe(false);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  await page.context().close();
});

describe.each(Object.entries(WIDTHS))('what came of stories, at the %s', (_kind, width) => {
  it('is shown by unit, site, column and outlet, and leads to the list', async () => {
    const visitor = await Visitor.signedIn(browser, 'publicity', width);
    const { page } = visitor;
    await visitor.open('/story-statistics?from=2022-07&to=2022-11');
    await page.getByText('合计', { exact: true }).first().waitFor();
    await visitor.expectSound();
    for (const by of ['阵地', '媒体', '专栏']) {
      await page.getByLabel('统计方式').getByText(by, { exact: true }).click();
      await visitor.settled();
      await visitor.expectSound();
    }
    const figure = page.getByRole('link', { name: /^先进做法 刊发: [1-9]/ });
    const count = await figure.textContent();
    await figure.click();
    await page.waitForURL(/\/stories\?/);
    await page.getByText(`共 ${count} 条`).waitFor();
    await visitor.close();
  });
});
