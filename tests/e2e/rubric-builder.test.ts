import type { Browser, Locator, Page } from 'playwright-core';
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

const shot = async ({ page }: Visitor, name: string, kind: string) => {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/builder-${name}-${kind}.png`, fullPage: true });
};

/** The next version of the rubric that is open; without a reason there is none. */
async function makeVersion(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '另立新版本' }).click();
  const dialog = page.getByRole('dialog', { name: '另立新版本' });
  await dialog.getByRole('button', { name: '建立草稿' }).click();
  await dialog.getByText('请填写原因。').waitFor();
  await dialog.getByLabel('修订原因').fill(reason);
  await dialog.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('heading', { name: `${name} v2` }).waitFor();
}

/** The indicator that stands opened. */
const opened = ({ page }: Visitor): Locator => page.locator('.builder-open');

async function choose(visitor: Visitor, field: string, option: string): Promise<void> {
  const { page } = visitor;
  await opened(visitor).getByRole('combobox', { name: field, exact: true }).click({ force: true });
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
    .first()
    .click();
}

/** A further indicator of the first dimension: its name, kind and points. */
async function addIndicator(visitor: Visitor, name: string, kind: string, points: string | null) {
  const { page } = visitor;
  await page.getByRole('button', { name: '增加指标' }).first().click();
  await opened(visitor).getByLabel('指标名称', { exact: true }).fill(name);
  if (kind !== '评分') await choose(visitor, '类型', kind);
  if (points !== null) await opened(visitor).getByLabel('分值', { exact: true }).fill(points);
}

async function view(visitor: Visitor, kind: string, name: string): Promise<void> {
  if (kind === 'desktop' && name === '编制') return;
  await visitor.page.locator('.builder .ant-segmented-item', { hasText: name }).first().click();
  await visitor.atRest();
}

const codes = ({ page }: Visitor): Promise<string[]> =>
  page.locator('.builder-line .builder-title').evaluateAll((all) => all.map((one) => one.textContent ?? ''));

describe.each(Object.entries(WIDTHS))('a rubric made in the console, on a %s', (kind, width) => {
  const name = `控制台体系${kind}`;
  let office: Visitor;
  beforeAll(async () => {
    office = await Visitor.signedIn(browser, 'districtOffice', width);
  });
  afterAll(() => office?.close());

  it('begins blank and grows by dimension and indicators of several kinds', async () => {
    const { page } = office;
    await office.open('/rubrics');
    await page.getByRole('button', { name: '空白新建' }).click();
    const dialog = page.getByRole('dialog', { name: '新建测评体系' });
    await dialog.getByLabel('体系名称').fill(name);
    await dialog.getByRole('button', { name: /新\s*建/ }).click();
    await page.getByRole('heading', { name: `${name} v1` }).waitFor();
    await office.expectSound();

    await page.getByRole('button', { name: '增加维度' }).click();
    await page.getByLabel('维度名称', { exact: true }).fill('日常工作');
    await addIndicator(office, '工作方案', '评分', '４０');
    await addIndicator(office, '台账资料', '扣分', '30');
    await addIndicator(office, '现场情况', '分档', '20');
    await addIndicator(office, '群众满意率', '比率', '10');
    await opened(office).getByLabel('得分 1', { exact: true }).fill('10');
    await addIndicator(office, '上级表彰', '加分', '5');
    await addIndicator(office, '弄虚作假', '一票否决', null);
    expect(await codes(office)).toEqual([
      'A1 工作方案',
      'A2 台账资料',
      'A3 现场情况',
      'A4 群众满意率',
      'A5 上级表彰',
      'A6 弄虚作假',
    ]);
    await shot(office, 'editor', kind);
    await office.expectSound();
  });

  it('says what is wrong, and leads there', async () => {
    const { page } = office;
    await page.getByRole('button', { name: /^A1 工作方案/ }).click();
    await opened(office).getByLabel('分值', { exact: true }).fill('');
    await page.getByRole('button', { name: /^A2 台账资料/ }).click();
    await view(office, kind, '检查');
    await shot(office, 'checks', kind);
    await page.getByRole('button', { name: /A1 工作方案：“分值”没有填/ }).click();
    await expect
      .poll(() => page.evaluate('document.activeElement.id'))
      .toBe('rubric-dimensions-0-indicators-0-maxPoints');
    await page.keyboard.type('40');
    await view(office, kind, '检查');
    await page.getByText('检查无误,可以启用。').waitFor();
    await view(office, kind, '编制');
  });

  it('moves by keyboard, and takes it back', async () => {
    const { page } = office;
    await page.getByRole('button', { name: '移动 A2 台账资料' }).focus();
    await page.keyboard.press('ArrowUp');
    expect((await codes(office)).slice(0, 2)).toEqual(['A2 台账资料', 'A1 工作方案']);
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
      .toBe('移动 A2 台账资料');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: '撤销' }).click();
    expect((await codes(office)).slice(0, 2)).toEqual(['A2 台账资料', 'A1 工作方案']);
    await page.getByRole('button', { name: '恢复' }).click();
    expect((await codes(office)).slice(0, 2)).toEqual(['A1 工作方案', 'A2 台账资料']);
    // A finger drags the page, not a handle.
    if (kind === 'phone') return;
    const handle = page.getByRole('button', { name: '移动 A3 现场情况' });
    await handle.dragTo(page.getByRole('button', { name: /^A1 工作方案/ }));
    await expect.poll(async () => (await codes(office))[0]).toBe('A3 现场情况');
    await page.getByRole('button', { name: '撤销' }).click();
  });

  it('shows on a trial sheet how it counts', async () => {
    const { page } = office;
    await view(office, kind, '试评');
    const trial = page.locator('.builder-trial');
    await trial.getByLabel('工作方案', { exact: true }).fill('35');
    await trial.getByLabel('台账资料:扣分合计').fill('2');
    await trial.getByText('B · 66%').click();
    await trial.getByLabel('群众满意率:分子').fill('9');
    await trial.getByLabel('群众满意率:分母').fill('10');
    await trial.getByLabel('上级表彰:A').fill('2');
    await trial.getByText('未触发').click();
    // 35 + 28 + 13.2 + 10, and two points of bonus.
    await expect.poll(() => trial.getByRole('status').textContent()).toContain('88.20 / 100');
    await trial.getByText('触发否决').click();
    await trial.getByText('等次 不合格').waitFor();
    await shot(office, 'trial', kind);
    await office.expectSound();
    await view(office, kind, '编制');
  });

  it('is not left unsaved without a word, is saved and adopted', async () => {
    const { page } = office;
    await page.getByRole('tab', { name: '通览' }).click();
    const leaving = page.getByRole('dialog', { name: '有未保存的修改' });
    await leaving.getByRole('button', { name: '继续编制' }).click();
    await leaving.waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: /启\s*用/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '保存草稿' }).dblclick();
    await page.getByText('已保存。').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^A1 工作方案/ }).waitFor();
    await page.getByRole('button', { name: /启\s*用/ }).click();
    await page
      .getByRole('dialog', { name: /启用/ })
      .getByRole('button', { name: /启\s*用/ })
      .click();
    await page.getByRole('button', { name: '另立新版本' }).waitFor();
    await office.expectSound();
  });

  it('shows both versions when somebody else has saved meanwhile', async () => {
    const { page } = office;
    await makeVersion(page, name, '按年度方案调整');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: /^A4 群众满意率/ }).click();
    await other.getByLabel('指标名称', { exact: true }).fill('知晓率');
    await page.getByRole('button', { name: /^A1 工作方案/ }).click();
    await opened(office).getByLabel('评分标准', { exact: true }).fill('按时印发,任务分解到人。');
    await other.getByRole('button', { name: '保存草稿' }).click();
    await other.getByText('已保存。').waitFor();
    await other.close();
    await page.getByRole('button', { name: '保存草稿' }).click();
    const clash = page.getByRole('dialog', { name: '其他人刚刚修改了这条记录' });
    await clash.getByText('A4：由“知晓率”更名为“群众满意率”').waitFor();
    await shot(office, 'clash', kind);
    // The browser notes a refused request by itself.
    expect(office.problems.splice(0)).toEqual([expect.stringContaining('409')]);
    await office.expectSound();
    await clash.getByRole('button', { name: '用我的内容保存' }).click();
    await page.getByText('已保存。').waitFor();
    // The next save is told by the same words.
    await page.getByText('已保存。').waitFor({ state: 'hidden' });
  });

  it('has the difference to the version before it to read', async () => {
    const { page } = office;
    await opened(office).getByLabel('分值', { exact: true }).fill('30');
    await page.getByRole('button', { name: '删除 A5 上级表彰' }).click();
    await page.getByRole('button', { name: /总体规则/ }).click();
    await page.getByLabel('排名至少需测评员').fill('5');
    await shot(office, 'rules', kind);
    await office.expectSound();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('已保存。').waitFor();
    await page.getByRole('tab', { name: '版本对比' }).click();
    for (const words of [
      'A1 工作方案 分值：由“40”改为“30”',
      'A1 工作方案 评分标准：由空改为“按时印发,任务分解到人。”',
      '删除指标 A5 上级表彰（5 分，“日常工作”）',
      '排名所需测评员：由“3 名”改为“5 名”',
    ]) {
      await page.getByText(words).waitFor();
    }
    await shot(office, 'versions', kind);
    await office.expectSound();
  });
});
