import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unique } from '../api/support/builders';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const shot = (visitor: Visitor, name: string) =>
  process.env.SHOTS
    ? visitor.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : null;

describe('a webhook', () => {
  it('is added by publicity, with a secret that is shown once and a test that says what came of it', async () => {
    const visitor = await Visitor.signedIn(browser, 'publicity', WIDTHS.desktop);
    const { page } = visitor;
    const name = unique('市报推送');
    await visitor.open('/api-consumers');
    await page.getByRole('button', { name: '新建接口用户' }).click();
    const user = page.getByRole('dialog');
    await user.getByLabel('名称').fill(name);
    await user.getByRole('button', { name: /保\s*存|创\s*建/ }).click();
    await page.getByRole('heading', { name }).waitFor();

    await visitor.open('/webhooks');
    await page.getByRole('button', { name: '新建推送地址' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill(name);
    await visitor.choose('接口用户', name, form);
    await form.getByLabel('网址').fill('https://127.0.0.1/hook');
    await form.getByRole('button', { name: /保\s*存|创\s*建/ }).click();
    await form.getByText(/内部网络/).waitFor();
    await form.getByLabel('网址').fill('https://paper.invalid/hook');
    await form.getByRole('button', { name: /保\s*存|创\s*建/ }).click();
    await page.getByRole('heading', { name }).waitFor();

    await page.getByRole('button', { name: '生成密钥' }).click();
    const secret = await page.getByRole('dialog').getByLabel('密钥').inputValue();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await shot(visitor, 'webhook-secret');
    await page.getByRole('button', { name: '已抄下' }).click();
    await page.getByText('生成于').waitFor();
    expect(await page.content()).not.toContain(secret);

    await page.getByRole('button', { name: '发送测试消息' }).click();
    await page.getByRole('dialog', { name: '找不到该主机,请核对网址。' }).waitFor();
    await page.keyboard.press('Escape');
    await shot(visitor, 'webhook-1440');
    await page.getByRole('tab', { name: '推送记录' }).click();
    await page.getByText('未送达').waitFor();
    await shot(visitor, 'webhook-log-1440');
  });
});
