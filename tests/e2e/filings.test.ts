import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PICTURE } from '../api/support/files';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const TEXT = '本月在东湖社区开展集中活动周志愿服务一场,参加居民一百二十人,志愿者二十人,现场秩序良好。';
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PICTURE });

/** What the demonstration has for the site at each width: nothing begun for November, October sent back. */
const DUTIES: Record<string, { title: RegExp; begin: RegExp; pictures: string[] }> = {
  desktop: { title: /每月活动材料.* · 2022-11/, begin: /^填\s*报$/, pictures: ['一.png', '二.png'] },
  phone: { title: /每月活动材料.* · 2022-10/, begin: /^继续填报$/, pictures: ['三.png'] },
};

describe.each(Object.entries(WIDTHS))('filings at the %s', (kind, width) => {
  const shot = (page: Page, name: string) =>
    process.env.SHOTS
      ? page.screenshot({ path: `${process.env.SHOTS}/filings-${name}-${kind}.png`, fullPage: true })
      : undefined;

  it('are filled in by a site, judged as they are, and sent in with a receipt', async () => {
    const duty = DUTIES[kind];
    if (!duty) throw new Error(`No duty for the ${kind}`);
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/material-submissions');
    await shot(page, 'own');
    await visitor.expectSound();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: duty.title }) });
    await card.getByRole('button', { name: duty.begin }).click();
    await page.getByRole('heading', { name: duty.title, level: 1 }).waitFor();
    const text = page.getByRole('textbox', { name: '文字说明' });
    const send = page.getByRole('button', { name: /^报\s*送$/ });
    await text.fill('太短');
    await page.getByText('文字至少 20 字,现有 2 字。').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await page
      .locator('input[type=file]')
      .setInputFiles([
        ...duty.pictures.map(picture),
        { name: '表格.docx', mimeType: 'application/msword', buffer: Buffer.from('x') },
      ]);
    const refused = page.getByRole('dialog');
    await refused.getByText('“表格.docx”的类型不符').waitFor();
    await refused.getByRole('button').last().click();
    for (const name of duty.pictures) await page.getByRole('button', { name: `查看 ${name}` }).waitFor();
    await shot(page, 'form');
    await text.fill(TEXT);
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '保存文字' }).click();
    await page.getByText('符合要求,可以报送。').waitFor();
    await visitor.expectSound();
    await send.click();
    await page.getByText('已报所、镇', { exact: true }).first().waitFor();
    await visitor.settled();
    await shot(page, 'sent');
    await visitor.expectSound();
    await page.getByRole('button', { name: /回\s*执/ }).click();
    await page.getByRole('heading', { name: '报送回执', level: 1 }).waitFor();
    expect(await page.getByRole('main').textContent()).toMatch(/CL2022\d{4}-\d{5}/);
    await visitor.settled();
    await shot(page, 'receipt');
    await visitor.expectSound();
    await visitor.close();
  });

  it('wait for the town in its queue, and are sent on from there', async () => {
    const visitor = await Visitor.signedIn(browser, 'town', width);
    const { page } = visitor;
    await visitor.open('/material-submissions?waiting=materialsToForward');
    await shot(page, 'queue');
    await visitor.expectSound();
    const forward = page.getByRole('button', { name: '转报区' });
    const before = await forward.count();
    expect(before).toBeGreaterThan(0);
    await forward.first().click();
    await expect.poll(() => forward.count()).toBe(before - 1);
    await visitor.expectSound();
    await visitor.close();
  });

  it('are looked over by the office: by requirement, then who is late and who has sent nothing', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/reports');
    await shot(page, 'overview');
    await visitor.expectSound();
    await page.getByRole('button', { name: /工作小结.*逾期报送 \d+/ }).click();
    await visitor.settled();
    await page
      .getByText(/逾期报送 \d+ 天/)
      .first()
      .waitFor();
    await shot(page, 'parties');
    await visitor.expectSound();
    await page.getByText(/^逾期未报 \d+$/).click();
    await expect.poll(() => page.getByText(/逾期报送 \d+ 天/).count()).toBe(0);
    await visitor.open('/filing-requirements');
    await page.getByRole('link', { name: /每月活动材料/ }).click();
    await page.getByRole('button', { name: /编\s*辑/ }).click();
    await page.getByRole('dialog').getByText('次月').waitFor();
    await visitor.atRest();
    await shot(page, 'requirement');
    await visitor.expectSound();
    await visitor.close();
  });

  it('of a unit are its own duties, and a figure on its page', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', width);
    const { page } = visitor;
    await visitor.open('/reports');
    await page.getByRole('button', { name: '继续填报' }).waitFor();
    await shot(page, 'unit');
    await visitor.expectSound();
    await visitor.open('/units');
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('tab', { name: '报送' }).click();
    await page.getByText('按时报送率').waitFor();
    await visitor.settled();
    await shot(page, 'figures');
    await visitor.expectSound();
    await visitor.close();
  });
});
