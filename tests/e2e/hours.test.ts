import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** An export as it comes: a title above, a wrong number and an activity that nobody knows. */
const exportOf = (kind: string) =>
  [
    'i志愿时数导出表,,,,,',
    '活动编号,活动名称,姓名,证件号码,签到时间,签退时间,服务时长(小时)',
    `示例-900002,楼道清理行动,甲${kind},110105194912310021,2022-11-05 14:30,2022-11-05 16:30,2`,
    `没有${kind},邻里节,乙${kind},11010519491231002X,2022-11-05 14:30,2022-11-05 16:30,2`,
    '合计,,,,,,4',
  ].join('\r\n');

async function shot(visitor: Visitor, name: string, fullPage = true): Promise<void> {
  await visitor.settled();
  if (process.env.SHOTS)
    await visitor.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage });
}

describe.each(Object.entries(WIDTHS))('volunteer hours at the %s', (kind, width) => {
  it('are compared, settled and looked at again by the office', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/hours');
    await page
      .getByRole('link', { name: /楼道清理行动/ })
      .first()
      .waitFor();
    await shot(visitor, `hours-differences-${kind}`);
    await visitor.expectSound();

    await page.getByRole('tab', { name: '待处理' }).click();
    await page
      .getByText(/校验码不符/)
      .first()
      .waitFor();
    await shot(visitor, `hours-queue-${kind}`);
    await visitor.expectSound();
    await page
      .getByRole('button', { name: /^处\s*理$/ })
      .first()
      .click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('志愿者', { exact: true }).first().waitFor();
    await shot(visitor, `hours-settle-${kind}`, false);
    await visitor.expectSound();
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: '复核' }).click();
    await page.getByText(/重叠/).first().waitFor();
    await shot(visitor, `hours-reviews-${kind}`);
    await visitor.expectSound();
    await visitor.close();
  });

  it('come in from an export after they were looked at', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/hours?view=imports');
    await page.getByRole('button', { name: '导入i志愿导出文件' }).click();
    const drawer = page.getByRole('dialog');
    const file = { name: `时数-${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(exportOf(kind)) };
    await page.locator('input[type=file]').setInputFiles(file);
    await drawer.getByText(/新增 2 行/).waitFor();
    await drawer
      .getByText(/校验码不符/)
      .first()
      .waitFor();
    await shot(visitor, `hours-import-${kind}`, false);
    await visitor.expectSound();
    await drawer.getByRole('button', { name: /^导\s*入$/ }).click();
    await drawer.getByText(/已导入:新增 2 行/).waitFor();
    await drawer.getByRole('button', { name: /^完\s*成$/ }).click();
    await page.getByText(`时数-${kind}.csv`).first().waitFor();
    await shot(visitor, `hours-imports-${kind}`);
    visitor.expectQuiet();
    await visitor.close();
  });

  it('are entered by the unit from a pasted list', async () => {
    const visitor = await Visitor.signedIn(browser, 'unit', width);
    const { page } = visitor;
    await visitor.open('/activities?q=反诈宣传进楼栋');
    await page
      .getByRole('link', { name: /反诈宣传进楼栋/ })
      .first()
      .click();
    const panel = page.getByRole('region', { name: '志愿者出勤' }).first();
    await panel.getByRole('button', { name: '登记出勤' }).click();
    const drawer = page.getByRole('dialog');
    // The district's time, though the browser is elsewhere.
    expect(await drawer.locator('#span').inputValue()).toBe('2022-11-14 19:30');
    await drawer.locator('textarea').fill(`陈晓岚\n新人${kind}\n错号 110105194912310021`);
    await drawer.getByRole('button', { name: /^查\s*看$/ }).click();
    await drawer.getByText('新志愿者', { exact: true }).first().waitFor();
    await drawer.getByText('证件号码有误').waitFor();
    await shot(visitor, `hours-enter-${kind}`, false);
    await visitor.expectSound();
    await drawer.getByRole('button', { name: /^登记 \d 人$/ }).click();
    await drawer.waitFor({ state: 'detached' });
    await panel.getByText(`新人${kind}`).first().waitFor();
    await panel.scrollIntoViewIfNeeded();
    await shot(visitor, `hours-activity-${kind}`);
    expect(await panel.textContent()).toContain('陈晓岚');
    await visitor.expectSound();
    visitor.expectQuiet();
    await visitor.close();
  });
});
