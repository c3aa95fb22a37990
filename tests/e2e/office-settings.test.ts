import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let office: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.desktop);
});
afterAll(async () => {
  await browser?.close();
});

/** Changes what a key is called, on the page of words. */
async function reword(key: string, zh: string): Promise<void> {
  const { page } = office;
  await office.open('/words');
  await page.getByRole('searchbox', { name: '搜索词语或标识' }).fill(key);
  await page.getByRole('button', { name: new RegExp(`修改 .* ${key}$`) }).click();
  await page.getByRole('textbox', { name: '中文' }).fill(zh);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已修改', { exact: true }).waitFor();
}

async function reset(key: string): Promise<void> {
  const { page } = office;
  await office.open('/words');
  await page.getByRole('searchbox', { name: '搜索词语或标识' }).fill(key);
  await page.getByRole('button', { name: new RegExp(`恢复原词 .* ${key}$`) }).click();
  await expect.poll(() => page.getByText('已修改', { exact: true }).count()).toBe(0);
}

describe('words', () => {
  it('a state and a menu entry are called otherwise at once, and again as before', async () => {
    const { page } = office;
    await reword('story.state.draft', '起草中');
    await office.expectSound();
    await reword('menu:/stories', '稿件库');
    const menu = page.getByRole('navigation', { name: '主菜单' });
    await menu.getByRole('link', { name: '稿件库' }).click();
    await page.getByText('起草中').first().waitFor();
    await reset('story.state.draft');
    await reset('menu:/stories');
    await menu.getByRole('link', { name: '稿件', exact: true }).waitFor();
    office.expectQuiet();
  });

  it('fit on a phone', async () => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.phone);
    await visitor.open('/words');
    await visitor.page
      .getByRole('button', { name: /^修改 / })
      .first()
      .click();
    const wide = await visitor.page.evaluate('document.documentElement.scrollWidth > window.innerWidth + 1');
    expect(wide).toBe(false);
    await visitor.expectSound();
    await visitor.close();
  });
});

describe('saved views', () => {
  it.each(Object.entries(WIDTHS))(
    'a list is kept under a name and shared; somebody of the role looks at it (%s)',
    async (kind, width) => {
      const name = `共享-${kind}`;
      const visitor = await Visitor.signedIn(browser, 'districtOffice', width);
      const { page } = visitor;
      await visitor.open('/stories?q=志愿&sort=-title');
      await page.getByRole('button', { name: '视图操作' }).click();
      await page.getByRole('menuitem', { name: '另存为视图' }).click();
      await page.getByLabel('视图名称').fill(name);
      await page.getByRole('button', { name: '确定' }).click();
      await page.locator('.saved-view-select', { hasText: name }).waitFor();
      await page.getByRole('button', { name: '视图操作' }).click();
      await page.getByRole('menuitem', { name: '共享' }).click();
      await visitor.choose('共享给', '宣传', page.getByRole('dialog'));
      await page.getByRole('button', { name: '确定' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await visitor.expectSound();
      await visitor.close();

      const other = await Visitor.signedIn(browser, 'publicity', width);
      await other.open('/stories');
      await other.page.getByRole('combobox', { name: '视图', exact: true }).click();
      await other.page.locator('.ant-select-item-option', { hasText: name }).click();
      await expect.poll(() => decodeURIComponent(other.page.url())).toContain('q=志愿');
      expect(other.page.url()).toContain('sort=-title');
      other.expectQuiet();
      await other.close();
    },
  );

  it('one’s own can be what a list opens with', async () => {
    const visitor = await Visitor.signedIn(browser, 'civilityOffice', WIDTHS.desktop);
    const { page } = visitor;
    await visitor.open('/units?unitClass=school');
    await page.getByRole('button', { name: '视图操作' }).click();
    await page.getByRole('menuitem', { name: '另存为视图' }).click();
    await page.getByLabel('视图名称').fill('学校');
    await page.getByRole('button', { name: '确定' }).click();
    await page.locator('.saved-view-select', { hasText: '学校' }).waitFor();
    await page.getByRole('button', { name: '视图操作' }).click();
    await page.getByRole('menuitem', { name: '设为此列表的默认' }).click();
    await visitor.settled();
    await visitor.open('/units');
    await expect.poll(() => page.url()).toContain('unitClass=school');
    visitor.expectQuiet();
    await visitor.close();
  });
});

describe('the plan’s lists', () => {
  it('a venue kind is added, with a form', async () => {
    const { page } = office;
    await office.open('/programme');
    await page.getByText('场所类型', { exact: true }).click();
    await page.getByRole('button', { name: '修改场所类型' }).click();
    await page.getByRole('button', { name: '增加一类' }).click();
    await page.getByLabel('中文名称').last().fill('社区食堂');
    await page.getByLabel('英文名称').last().fill('Community canteen');
    await office.expectSound();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('listitem').filter({ hasText: '社区食堂' }).waitFor();
    office.expectQuiet();
  });

  it('a rule of the checklist says what the office wants', async () => {
    const { page } = office;
    await office.open('/programme');
    await page.getByText('活动规则', { exact: true }).click();
    await page
      .getByRole('button', { name: /^修改 / })
      .first()
      .click();
    await page.getByLabel('名称(中文)').fill('预先报备');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('预先报备').first().waitFor();
    office.expectQuiet();
  });
});

describe('computed columns', () => {
  it('an expression is tried, says where it is wrong, and is kept', async () => {
    const { page } = office;
    await office.open('/computed-columns');
    await page.getByRole('button', { name: '新建计算列' }).click();
    const drawer = page.getByRole('dialog');
    await office.choose('类型', '志愿服务项目', drawer);
    await drawer.getByLabel('中文').fill('项目与单位');
    await drawer.getByLabel('英文').fill('Project and unit');
    await drawer.getByLabel('标识').fill('projectAndUnit');
    const expression = drawer.getByLabel('表达式', { exact: true });
    await expression.fill("title + '·' + nobody");
    await drawer.getByRole('button', { name: '检查表达式' }).click();
    await drawer.getByText('第 15 个字符').waitFor();
    await expression.fill("title + '·' + unit.name");
    await drawer.getByRole('button', { name: '检查表达式' }).click();
    await drawer.getByText(/的结果:.+·/).waitFor();
    // The browser writes every refused request down, also this one, which was meant.
    office.problems.length = 0;
    await office.expectSound();
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.getByRole('listitem').filter({ hasText: '项目与单位' }).waitFor();
    await office.expectSound();
  });
});
