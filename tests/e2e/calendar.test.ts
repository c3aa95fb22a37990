import type { Browser, Page } from 'playwright-core';
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

describe.each(Object.entries(WIDTHS))('the calendar at the %s', (kind, width) => {
  const isPhone = kind === 'phone';
  const shot = async ({ page }: Visitor, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/calendar-${name}-${kind}.png`, fullPage: true });
  };
  const fits = async ({ page }: Visitor) =>
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1')).toBe(true);

  it('shows month, week, agenda and day, and leads to the activity', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
    const { page } = visitor;
    await visitor.open('/calendar');
    const views = page.getByRole('radiogroup', { name: '查看方式' });
    expect(await views.locator('.ant-segmented-item-selected').textContent()).toBe(isPhone ? '日程' : '月');
    await page.getByText(/集中活动周 \d/).waitFor();
    for (const view of ['月', '周', '日程', '日']) {
      await views.getByText(view, { exact: true }).click();
      await page.locator('.fc').waitFor();
      await visitor.settled();
      await visitor.atRest();
      await fits(visitor);
      await shot(visitor, { 月: 'month', 周: 'week', 日程: 'agenda', 日: 'day' }[view] ?? '');
      await visitor.expectSound();
    }
    await views.getByText('日程', { exact: true }).click();
    await visitor.settled();
    // The day's list is one as well, and goes only when the other has come.
    const first = page.locator('.fc-listMonth-view .fc-list-event').getByRole('link').first();
    await first.waitFor();
    const title = (await first.textContent()) ?? '';
    await first.click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.close();
  });

  it('is empty, fails, and comes back', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/calendar?view=agenda&date=2024-01-01');
    await page.getByText('这段时间没有符合条件的活动。').waitFor();
    await shot(visitor, 'empty');
    await visitor.expectSound();
    const down = (url: URL) => url.pathname === '/api/calendar';
    await page.route(down, (route) => route.abort());
    await page.getByRole('button', { name: '往前' }).click();
    await page.getByText('连接不上服务器,请检查网络后重试。').waitFor();
    await shot(visitor, 'error');
    await page.unroute(down);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('这段时间没有符合条件的活动。').waitFor();
    expect(visitor.problems.filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([]);
    await visitor.close();
  });

  it('is subscribed to by an address that ends when it is revoked', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/calendar');
    await page.getByRole('button', { name: '订阅' }).click();
    const dialog = page.getByRole('dialog');
    await visitor.settled();
    await visitor.atRest();
    await dialog.getByRole('button', { name: '生成订阅地址' }).click();
    const address = await dialog.getByLabel('订阅地址').inputValue();
    await visitor.settled();
    await shot(visitor, 'subscribe');
    await visitor.expectSound();
    const asked = await fetch(address);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('BEGIN:VCALENDAR');
    await dialog.getByRole('button', { name: '停用' }).first().click();
    await visitor.atRest();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click();
    await page.getByText('已停用。').waitFor();
    await dialog.getByText('还没有订阅地址。').waitFor();
    expect((await fetch(address)).status).toBe(404);
    await visitor.close();
  });

  it('prints the month of a site', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', width);
    const { page } = visitor;
    await visitor.open('/calendar');
    await page.getByRole('button', { name: '打印' }).click();
    await page.locator('.wall-sheet').waitFor();
    await visitor.settled();
    expect(await page.locator('.wall-sheet tbody tr').count()).toBeGreaterThan(0);
    await fits(visitor);
    await shot(visitor, 'print');
    await visitor.expectSound();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/MediaBox ?\[[^\]]*\]/g)).toEqual([
      expect.stringMatching(/59[45][.\d]* 84[12][.\d]*/),
    ]);
    await page.emulateMedia({ media: 'print' });
    await shot(visitor, 'paper');
    await visitor.close();
  });
});

describe('drawing an activity about', () => {
  /** A planned activity of the site's clerk, alone on a far day, so that nothing covers it. */
  async function planned(day: string, title: string, more: object = {}) {
    const office = await asRole('districtOffice');
    const pairing = (
      (await office('GET', '/pairings?populate[0]=unit&populate[1]=station&pagination[pageSize]=1'))
        .data as unknown as { unit: { documentId: string }; station: { documentId: string } }[]
    )[0];
    const categories = (await office('GET', '/categories')).data as unknown as { documentId: string }[];
    const data = {
      title,
      unit: pairing?.unit.documentId,
      station: pairing?.station.documentId,
      category: categories[0]?.documentId,
      startsAt: `${day}T01:00:00.000Z`,
      endsAt: `${day}T03:00:00.000Z`,
      venue: '一楼大厅',
      venueKind: 'site',
      ...more,
    };
    const made = (await office('POST', '/activities', { data })).data;
    const address = `/activities/${made.documentId}`;
    return { office, address, read: async () => (await office('GET', address)).data };
  }

  async function draw(page: Page, title: string, to: string): Promise<void> {
    const card = page.locator('.calendar-entry', { hasText: title });
    const from = await card.boundingBox();
    const goal = await page.locator(`td.fc-daygrid-day[data-date="${to}"]`).boundingBox();
    if (!from || !goal) throw new Error('Nothing to draw');
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 20, { steps: 3 });
    await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 8 });
    await page.mouse.up();
  }

  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/calendar-${name}.png` });
  };

  it('moves it, keeping the time of day', async () => {
    const title = '改期一';
    const { read } = await planned('2023-06-06', title);
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open('/calendar?date=2023-06-06');
    await Promise.all([
      page.getByText('已改到 2023-06-08 09:00–11:00。').waitFor(),
      draw(page, title, '2023-06-08'),
    ]);
    expect(await read()).toMatchObject({ startsAt: '2023-06-08T01:00:00.000Z', rev: 2 });
    await visitor.settled();
    await page.locator('td[data-date="2023-06-08"]').getByText(title).waitFor();
    await visitor.expectSound();
    await visitor.close();
  });

  it('shows both versions when somebody was first', async () => {
    const title = '改期二';
    const { office, address, read } = await planned('2023-07-04', title);
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open('/calendar?date=2023-07-04');
    await page.locator('.calendar-entry', { hasText: title }).waitFor();
    await office('PUT', address, { data: { venue: '操场' } }, 1);
    await draw(page, title, '2023-07-05');
    const dialog = page.getByRole('dialog', { name: '其他人刚刚修改了这条记录' });
    await dialog.waitFor();
    await shot(page, 'conflict');
    // Awaited from before the click: it is on the screen for a moment only, and a busy machine would miss it.
    await Promise.all([
      page.getByText('已改到 2023-07-05 09:00–11:00。').waitFor(),
      dialog.getByRole('button', { name: '用我的内容保存' }).click(),
    ]);
    expect(await read()).toMatchObject({ startsAt: '2023-07-05T01:00:00.000Z', venue: '操场' });
    await visitor.close();
  });

  it('asks before it moves what is announced, and puts back what may not be', async () => {
    const title = '改期三';
    const ready = {
      routine: true,
      materialsReviewed: true,
      firstAidOfficer: '王急救',
      guides: '李引导',
      ivolunteerNumber: 'HD-1',
    };
    // Beside the day at which the demonstration lives, so that one month shows what has passed and what has not.
    const { office, address, read } = await planned('2022-11-25', title, ready);
    await office('POST', `${address}/transitions/clear`, { data: {} }, 1);
    await office('POST', `${address}/transitions/announce`, { data: {} }, 2);
    const { unit } = (await office('GET', `${address}?populate[0]=unit`)).data as unknown as {
      unit: { documentId: string };
    };
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open(`/calendar?date=2022-11-25&unit=${unit.documentId}`);
    await draw(page, title, '2022-11-02');
    await page.getByRole('dialog', { name: '不能改到这个时间' }).waitFor();
    await shot(page, 'refused');
    await visitor.atRest();
    await page.getByRole('button', { name: /知道了|确\s*定|OK/ }).click();
    // A dialog that still fades away takes the mouse.
    await page.locator('.ant-modal-wrap').waitFor({ state: 'detached' });
    await visitor.settled();
    await page.locator('td[data-date="2022-11-25"]').getByText(title).waitFor();
    await draw(page, title, '2022-11-28');
    await page.getByRole('dialog', { name: '改期前请确认' }).waitFor();
    await shot(page, 'ask');
    await page.getByRole('button', { name: '确认改期' }).click();
    await page.getByText('已改到 2022-11-28 09:00–11:00。').waitFor();
    expect(await read()).toMatchObject({ state: 'announced', startsAt: '2022-11-28T01:00:00.000Z', rev: 4 });
    await visitor.close();
  });

  it('warns of what takes place there already, in the calendar and on the activity', async () => {
    const { address } = await planned('2023-08-01', '撞期一');
    await planned('2023-08-01', '撞期二');
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.phone);
    const { page } = visitor;
    await visitor.open('/calendar?date=2023-08-01');
    await page.getByText('与同一时间的活动地点相同').first().waitFor();
    await visitor.expectSound();
    await visitor.open(address);
    await page.getByText('同一时间已有其他活动,请核对安排').waitFor();
    await page.getByRole('link', { name: '撞期二' }).waitFor();
    await shot(page, 'clash-phone');
    await visitor.expectSound();
    await page.getByRole('button', { name: '编辑' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('同一时间已有其他活动,请核对安排').waitFor();
    await drawer.getByLabel('地点', { exact: true }).fill('二楼');
    await drawer.getByText('阵地联系人相同').waitFor();
    await visitor.close();
  });
});
