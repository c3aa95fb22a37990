import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { builders, rubricDefinition, step } from '../api/support/builders';
import { type Rec, signIn } from '../api/support/client';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let path = '';

/** An open round in which the demonstration's unit assesses itself. */
async function openRound(): Promise<string> {
  const { url, accounts } = inject('district');
  const client = async (role: string) => {
    const { username, password } = accounts[role] ?? { username: '', password: '' };
    return signIn(username, password, url);
  };
  const [by, unit] = [await client('districtOffice'), await client('unit')];
  const make = builders(by);
  const sources = [
    { code: 'self', weight: 30 },
    { code: 'district', weight: 70 },
  ];
  const rubric = await make.rubric({ definition: rubricDefinition({ sources }) });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  // Begun before the demonstration's own round, which stays the newest one.
  const windows = { self: { opensOn: '2022-11-02', closesOn: '2022-11-30' } };
  const round = await make.round({ rubric: rubric.documentId, windows });
  const units = (await unit.get<Rec[]>('/units')).data.map(({ documentId }) => documentId);
  await by.post(`/rounds/${round.documentId}/plan`, { data: { units, source: 'self' } });
  await step(by, `/rounds/${round.documentId}`, 'open');
  const sheets = await unit.get<Rec[]>(`/evaluations?filters[round][documentId]=${round.documentId}`);
  return `/evaluations/${sheets.data[0]?.documentId}`;
}

beforeAll(async () => {
  browser = await launchBrowser();
  path = await openRound();
});
afterAll(async () => {
  await browser?.close();
});

const shot = (visitor: Visitor, name: string) =>
  process.env.SHOTS
    ? visitor.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : null;

describe('a unit', () => {
  it('finds its own assessment on the workbench of a phone, fills it in and submits it', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', WIDTHS.phone);
    const { page } = visitor;
    await visitor.settled();
    expect(await page.getByText('待提交的评分表').count()).toBeGreaterThan(0);
    await shot(visitor, 'self-workbench-phone');
    await visitor.open('/evaluations');
    await page.getByText('自评', { exact: true }).first().waitFor();
    await shot(visitor, 'self-list-phone');
    await visitor.open(path);
    await page.getByRole('button', { name: '提交' }).waitFor();
    expect(await page.getByRole('button', { name: '需要回避' }).count()).toBe(0);
    const fields = page.locator('main input[inputmode]');
    const count = await fields.count();
    for (let at = 0; at < count; at += 1) await fields.nth(at).fill('1');
    await page
      .getByRole('status')
      .filter({ hasText: /已保存/ })
      .waitFor();
    await shot(visitor, 'self-sheet-phone');
    await visitor.expectSound();
    await page.getByRole('button', { name: '提交' }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: /提\s*交|确\s*定/ });
    await confirm.click();
    await page.getByText('已提交', { exact: true }).first().waitFor();
    visitor.expectQuiet();
    await visitor.close();
  });

  it('is given its days by the office in the round’s form', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    await visitor.open('/rounds');
    await visitor.page.getByRole('button', { name: '新建轮次' }).click();
    await visitor.page.getByText('各来源起止日期').waitFor();
    await shot(visitor, 'round-form-desktop');
    await visitor.expectSound();
    await visitor.close();
  });
});
