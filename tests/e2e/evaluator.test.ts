import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { takeDrawnRows, watchRows } from './support/draw-count';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** The sheet's fields for a number, in the order of the page. */
const numbers = (page: Page) => page.locator('main input[inputmode]');

async function openDraft(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await visitor.open('/evaluations');
  await page.getByText('评分中', { exact: true }).first().click();
  await page.getByRole('main').getByRole('link').first().click();
  await page.getByRole('button', { name: '提交' }).waitFor();
  await visitor.settled();
  return new URL(page.url()).pathname;
}

/** What can be pressed and is smaller than a fingertip; links within a text are read first. */
const tooSmall = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('button, select, textarea, input, .ant-radio-button-wrapper, .page-back')]
    .map((one) => one.matches('.ant-radio-button-wrapper input') ? null : one)
    .filter((one) => one?.checkVisibility() && !one.closest('.visually-hidden, [aria-hidden=true]'))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height < 43.5)
    .map(([one, box]) => one.outerHTML.slice(0, 120) + ' ' + box.height)`) as Promise<string[]>;

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /已保存/ });

describe('an evaluator', () => {
  it('scores by keyboard alone, is saved by itself, submits, and then may only read', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.desktop);
    const { page } = visitor;
    const path = await openDraft(visitor);
    await visitor.expectSound();

    const fields = numbers(page);
    const count = await fields.count();
    expect(count).toBeGreaterThan(2);
    await fields.first().focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    const focused = await page.evaluate('document.activeElement && document.activeElement.id');
    expect(focused).not.toBe(await fields.first().getAttribute('id'));
    await saved(page).waitFor();

    await page.reload();
    await page.getByRole('button', { name: '提交' }).waitFor();
    expect(await numbers(page).first().inputValue()).toBe('7');

    for (let at = 0; at < count; at += 1) await numbers(page).nth(at).fill('1');
    await saved(page).waitFor();
    await page.getByRole('button', { name: '提交' }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: /提\s*交|确\s*定/ });
    await confirm.click();
    await page.getByText('已提交', { exact: true }).first().waitFor();
    await visitor.open(path);
    expect(await numbers(page).first().isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: '提交' }).count()).toBe(0);
    await visitor.expectSound();
    await visitor.close();
  });

  it('draws one row again for a typed digit, and none for its being saved', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.desktop);
    const { page } = visitor;
    await watchRows(page);
    await openDraft(visitor);
    const field = numbers(page).first();
    const row = await page.locator('.sheet-row').first().getAttribute('id');
    const before = await field.inputValue();
    await field.focus();
    await takeDrawnRows(page);
    await page.keyboard.type('3');
    await saved(page).waitFor();
    const drawn = await takeDrawnRows(page);
    expect(new Set(drawn)).toEqual(new Set([row]));
    await field.fill(before);
    await saved(page).waitFor();
    visitor.expectQuiet();
    await visitor.close();
  });

  it('keeps a value that is not taken, beside what it says, and has the others saved', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.desktop);
    const { page } = visitor;
    await openDraft(visitor);
    const [first, second] = [numbers(page).nth(0), numbers(page).nth(1)];
    const before = await first.inputValue();
    const note = page.getByRole('status').filter({ hasText: /已保存.*1 项未被接受/ });
    const said = page.getByRole('alert').filter({ hasText: '最多 2 位小数' });
    await first.fill('1.236');
    await second.fill('1');
    await note.waitFor();
    await said.waitFor();
    await visitor.expectSound();
    await page.reload();
    await note.waitFor();
    await said.waitFor();
    expect([await first.inputValue(), await second.inputValue()]).toEqual(['1.236', '1']);
    await first.fill(before);
    await saved(page)
      .filter({ hasNotText: /未被接受/ })
      .waitFor();
    expect(await said.count()).toBe(0);
    visitor.expectQuiet();
    await visitor.close();
  });

  it('is told of a number that cannot be, which is not taken', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.desktop);
    await openDraft(visitor);
    const first = numbers(visitor.page).first();
    const before = await first.inputValue();
    await first.fill('999999');
    await visitor.page
      .getByRole('alert')
      .filter({ hasText: /请填 0 到/ })
      .waitFor();
    expect(await first.getAttribute('aria-invalid')).toBe('true');
    await visitor.page.getByRole('button', { name: '提交' }).click();
    await visitor.page.getByText('有的数填得不对,请先改正。').waitFor();
    expect(await visitor.page.getByRole('dialog').count()).toBe(0);
    await visitor.expectSound();
    await visitor.page.reload();
    await visitor.page.getByRole('button', { name: '提交' }).waitFor();
    expect(await numbers(visitor.page).first().inputValue()).toBe(before);
    await visitor.close();
  });

  it('scores on a phone, with one thumb', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.phone);
    const { page } = visitor;
    await openDraft(visitor);
    const submit = await page.getByRole('button', { name: '提交' }).boundingBox();
    expect(submit?.y).toBeGreaterThan((page.viewportSize()?.height ?? 0) * 0.8);
    expect(await tooSmall(page)).toEqual([]);
    await numbers(page).first().fill('5');
    await saved(page).waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(wide).toBe(false);
    await visitor.expectSound();
    await visitor.close();
  });

  it('declares a recusal from the sheet on a phone, which then is no longer theirs', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.phone);
    const { page } = visitor;
    const path = await openDraft(visitor);
    await visitor.expectSound();
    await page.getByRole('button', { name: '需要回避' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /确\s*定/ }).click();
    await dialog.getByText('请填写原因。').waitFor();
    await dialog.getByLabel('原因').fill('亲属在该单位任职');
    await visitor.expectSound();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/recuse-phone.png` });
    await dialog.getByRole('button', { name: /确\s*定/ }).click();
    await page.getByText('已回避', { exact: true }).waitFor();
    await page.getByRole('heading', { name: '评分表', level: 1 }).waitFor();
    await page.locator(`a[href="${path}"]`).waitFor({ state: 'detached' });
    visitor.expectQuiet();
    await visitor.open('/recusals');
    await page.getByText('亲属在该单位任职').waitFor();
    await visitor.expectSound();
    await visitor.close();
    const office = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    await office.open(path);
    await office.page.getByText('已回避', { exact: true }).first().waitFor();
    await office.open('/rounds');
    await office.page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await office.page.getByText(/因回避少 1 次评价/).waitFor();
    if (process.env.SHOTS)
      await office.page.screenshot({ path: `${process.env.SHOTS}/progress-desktop.png` });
    await office.expectSound();
    await office.close();
  });

  it('does not meet another one’s sheets or the summary', async () => {
    const visitor = await Visitor.signedIn(browser, 'evaluator', WIDTHS.desktop);
    expect(await visitor.menu()).not.toContain('/summary');
    await visitor.open('/summary');
    expect(await visitor.page.getByRole('button', { name: /查看得分说明/ }).count()).toBe(0);
    visitor.expectQuiet();
    await visitor.close();
  });
});
