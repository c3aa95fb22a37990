import { ROLES } from '@jiedui/shared/access';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe.concurrent.each(ROLES)('the workbench of %s', (role) => {
  it('leads from every number to a list of exactly as many rows, the first of the card in front', async () => {
    const visitor = await Visitor.signedIn(browser, role, WIDTHS.desktop);
    const { page } = visitor;
    await page.locator('section.waiting').first().waitFor();
    const cards = await page.locator('section.waiting').evaluateAll((all) =>
      all.map((card) => ({
        to: card.querySelector('h2 a')?.getAttribute('href') ?? '',
        count: Number(card.querySelector('.waiting-count')?.textContent),
        first: card.querySelector('.waiting-rows a')?.getAttribute('href') ?? '',
      })),
    );
    for (const { to, count, first } of cards) {
      await visitor.open(to);
      // What is owed has no record yet: its page lists duties, and the card's first row leads on to one of them.
      if (!to.includes('?')) {
        await visitor.open(first);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        continue;
      }
      await page.getByText(`共 ${count} 条`, { exact: true }).waitFor();
      await page.locator(`main a[href^="${first}"]`).first().waitFor();
    }
    visitor.expectQuiet();
    await visitor.close();
  });
});
