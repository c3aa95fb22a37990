import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ANNEX1_RULES } from '@jiedui/shared/activity';
import type { Browser, Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, type Rec, signIn } from '../api/support/client';
import { madePicture, numbersFrom } from '../unit/made-pictures';
import { launchBrowser } from './support/browser';
import { Visitor, WIDTHS } from './support/visitor';

let browser: Browser;
let clerk: Client;
let officer: Client;
beforeAll(async () => {
  browser = await launchBrowser();
  const { url, accounts } = inject('district');
  const { username = '', password = '' } = accounts.station ?? {};
  clerk = await signIn(username, password, url);
  const office = accounts.districtOffice ?? { username: '', password: '' };
  officer = await signIn(office.username, office.password, url);
});
afterAll(async () => {
  await browser?.close();
});

const PHOTOS = 6;

/** An activity of the clerk's site with all that Annex 1 asks beforehand. */
async function planned(title: string): Promise<Rec> {
  const first = async (address: string) => (await clerk.get(address)).data[0]?.documentId;
  const pairing = (await clerk.get('/pairings?populate[0]=unit&populate[1]=station&pagination[pageSize]=1'))
    .data[0];
  const linked = (name: string) => (pairing?.[name] as Rec | undefined)?.documentId;
  const data = {
    title,
    category: await first('/categories'),
    unit: linked('unit'),
    station: linked('station'),
    startsAt: '2022-11-15T01:00:00.000Z',
    endsAt: '2022-11-15T03:00:00.000Z',
    venueKind: 'site',
    expectedPeople: 60,
    routine: true,
    firstAidOfficer: '王急救',
    guides: '刘指引',
    ivolunteerNumber: 'HD-2022-1115',
  };
  const made = await clerk.post<Rec>('/activities', { data });
  expect(made.status, made.text).toBe(201);
  // Who makes the materials does not review them.
  const reviewed = { data: { materialsReviewed: true } };
  const answer = await officer.put<Rec>(`/activities/${made.data.documentId}`, reviewed, made.data.rev);
  expect(answer.status, answer.text).toBe(200);
  return answer.data;
}

/** Of every write the first sending never arrives, and of the second one the answer never comes back. */
async function spoilLine(page: Page): Promise<{ dropped: number; unanswered: number }> {
  const lost = { dropped: 0, unanswered: 0 };
  const tries = new Map<string, number>();
  await page.route(/\/api\/(?!auth\/|notifications)/, async (route: Route) => {
    const request = route.request();
    const key =
      request.headers()['idempotency-key'] ?? `${request.method()} ${request.url()} ${request.postData()}`;
    const turn = request.method() === 'GET' ? 2 : (tries.get(key) ?? 0);
    tries.set(key, turn + 1);
    if (turn >= 2) return route.continue();
    lost[turn === 0 ? 'dropped' : 'unanswered'] += 1;
    if (turn === 1) await route.fetch();
    await route.abort('connectionreset');
  });
  return lost;
}

async function photos(): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const random = numbersFrom(1115);
  const files = [];
  for (let at = 1; at <= PHOTOS; at += 1) {
    const buffer = await sharp(await madePicture(random))
      .resize(1200)
      .jpeg()
      .toBuffer();
    files.push({ name: `现场${at}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  return files;
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a clerk with a phone on a bad line', () => {
  it('announces, holds and reports with six photos: nothing twice, nothing lost', async () => {
    const activity = await planned(`断线义诊${Date.now()}`);
    const visitor = await Visitor.signedIn(browser, 'station', WIDTHS.phone);
    const { page } = visitor;
    page.on('dialog', (dialog) => void dialog.accept());
    await visitor.open(`/activities/${activity.documentId}`);
    const lost = await spoilLine(page);

    await button(page, '确认安排').click();
    await button(page, '公开发布').click();
    await button(page, '已开展').click();
    await page.getByRole('heading', { name: '活动报送', level: 1 }).waitFor();

    await page.getByLabel('实到人数').fill('58');
    await page.getByLabel('其中未成年人').fill('6');
    await page.getByLabel('志愿者人数').fill('9');
    const questions = ANNEX1_RULES.filter(({ requires }) => requires.kind === 'checklist');
    for (const { words } of questions) {
      const question = page.getByRole('listitem').filter({ hasText: words.zh });
      await question.getByText('是', { exact: true }).click();
    }
    await page.locator('input[type=file]').setInputFiles(await photos());
    // “已送达” is on the screen only until the record has been read again; the photo itself stays.
    await button(page, '查看 现场1.jpg').waitFor();
    await shot(page, 'report-sending');
    await page.getByLabel('活动总结').fill('义诊五十八人,测血压、讲用药。');
    await page.getByLabel('活动记录').fill('九时开始,十一时结束。');
    // As long as a thumb needs to reach the button.
    await page.waitForTimeout(300);
    await page.reload();

    await page.getByRole('heading', { name: '活动报送', level: 1 }).waitFor();
    await expect.poll(() => page.getByLabel('活动总结').inputValue()).toContain('五十八人');
    expect(await page.getByLabel('活动记录').inputValue()).toBe('九时开始,十一时结束。');
    expect(await page.getByLabel('实到人数').inputValue()).toBe('58');
    await expect.poll(() => button(page, '报送').isEnabled()).toBe(true);
    await shot(page, 'report-ready');
    await button(page, '报送').click();
    await page.getByText('已报送', { exact: true }).first().waitFor();
    await shot(page, 'report-done');

    const { data } = await clerk.get<Rec>(`/activities/${activity.documentId}?populate[0]=photos`);
    expect(data).toMatchObject({
      state: 'reported',
      actualPeople: 58,
      minors: 6,
      volunteers: 9,
      summary: '义诊五十八人,测血压、讲用药。',
      minutes: '九时开始,十一时结束。',
    });
    expect(Object.keys(data.checklist as object).sort()).toEqual(questions.map(({ code }) => code).sort());
    const names = (data.photos as { name: string }[]).map(({ name }) => name);
    expect(names.sort()).toEqual([1, 2, 3, 4, 5, 6].map((at) => `现场${at}.jpg`));
    const history = await clerk.get<Rec[]>(`/activities/${activity.documentId}/history`);
    const steps = history.data.flatMap(({ transition }) => transition ?? []);
    expect(steps.reverse()).toEqual(['clear', 'announce', 'hold', 'report']);
    expect(lost.dropped).toBeGreaterThanOrEqual(PHOTOS + 4);
    expect(lost.unanswered).toBeGreaterThanOrEqual(PHOTOS + 4);
    await page.unroute(/\/api\/(?!auth\/|notifications)/);
    await visitor.close();
  });

  it('finds a page that a person with an impairment can use as well', async () => {
    const visitor = await Visitor.signedIn(browser, 'station', WIDTHS.phone);
    const held = await clerk.get('/activities?filters[state][$eq]=held&pagination[pageSize]=1');
    const [first] = held.data;
    if (!first) throw new Error('The demonstration has no activity that waits for its report');
    await visitor.open(`/activities/${first.documentId}/report`);
    await visitor.page.getByRole('heading', { name: '活动报送', level: 1 }).waitFor();
    await visitor.settled();
    await visitor.expectSound();
    await shot(visitor.page, 'report-phone');
    await visitor.close();
  });
});
