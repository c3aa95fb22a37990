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

const rows = () => office.page.getByRole('table').getByRole('row');

/** Fills in the open form and saves it; the new record's page opens. */
async function saveVisit(title: string, reason: string) {
  const { page } = office;
  await page.getByRole('button', { name: /新建走访慰问/ }).click();
  const form = page.getByRole('dialog');
  // A drawer that has come in takes the focus to its first field.
  await office.atRest();
  await form.getByLabel('事由').fill(title);
  // What is chosen already lies over the field itself, so the list is opened by the keyboard.
  await form.getByRole('combobox', { name: '类型' }).press('ArrowDown');
  await page.locator('.ant-select-item-option', { hasText: reason }).click();
  await office.choose('走访单位', '财政', form);
  await form.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

describe('a type that the program has never seen', () => {
  it('has a place in the menu and an empty list that says what to do', async () => {
    const { page } = office;
    await page
      .getByRole('navigation', { name: '主菜单' })
      .getByRole('link', { name: '走访慰问', exact: true })
      .click();
    await page.getByText('点“新建走访慰问”登记第一条').waitFor();
    expect(await page.getByRole('link', { name: '导入', exact: true }).getAttribute('href')).toContain(
      '/import?type=visit',
    );
    await office.expectSound();
  });

  it('has a form with every kind of field, which checks by the rules of the server', async () => {
    const { page } = office;
    await page.getByRole('button', { name: /新建走访慰问/ }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('户数').waitFor();
    await form.getByText('写明走访对象的困难。').waitFor();
    await form.getByLabel('附加数据').fill('{"a":');
    await form
      .getByRole('button', { name: /添加 慰问品/ })
      .first()
      .click();
    await form.getByRole('group', { name: '慰问品' }).getByLabel('品名').waitFor();
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('必填。').first().waitFor();
    await form.getByText(/不是有效的 JSON/).waitFor();
    // The title and the item of the gift.
    expect(await form.getByText('必填。').count()).toBe(2);
    await office.expectSound();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await form.waitFor({ state: 'detached' });
  });

  it('saves records, shows them on a page of their own, and changes them', async () => {
    const { page } = office;
    await saveVisit('走访老党员', '因病');
    await page.getByText('因病', { exact: true }).waitFor();
    await office.expectSound();
    await page.getByRole('button', { name: '编辑' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('情况说明').fill('行动不便');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('行动不便').waitFor();
    await page.getByRole('tab', { name: '变更记录' }).click();
    await page.getByText(/情况说明/).waitFor();
    await office.expectSound();
    await office.open('/records/visits');
    await saveVisit('慰问环卫工人', '节日');
  });

  it('has a list with filters and a search that stay in the address, and columns to choose', async () => {
    const { page } = office;
    await office.open('/records/visits');
    await expect.poll(() => rows().count()).toBe(3);
    await page.getByRole('combobox', { name: '类型' }).click();
    await page.locator('.ant-select-item-option', { hasText: '因病' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => rows().count()).toBe(2);
    expect(page.url()).toContain('reason=illness');
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByRole('button', { name: '更多条件' }).click();
    await page.getByRole('textbox', { name: '情况说明' }).fill('不便');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows().count()).toBe(2);
    await page.reload();
    await expect.poll(() => rows().count()).toBe(2);
    await office.expectSound();
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '户数' }).check();
    await page.getByRole('columnheader', { name: '户数' }).waitFor();
    await office.open('/records/visits');
    await page.getByRole('columnheader', { name: '户数' }).waitFor();
    await office.expectSound();
  });

  it('stands on the page of a record that it leads to', async () => {
    const { page } = office;
    await office.open('/units?q=财政');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('tab', { name: '走访慰问' }).click();
    await page.getByRole('link', { name: '走访老党员' }).waitFor();
    await office.expectSound();
  });

  it.each([
    ['zh', '走访慰问', '筛选', /新建走访慰问/, '事由'],
    ['en', 'Visit', 'Filter', /New visit/, 'Title'],
  ])('works on a phone in %s', async (locale, title, filter, make, field) => {
    const visitor = await Visitor.signedIn(browser, 'districtOffice', WIDTHS.phone);
    const { page } = visitor;
    await page.evaluate(`localStorage.setItem('jiedui.locale', '${locale}')`);
    await visitor.open('/records/visits');
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('button', { name: filter, exact: true }).click();
    await visitor.expectSound();
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth + 1');
    expect(wide).toBe(false);
    await page.getByRole('button', { name: make }).click();
    await page.getByRole('dialog').getByLabel(field, { exact: true }).waitFor();
    await visitor.expectSound();
    await page.keyboard.press('Escape');
    await page.locator('.record-card a').first().click();
    await page.getByRole('tab').first().waitFor();
    await visitor.settled();
    await visitor.expectSound();
    await visitor.close();
  });
});

describe('a field that the office has added', () => {
  it('is in the form, on the page and among the filters of a handmade screen', async () => {
    const { page } = office;
    await office.open('/units?q=财政');
    await page.getByRole('button', { name: '更多条件' }).click();
    await page.getByRole('textbox', { name: '口号' }).waitFor();
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: '补充信息' }).waitFor();
    await page.getByRole('button', { name: '编辑' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('口号').fill('为民服务');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('definition').filter({ hasText: '为民服务' }).waitFor();
    await office.expectSound();
  });
});

describe('a form that is open while a new model comes into force', () => {
  it('keeps what was typed, and offers the new field', async () => {
    const { page } = office;
    await office.open('/units?q=财政');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('button', { name: '编辑' }).click();
    const form = page.getByRole('dialog');
    await office.atRest();
    await form.getByLabel('负责领导').fill('张三');
    await page.route('**/api/models', async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { data: ModelsAnswer };
      await route.fulfill({ response, json: withField(body) });
    });
    await page.route('**/api/departments?*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'x-model-version': 'next' } });
    });
    const departments = form.getByRole('combobox', { name: '主管部门' });
    await departments.press('ArrowDown');
    await form.getByText('新增字段:“荣誉说明”').waitFor();
    await departments.press('Tab');
    expect(await form.getByLabel('荣誉说明').count()).toBe(0);
    await office.expectSound();
    await form.getByRole('button', { name: '加入表单' }).click();
    await form.getByLabel('荣誉说明').waitFor();
    expect(await form.getByLabel('负责领导').inputValue()).toBe('张三');
    await page.unrouteAll();
    office.expectQuiet();
  });
});

type ModelsAnswer = {
  version: string;
  types: { path: string; fields: Record<string, object>; form: { name: string; size: number }[][] }[];
};

/** The answer with one more field of units, as a published model would bring it. */
function withField({ data }: { data: ModelsAnswer }) {
  const label = { zh: '荣誉说明', en: 'Honours' };
  const types = data.types.map((type) =>
    type.path === 'units'
      ? {
          ...type,
          fields: { ...type.fields, honourNote: { ...type.fields.motto, label } },
          form: [...type.form, [{ name: 'honourNote', size: 6 }]],
        }
      : type,
  );
  return { data: { ...data, version: 'next', types } };
}
