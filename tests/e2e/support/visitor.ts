import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { expect, inject, vi } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing moves towards an end; a spinner turns for ever and is not waited for. */
const AT_REST = `document.getAnimations().every((one) =>
  one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity)`;

/** The stream that stays open, and for how long nothing else may move before a page counts as at rest. */
const LIVE = '/api/notifications/stream';
const QUIET = 500;

/** How long anything may take on a slow machine: what hangs is found, and how fast something is, is not tested here. */
const PATIENCE = 120_000;

export const WIDTHS = { desktop: 1440, phone: 390 } as const;

type AxeViolation = {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary?: string }[];
};

/** A person at a screen: signed in, and with everything that went wrong in the browser written down. */
export class Visitor {
  readonly page: Page;
  readonly problems: string[] = [];
  private readonly pending = new Set<Request>();
  private movedAt = Date.now();

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    this.watchRequests();
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`page: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.problems.push(`${response.status()} ${response.url()}`);
    });
  }

  /** Opens the console at a width and signs in as the account of a role. */
  static async signedIn(browser: Browser, role: string, width: number): Promise<Visitor> {
    const { url, accounts } = inject('district');
    const account = accounts[role];
    if (!account) throw new Error(`The demonstration has no account of the role ${role}`);
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
      // Each visit is a new device, which would keep the whole program first; that is for the tests of it.
      serviceWorkers: 'block',
    });
    const visitor = await Visitor.on(context);
    await visitor.signIn(account);
    return visitor;
  }

  /** A new tab of a device. */
  static async on(context: BrowserContext): Promise<Visitor> {
    return new Visitor(await context.newPage());
  }

  async signIn({ username, password }: { username: string; password: string }): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await page.getByLabel('账号').fill(username);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** When nothing is on its way any more, and nothing has been for a moment; live notices never end. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('load');
    const until = Date.now() + PATIENCE;
    while (this.pending.size > 0 || Date.now() - this.movedAt < QUIET) {
      if (Date.now() > until)
        throw new Error(`Still on its way: ${[...this.pending].map((one) => one.url())}`);
      await this.page.waitForTimeout(50);
    }
  }

  private watchRequests(): void {
    const moved = (request: Request, change: (request: Request) => void) => {
      if (request.url().endsWith(LIVE)) return;
      change(request);
      this.movedAt = Date.now();
    };
    this.page.on('request', (request) => moved(request, (one) => this.pending.add(one)));
    const ended = (request: Request) => moved(request, (one) => this.pending.delete(one));
    this.page.on('requestfinished', ended);
    this.page.on('requestfailed', ended);
    // A page that is left takes its requests with it, some without a word.
    this.page.on('framenavigated', (frame) => frame === this.page.mainFrame() && this.pending.clear());
  }

  /** When nothing moves any more: a menu that still unfolds takes a click for its neighbour. */
  async atRest(): Promise<void> {
    // Not `expect.poll`: it belongs to one test, and visits run beside each other.
    await vi.waitFor(async () => expect(await this.page.evaluate(AT_REST)).toBe(true), { timeout: PATIENCE });
  }

  /** The page has no serious fault for people with impairments, and nothing went wrong in the browser. */
  async expectSound(): Promise<void> {
    await this.atRest();
    await this.page.evaluate(axeSource);
    // Asked again for a while: a notice that just fades away has no contrast for a moment, a real fault stays.
    await vi.waitFor(
      async () => expect(await this.seriousFaults(), `axe at ${this.page.url()}`).toEqual([]),
      { timeout: PATIENCE, interval: 500 },
    );
    this.expectQuiet();
  }

  private async seriousFaults(): Promise<string[]> {
    const found = (await this.page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      violations: AxeViolation[];
    };
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
  }

  expectQuiet(): void {
    expect(this.problems, `at ${this.page.url()}`).toEqual([]);
  }

  /** The addresses of the menu as this person sees it. */
  async menu(): Promise<string[]> {
    const opener = this.page.getByRole('button', { name: '打开菜单' });
    const phone = await opener.isVisible();
    if (phone) await opener.click();
    const links = this.page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    if (phone) await this.page.keyboard.press('Escape');
    return addresses;
  }

  /** Chooses from a list field of a form by typing part of the name. */
  async choose(label: string, name: string, within: Locator = this.page.locator('body')): Promise<void> {
    const field = within.getByRole('combobox', { name: label });
    await field.click();
    await field.fill(name);
    await this.page.locator('.ant-select-item-option', { hasText: name }).first().click();
  }

  /** Types a time into a field of the open form; its calendar closes again. */
  async enterTime(label: string, time: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('textbox', { name: label }).fill(time);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.ant-picker-dropdown:visible').waitFor({ state: 'detached' });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
