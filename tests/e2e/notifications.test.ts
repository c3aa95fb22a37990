import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole } from './support/as-role';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe.each(Object.entries(WIDTHS))('what one is told, at the %s', (_kind, width) => {
  it('comes by itself, leads to the record, and is then read', async () => {
    const unit = await asRole('unit');
    const { actor } = (await unit('GET', '/session')).data as unknown as {
      actor: { anchors: { unit: { documentId: string } } };
    };
    const categories = (await unit('GET', '/categories')).data as unknown as { documentId: string }[];
    const title = `爱眼护齿进社区 ${width}`;
    const data = {
      title,
      unit: actor.anchors.unit.documentId,
      summary: '为老人检查',
      category: categories[0]?.documentId,
    };
    const office = await asRole('districtOffice');
    const { documentId } = (await office('POST', '/projects', { data })).data;
    await office('POST', `/projects/${documentId}/transitions/review`, { data: {} }, 1);

    const visitor = await Visitor.signedIn(browser, 'unit', width);
    const { page } = visitor;
    await visitor.settled();
    await office(
      'POST',
      `/projects/${documentId}/transitions/return`,
      { data: { reason: '请写明服务次数' } },
      2,
    );
    await page.getByRole('button', { name: /^通知,\d+ 条未读$/ }).click();
    const told = page.getByRole('listitem').filter({ hasText: title });
    await told.waitFor();
    expect(await told.textContent()).toContain('请写明服务次数');
    await visitor.expectSound();
    await told.getByRole('link').click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('button', { name: /^通知/ }).click();
    await told.waitFor();
    expect(await told.textContent()).not.toContain('未读');

    await page.getByRole('tab', { name: '提醒方式' }).click();
    await page.getByRole('checkbox', { name: '被退回' }).nth(1).check();
    await page.getByLabel('邮箱').fill('');
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('用邮件提醒需要填写邮箱。').waitFor();
    await page.getByLabel('邮箱').fill('zhang@example.cn');
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('已保存。').waitFor();
    await visitor.expectSound();
    await visitor.close();
  });
});
