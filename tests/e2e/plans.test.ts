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

const SHEET = [
  '十二月活动安排',
  '日期\t时间\t活动名称\t活动类别\t开展单位\t地点',
  '１２月９日（周五）\t下午2点半-4点\t防诈骗讲座\t安全宣传\t\t站内活动室',
  '31日\t上午\t冬至包饺子\t文化活动\t\t',
].join('\n');

describe.each(Object.entries(WIDTHS))('plans of a site at the %s', (kind, width) => {
  const shot = async ({ page }: Visitor, name: string) => {
    if (!process.env.SHOTS) return;
    await page.screenshot({ path: `${process.env.SHOTS}/plans-${name}-${kind}.png`, fullPage: true });
  };

  it('are looked at beside what was held', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/site-plans');
    await page
      .getByRole('link', { name: /2022 年度计划/ })
      .first()
      .click();
    await page.getByText('全年事项').waitFor();
    await visitor.settled();
    await shot(visitor, 'plan');
    await visitor.expectSound();
    await page.getByRole('tab', { name: '计划与实际' }).click();
    await page.getByText(/全年计划 \d+ 场/).waitFor();
    await visitor.settled();
    await shot(visitor, 'standing');
    await visitor.expectSound();
    await visitor.close();
  });

  it('fill a month from last month, the plan and a sheet', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    const month = kind === 'phone' ? '2023-01' : '2022-12';
    const fill = async (name: string) => {
      await page.getByRole('button', { name: '批量填入' }).click();
      await page.getByRole('menuitem', { name }).click();
      await visitor.settled();
      await visitor.atRest();
    };
    await visitor.open('/schedule');
    await page.getByText('广场舞展演').waitFor();
    await shot(visitor, 'month');
    await visitor.expectSound();
    await visitor.open(`/schedule?month=${month}`);
    await page.getByText('这个月还没有安排').waitFor();
    await shot(visitor, 'empty');

    await fill('从表格粘贴');
    const box = page.getByLabel('粘贴处');
    await box.fill('11月18日,义诊');
    await page.getByText('没有找到表头').waitFor();
    await box.fill(
      kind === 'phone'
        ? SHEET.replaceAll('１２月９日', '１月９日').replace('31日', '32日')
        : SHEET.replace('31日', '32日'),
    );
    await page.getByText('活动类别“文化活动”应为').waitFor();
    await shot(visitor, 'paste');
    await visitor.expectSound();
    expect(await page.getByRole('button', { name: '保存 2 项' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '删去' }).last().click();
    await page.getByRole('button', { name: '保存 1 项' }).click();
    await page.getByText('已填入 1 项').waitFor();
    await page.getByText('14:30–16:00').waitFor();

    if (kind === 'desktop') {
      await fill('复制上月安排');
      const day = (at: number) => page.getByLabel(`日期 ${at}`, { exact: true }).inputValue();
      expect([await day(1), await day(3)]).toEqual(['2022-12-03', '2022-12-15']);
      await shot(visitor, 'copy');
      await page.getByRole('button', { name: '取消' }).click();
      await fill('从年度计划填入');
      await page.getByText('请填写日期').first().waitFor();
      await page.getByLabel('日期 1', { exact: true }).fill('2022-12-14');
      for (let rest = 3; rest > 0; rest -= 1) await page.getByRole('button', { name: '删去' }).last().click();
      await page.getByRole('button', { name: '保存 1 项' }).click();
      await page.getByText('已填入 1 项').waitFor();
      await visitor.settled();
    }
    await page.getByRole('button', { name: '建活动' }).first().click();
    await page.getByRole('dialog').getByLabel('活动名称').waitFor();
    await visitor.atRest();
    await shot(visitor, 'hold');
    expect(await page.getByRole('dialog').getByLabel('活动名称').inputValue()).toContain('讲座');
    await visitor.close();
  });
});

describe.each(Object.entries(WIDTHS))('the other pages of plans at the %s', (kind, width) => {
  const shot = async ({ page }: Visitor, name: string) => {
    if (!process.env.SHOTS) return;
    await page.screenshot({ path: `${process.env.SHOTS}/plans-${name}-${kind}.png`, fullPage: true });
  };

  it('show who has no detailed plan, and what a plan says', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/action-plans?view=coverage');
    await page.getByText(/还没有报送方案的/).waitFor();
    await visitor.settled();
    await shot(visitor, 'coverage');
    await visitor.expectSound();
    await visitor.open('/action-plans');
    await page.getByRole('link', { name: /财政局.*具体方案/ }).click();
    await page.getByText('已逾期').waitFor();
    await visitor.settled();
    await shot(visitor, 'action');
    await visitor.expectSound();
    await visitor.open('/timeline');
    await page.getByText('部署阶段').first().waitFor();
    await shot(visitor, 'timeline');
    await visitor.expectSound();
    await visitor.close();
  });

  it('let a site agree a week and offer a room', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/liaison-contents');
    await page.getByText(/应商定 \d+ 对/).waitFor();
    await visitor.settled();
    await shot(visitor, 'liaison');
    await visitor.expectSound();
    await visitor.open('/site-offers');
    await page.getByText('周一、周二').first().waitFor();
    await shot(visitor, 'offers');
    await visitor.expectSound();
    await page.getByRole('button', { name: '登记资源' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill(`排练厅${kind}`);
    await form.getByLabel('类型').click();
    await visitor.atRest();
    await page.getByTitle('场室').last().click();
    await form.getByRole('button', { name: '添加时段' }).click();
    await visitor.atRest();
    await shot(visitor, 'offer-form');
    await visitor.expectSound();
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('已新建').waitFor();
    await page.getByText(`排练厅${kind}`).waitFor();
    await visitor.close();
  });
});
