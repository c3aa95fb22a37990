import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole } from './support/as-role';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let desk: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await Visitor.signedIn(browser, 'publicity', WIDTHS.desktop);
});
afterAll(async () => {
  await browser?.close();
});

const picture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#3b6ea8' } })
    .png()
    .toBuffer();

const TITLE = '志愿者把服务送到家门口(测试)';
/** The address of the story that the tests follow. */
let story = '';

const text = () => desk.page.getByRole('textbox', { name: '正文' });
const panel = () => desk.page.getByRole('region', { name: '刊发前还需要' });
const card = (): Locator => desk.page.getByRole('listitem', { name: '第 1 张图片' });
const step = (name: string) => desk.page.locator('.page-actions').getByRole('button', { name, exact: true });

async function take(name: string): Promise<void> {
  await step(name).click();
  await step(name).waitFor({ state: 'detached' });
}

async function giveReason(reason: string): Promise<void> {
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('原因').fill(reason);
  await dialog.locator('.ant-btn-primary').click();
  await dialog.waitFor({ state: 'detached' });
}

async function save(): Promise<void> {
  await desk.page.getByRole('button', { name: /^保\s*存$/ }).click();
  await desk.page.waitForURL(/\/stories\/[a-z0-9]+$/);
}

describe('a story from the field to the paper', () => {
  it('begins with what is known of an activity', async () => {
    const { page } = desk;
    const call = await asRole('publicity');
    const told = (await call('GET', '/stories?populate=activity&pagination[pageSize]=100'))
      .data as unknown as { activity: { documentId: string } | null }[];
    const held = (
      await call('GET', '/activities?filters[state][$eq]=verified&pagination[pageSize]=100&fields=title')
    ).data as unknown as { documentId: string; title: string }[];
    // Of one that is told of already it would be asked whether another story is meant.
    const activity = held.find(
      ({ documentId }) => !told.some((story) => story.activity?.documentId === documentId),
    );
    await desk.open(`/activities/${activity?.documentId}`);
    await page.getByRole('button', { name: '从活动写稿' }).click();
    await page.waitForURL(/\/stories\/[a-z0-9]+$/);
    story = new URL(page.url()).pathname;
    await page.getByText(`开展“${activity?.title}”活动`).waitFor();
    await desk.expectSound();

    // Its photos are asked about one by one; here the story goes on with one of its own.
    const id = story.split('/').at(-1);
    const copied = await call(
      'GET',
      `/story-photos?filters[story][documentId][$eq]=${id}&pagination[pageSize]=100`,
    );
    for (const one of copied.data as unknown as { documentId: string; rev: number }[])
      await call('DELETE', `/story-photos/${one.documentId}`, undefined, one.rev);
  });

  it('is written in the editor; what was typed and not saved survives a reload', async () => {
    const { page } = desk;
    await desk.open(`${story}/edit`);
    await page.getByLabel('标题').fill(TITLE);
    await text().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('## 家门口的服务');
    await page.keyboard.press('Enter');
    await page.keyboard.type('居民说,');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('这样的活动要多办。');
    await page.reload();
    await page.getByText('已恢复上次没有保存的修改。').waitFor();
    await expect.poll(() => text().getByRole('heading', { name: '家门口的服务' }).count()).toBe(1);
    await expect.poll(() => text().locator('strong').textContent()).toBe('这样的活动要多办。');
    expect(await page.getByLabel('标题').inputValue()).toBe(TITLE);
    await desk.expectSound();
    await save();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await desk.open(`${story}/edit`);
    expect(await page.getByText('已恢复上次没有保存的修改。').count()).toBe(0);
    expect(await page.getByRole('button', { name: '放弃修改' }).count()).toBe(0);
  });

  it('takes from other programs only what a text may hold', async () => {
    const { page } = desk;
    await text().click();
    await page.keyboard.press('Control+End');
    await text().evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<style>p{color:red}</style><p class="MsoNormal" style="color:red">粘贴的<b>一段</b><script>alert(1)</scr' +
          'ipt></p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.&nbsp;</span>第一条</p>' +
          '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.&nbsp;</span>第二条</p>' +
          '<p><a href="javascript:alert(1)">链接</a><img src="https://example.org/x.png"></p>',
      );
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('粘贴只带入文字').waitFor();
    await expect.poll(() => text().locator('ol > li').allTextContents()).toEqual(['第一条', '第二条']);
    expect(await text().locator('img, script, style, a, [class*=Mso]').count()).toBe(0);
    await desk.choose('专栏', '实践一线');
    await page.getByLabel('摘要').fill('服务送到家门口。');
    await save();
  });

  it('is held back by a picture until everybody in it has agreed', async () => {
    const { page } = desk;
    await take('投稿');
    await take('编辑完成');
    await desk.open(`${story}?tab=pictures`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await picture() });
    await card().locator('img').waitFor();
    await card().getByText('没有替代文字').waitFor();
    await card().getByLabel('替代文字').fill('志愿者在楼下为居民磨剪刀');
    await card().getByLabel('图片说明').fill('家门口的服务');
    await card().getByLabel('图中人物').click();
    await page.locator('.ant-select-item-option', { hasText: '有未成年人' }).click();
    await card().getByLabel('可辨认人数').fill('1');
    await page.keyboard.press('Tab');
    await card().getByText('还差 1 人的肖像同意').waitFor();
    await desk.expectSound();
    await desk.open(story);
    await panel().getByText('还差 1 人的肖像同意').waitFor();
    expect(await step('审定').isDisabled()).toBe(true);

    await panel().getByRole('link', { name: '处理图片与同意' }).click();
    await card().getByRole('button', { name: '登记一人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('本人').fill('李小明');
    await dialog.getByLabel('监护人').fill('李刚');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await card().getByText('李**').waitFor();
    await card().getByRole('button', { name: '登记同意' }).click();
    await card().getByText('可以刊发').waitFor();
    await desk.expectSound();
  });

  it('shows the picture in its text, and is copied for WeChat as it is previewed', async () => {
    const { page } = desk;
    await desk.open(`${story}/edit`);
    await text().click();
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: '插入图片' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '家门口的服务' }).click();
    await text().locator('figure', { hasText: '家门口的服务' }).waitFor();
    await save();
    await desk.open(`${story}?tab=preview`);
    const article = page.locator('.look .article');
    await article.locator('img[alt="志愿者在楼下为居民磨剪刀"]').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制公众号格式' }).click();
    await page.getByText('已复制。').waitFor();
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item ? (await item.getType('text/html')).text() : '';
    });
    expect(html).toContain('家门口的服务');
    expect(html).toMatch(/<img [^>]*src="data:image\/jpeg;base64,/);
    expect(html).not.toMatch(/class=|<script|blob:/);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Word' }).click();
    expect((await saved).suggestedFilename()).toBe(`${TITLE}.docx`);
    await desk.expectSound();
  });

  it('comes out, is corrected while it stays out, and every version can be compared', async () => {
    const { page } = desk;
    await desk.open(story);
    await take('审定');
    await take('刊发');
    await page.getByRole('link', { name: '打开公开页面' }).waitFor();
    await take('更正');
    await page.getByText('对外仍是已刊发的内容').waitFor();
    expect(await step('刊发更正').isDisabled()).toBe(true);
    await page.getByRole('button', { name: '编辑稿件' }).click();
    await page.getByLabel('更正说明').fill('更正服务次数');
    await page.getByLabel('摘要').fill('服务三次送到家门口。');
    await save();
    await take('刊发更正');
    await desk.open(`${story}?tab=versions`);
    // Compared at first with what it said before the correction, though steps have kept equal versions since.
    await expect
      .poll(() => page.getByRole('table', { name: '摘要' }).locator('ins').allTextContents())
      .toContain('三次');
    await page.getByRole('combobox', { name: '较早的版本' }).fill('投稿');
    await page.locator('.ant-select-item-option', { hasText: '投稿' }).click();
    await page.getByRole('table', { name: '图片' }).locator('ins', { hasText: '家门口的服务' }).waitFor();
    await desk.expectSound();
  });

  it('is told when somebody takes a consent back', async () => {
    const { page } = desk;
    await desk.open(`${story}?tab=pictures`);
    await card().getByRole('button', { name: '撤回同意' }).click();
    await giveReason('家长要求');
    await card().getByText('有人已撤回同意').waitFor();
    await desk.expectSound();
    await desk.open(`${story}?tab=preview`);
    await page.locator('.look .article').getByText('未取得同意,不显示').waitFor();
    expect(await page.locator('.look img').count()).toBe(0);
    await page.getByText('1 张图片的肖像同意未办妥,不会带出。').waitFor();
    await desk.expectSound();
    await desk.open(story);
    await step('撤下').click();
    await giveReason('更换图片后再发');
    await page.getByText('撤下原因:更换图片后再发').waitFor();
    await desk.expectSound();
  });

  it('is commented on, and a comment is dealt with', async () => {
    const { page } = desk;
    await desk.open(`${story}?tab=comments`);
    await page.getByLabel('写意见').fill('请补充参加人数。');
    // Half written, it is still there after a look at something else.
    await page.getByRole('tab', { name: '版本', exact: true }).click();
    await page.getByLabel('写意见').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '意见', exact: true }).click();
    await expect.poll(() => page.getByLabel('写意见').inputValue()).toBe('请补充参加人数。');
    await page.getByRole('button', { name: '提交意见' }).click();
    const comment = page.getByRole('listitem').filter({ hasText: '请补充参加人数。' });
    await comment.getByRole('button', { name: '标为已处理' }).click();
    await comment.getByText('已处理', { exact: true }).waitFor();
    await desk.expectSound();
  });
});

it('fits a phone: the editor, the pictures, the preview and the versions', async () => {
  const phone = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.phone);
  const { page } = phone;
  const call = await asRole('districtOffice');
  const { data } = await call('POST', '/stories', { data: { title: `手机上写的稿件 ${Date.now()}` } });
  const address = `/stories/${data.documentId}`;
  for (const place of ['/edit', '', '?tab=pictures', '?tab=preview', '?tab=versions', '?tab=comments']) {
    await phone.open(`${address}${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width, place).toBeLessThanOrEqual(WIDTHS.phone + 1);
    await phone.expectSound();
  }
  await phone.close();
});
