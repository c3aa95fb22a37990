import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import { launchBrowser } from './support/browser';
import { makeCertificate } from './support/certificate';
import { Visitor, WIDTHS } from './support/visitor';

const NAME = 'jiedui.test';

let folder: string;
let server: ServerProcess;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-https-'));
  const { cert, key, print } = makeCertificate(folder, NAME);
  server = await startServer({
    dataDir: path.join(folder, 'data'),
    demo: true,
    env: { TLS_CERT: cert, TLS_KEY: key },
  });
  // The phone knows the authority, and the office's name server the name.
  browser = await launchBrowser([
    `--ignore-certificate-errors-spki-list=${print}`,
    `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a phone on the office’s network keeps the program over https, and opens it without the server', async () => {
  const { port } = new URL(server.url);
  const context = await browser.newContext({
    baseURL: `https://${NAME}:${port}`,
    viewport: { width: WIDTHS.phone, height: 844 },
    locale: 'zh-CN',
  });
  const visitor = await Visitor.on(context);
  const { page } = visitor;
  const person = server.accounts.find(({ role }) => role === 'evaluator');
  if (!person) throw new Error('The demonstration has no evaluator');
  await visitor.signIn(person);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'jiedui_refresh', secure: true, httpOnly: true, sameSite: 'Strict' });
  await visitor.open('/evaluations');
  await page.locator('.sheet-card').first().click();
  await page.locator('.sheet-bar').waitFor();
  await visitor.settled();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await visitor.expectSound();
  await page.close();
  await server.stop();

  const later = await Visitor.on(context);
  await later.page.goto('/evaluations');
  await later.page.getByText('本机保存').first().waitFor();
  await later.page.locator('.sheet-card').first().click();
  await later.page.locator('.sheet-bar').waitFor();
  await context.close();
});
