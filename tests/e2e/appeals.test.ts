import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { builders } from '../api/support/builders';
import { type Rec, signIn } from '../api/support/client';
import { publishedRound } from '../api/support/results';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let result = '';

/** A published round of the demonstration's unit, which came second. */
async function published(): Promise<string> {
  const { url, accounts } = inject('district');
  const client = async (role: string) => {
    const { username, password } = accounts[role] ?? { username: '', password: '' };
    return signIn(username, password, url);
  };
  const [by, unit] = [await client('districtOffice'), await client('unit')];
  const make = builders(by);
  const [own] = (await unit.get<Rec[]>('/units')).data;
  const other = await make.unit({ unitClass: String(own?.unitClass) });
  const { results } = await publishedRound(by, make, [[38], [30]], [other, own as Rec]);
  return `/unit-results/${results[1]?.documentId}`;
}

beforeAll(async () => {
  browser = await launchBrowser();
  result = await published();
});
afterAll(async () => {
  await browser?.close();
});

const shot = (visitor: Visitor, name: string) =>
  process.env.SHOTS
    ? visitor.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : null;

const confirmed = (visitor: Visitor, name: RegExp) =>
  visitor.page.getByRole('dialog').getByRole('button', { name }).click();

describe('an appeal', () => {
  let appeal = '';

  it('is made by the unit on a phone, with its ground and evidence', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', WIDTHS.phone);
    const { page } = visitor;
    await visitor.open(result);
    await page.getByText(/逐项提出申诉/).waitFor();
    await visitor.expectSound();
    await page.getByRole('button', { name: '提出申诉' }).click();
    await page.getByLabel('申诉指标').click();
    await page.getByTitle('A1 方案').click();
    await page.getByLabel('申诉理由').fill('方案已按期印发,见附件。');
    await visitor.atRest();
    await shot(visitor, 'appeal-form-phone');
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.waitForURL(/\/appeals\//);
    appeal = new URL(page.url()).pathname;
    await page.getByRole('heading', { name: /方案/, level: 1 }).waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: '印发通知.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF'),
      });
    await page.getByRole('button', { name: '查看 印发通知.pdf' }).waitFor();
    await visitor.settled();
    await shot(visitor, 'appeal-draft-phone');
    await visitor.expectSound();
    await page.getByRole('button', { name: '提交申诉' }).click();
    await confirmed(visitor, /提交申诉/);
    await page.getByText('待受理').first().waitFor();
    expect(await page.getByRole('button', { name: /编\s*辑|删\s*除/ }).count()).toBe(0);
    await visitor.close();
  });

  it('is given by the office to somebody who took no part', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open(appeal);
    await page.getByRole('combobox', { name: '选择复核人' }).click();
    await page
      .getByTitle(/督查员/)
      .first()
      .click();
    await page.getByRole('button', { name: /^指\s*定$/ }).click();
    await page.getByRole('button', { name: '受理并交复核' }).and(page.locator(':enabled')).click();
    await page.getByText('复核中').first().waitFor();
    await visitor.settled();
    await shot(visitor, 'appeal-office-desktop');
    await visitor.expectSound();
    await visitor.close();
  });

  it('is decided by the reviewer on a phone, who sees first what a correction does', async () => {
    const visitor = await Visitor.signedIn(browser, 'inspector', WIDTHS.phone);
    const { page } = visitor;
    await page.getByText('待您复核的申诉').first().waitFor();
    await visitor.open(appeal);
    await page
      .getByLabel(/测评员A/)
      .first()
      .fill('40');
    await page.getByLabel(/复核意见/).fill('经核,方案确已按期印发。');
    expect(await page.getByRole('button', { name: '更正结果' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '保存并试算' }).click();
    await page.getByRole('heading', { name: '更正后的影响' }).waitFor();
    await visitor.settled();
    await shot(visitor, 'appeal-review-phone');
    await visitor.expectSound();
    await page.getByRole('button', { name: '更正结果' }).click();
    await confirmed(visitor, /更正结果/);
    await page.getByText('已更正', { exact: true }).first().waitFor();
    await visitor.close();
  });

  it('leads the unit to the corrected result, and the old one to the new', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open(appeal);
    await page.getByText('经核,方案确已按期印发。').waitFor();
    await shot(visitor, 'appeal-decided-desktop');
    await visitor.expectSound();
    await visitor.open(result);
    await page.getByText(/该结果已更正/).waitFor();
    expect(await page.getByRole('button', { name: '提出申诉' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '第 2 号' }).click();
    await page.getByText(/按复核更正。更正前:总分 70\.00,第 2 名/).waitFor();
    await visitor.expectSound();
    await visitor.close();
  });
});
