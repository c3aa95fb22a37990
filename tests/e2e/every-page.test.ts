import { ROLES } from '@jiedui/shared/access';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** What reaches past the right edge of a page that is wider than the screen, the farthest first; nothing when it fits. */
const TOO_WIDE = `document.documentElement.scrollWidth <= window.innerWidth + 1 ? [] :
  [...document.body.querySelectorAll('*')]
    .map((one) => ({ one, right: one.getBoundingClientRect().right }))
    .filter(({ right }) => right > window.innerWidth + 1)
    .sort((a, b) => b.right - a.right)
    .slice(0, 8)
    .map(({ one, right }) => right + ' ' + one.outerHTML.slice(0, 160))`;

/** The three that walk the main path are looked at whole, at both widths; the others' pages must open quietly. */
const WHOLE = ['districtOffice', 'evaluator', 'station'];

const VISITS = ROLES.flatMap((role) =>
  Object.entries(WIDTHS)
    .filter(([kind]) => kind === 'phone' || WHOLE.includes(role))
    .map(([kind, width]) => ({ role, kind, width })),
);

/** Lists that are drawn from the model are one page; the office's are looked at all, of the others' the first. */
function seenBy(role: string, addresses: string[]): string[] {
  const drawn = addresses.filter((address) => address.startsWith('/records/'));
  return role === 'districtOffice' ? addresses : addresses.filter((one) => !drawn.slice(1).includes(one));
}

describe.concurrent.each(VISITS)('$role at the $kind', ({ role, width }) => {
  it('opens every page of the menu: each has a heading, fits, and nothing goes wrong', async () => {
    const visitor = await Visitor.signedIn(browser, role, width);
    const { page } = visitor;
    const addresses = seenBy(role, await visitor.menu());
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      await visitor.open(address);
      const heading = page.getByRole('heading', { level: 1 });
      await heading.first().waitFor();
      expect(await heading.first().textContent(), address).not.toMatch(/没有找到|不存在|出错/);
      // Asked again for a while: on a busy machine a page is still being laid out, and only what stays is a fault.
      await vi.waitFor(
        async () => expect(await page.evaluate(TOO_WIDE), `${address} is wider than the screen`).toEqual([]),
        { timeout: 20_000, interval: 500 },
      );
      if (WHOLE.includes(role)) await visitor.expectSound();
      visitor.expectQuiet();
    }
    await visitor.close();
  });
});
