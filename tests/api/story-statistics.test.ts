import { dayOf, monthOf, shiftMonth } from '@jiedui/shared/calendar';
import { paragraphsOf } from '@jiedui/shared/story';
import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, step } from './support/builders';
import { Client, office, type Rec } from './support/client';

type Duty = { code: string; key: string; state: string; done: number; days: number | null };
type Row = { key: string; name: string; counts: Record<string, number>; duties?: Duty[] };
type Statistics = { by: string; rows: Row[]; totals: Record<string, number>; duties: { code: string }[] };

// The month in which the server lives, told by what it stamps.
let MONTHS = '';
let before = '';

let by: Client;
let make: Builders;
let unit: Rec;
let station: Rec;
let column: Rec;
let writer: Person;
let desk: Person;
let department: Rec;

const statistics = async (client: Client, query: string) => {
  const answer = await client.get<Statistics>(`/story-statistics?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer;
};
const rowOf = async (client: Client, query: string, key: string) =>
  (await statistics(client, `${query}&pageSize=100`)).data.rows.find((row) => row.key === key);

async function story(values: Record<string, unknown>, ...steps: [string, string?][]): Promise<Rec> {
  const made = await make.publishable({
    unit: unit.documentId,
    station: station.documentId,
    column: column.documentId,
    ...values,
  });
  for (const [name, reason] of steps) await step(by, `/stories/${made.documentId}`, name, reason);
  return made;
}

const OUT: [string][] = [['submit'], ['edit'], ['approve'], ['publish']];

beforeAll(async () => {
  by = await office();
  make = builders(by);
  department = await make.department();
  unit = await make.unit({ department: department.documentId, unitClass: 'key' });
  station = await make.station();
  column = await make.column();
  await make.unit();
  writer = await make.person('unit', { unit: unit.documentId });
  desk = await make.person('publicity');
  await make.pairing({ unit: unit.documentId, station: station.documentId });
  await story({}); // a draft counts for nothing
  await story({}, ['submit']);
  await story({}, ['submit'], ['return', '请补充图片说明']);
  await story({ goodPractice: true }, ...OUT);
  await story({ goodPractice: true }, ...OUT, ['withdraw', '事实有误']);
  const corrected = await story({}, ...OUT, ['correct']);
  const { data } = await by.get<Rec>(`/stories/${corrected.documentId}`);
  await by.put(`/stories/${corrected.documentId}`, { data: { correction: '日期应为十日。' } }, data.rev);
  await step(by, `/stories/${corrected.documentId}`, 'republish');
  const today = dayOf(String(data.submittedAt));
  MONTHS = `from=${monthOf(today)}&to=${monthOf(today)}`;
  const last = shiftMonth(monthOf(today), -1);
  before = `from=${last}&to=${last}`;
  for (const level of ['national', 'city', 'city']) {
    const values = { unit: unit.documentId, station: station.documentId, story: corrected.documentId };
    const placement = await make.placement({
      ...values,
      level,
      publishedOn: today,
      outlet: `${unit.name}报`,
    });
    await step(by, `/media-placements/${placement.documentId}`, 'verify');
  }
  await make.placement({ unit: unit.documentId, level: 'province', publishedOn: today });
});

/** Of six stories one is a draft and one was given back; the rest were sent in. */
const EXPECTED = {
  submitted: 4,
  published: 3,
  corrected: 1,
  withdrawn: 1,
  goodPractice: 1,
  national: 1,
  province: 0,
  city: 2,
};

describe('what came of stories', () => {
  it.each(['unit', 'station', 'column'])('is counted by %s', async (kind) => {
    const of = { unit, station, column }[kind as 'unit'];
    expect((await rowOf(desk.client, `by=${kind}&${MONTHS}`, of.documentId))?.counts).toEqual(EXPECTED);
  });

  it('is counted by outlet, in levels only', async () => {
    const row = await rowOf(desk.client, `by=placement&${MONTHS}`, `${unit.name}报`);
    expect(row?.counts).toEqual({ national: 1, province: 0, city: 2 });
  });

  it('counts in the month in which it happened', async () => {
    const row = await rowOf(desk.client, `by=unit&${before}&unit=${unit.documentId}`, unit.documentId);
    expect(Object.values(row?.counts ?? { missing: 1 })).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('has pages, and a sum of all', async () => {
    const { data, meta } = await statistics(desk.client, `by=unit&${MONTHS}&pageSize=1`);
    expect(data.rows).toHaveLength(1);
    expect(meta.pagination.total).toBeGreaterThan(1);
    expect(data.totals.published).toBeGreaterThanOrEqual(3);
  });

  it('answers of the one unit that is asked for', async () => {
    const { data } = await statistics(desk.client, `by=unit&${MONTHS}&unit=${unit.documentId}`);
    expect(data.rows.map(({ key }) => key)).toEqual([unit.documentId]);
  });

  it.each([
    ['by=town&from=2022-10&to=2022-11', 'by'],
    ['by=unit&from=2022-13&to=2022-11', 'from'],
    ['by=unit&from=2020-01&to=2022-11', 'to'],
    ['page=0&from=2022-10&to=2022-11', 'page'],
  ])('refuses %s', async (query, field) => {
    const { status, error } = await desk.client.get(`/story-statistics?${query}`);
    expect(status).toBe(400);
    expect(error.details.errors?.[0]?.path).toEqual([field]);
  });
});

describe('who sees what', () => {
  it('a unit, its department and its site see their own; another unit nothing of it', async () => {
    const at = { unit: unit.documentId, department: department.documentId, station: station.documentId };
    const seen = [
      writer,
      await make.person('leadDepartment', { department: at.department }),
      await make.person('station', { station: at.station }),
    ];
    for (const { client } of seen) {
      const { data } = await statistics(client, `by=unit&${MONTHS}`);
      expect(data.rows.map(({ key }) => key)).toEqual([at.unit]);
      expect(data.totals.submitted).toBe(4);
    }
    const other = await make.person('unit', { unit: (await make.unit()).documentId });
    const { data } = await statistics(other.client, `by=unit&${MONTHS}&unit=${at.unit}`);
    expect(data.rows).toEqual([]);
    expect(data.totals.submitted).toBe(0);
  });

  it('an evaluator and the public see none', async () => {
    const evaluator = await make.person('evaluator');
    expect((await evaluator.client.get(`/story-statistics?${MONTHS}`)).status).toBe(403);
    expect((await evaluator.client.get(`/story-statistics/export?${MONTHS}`)).status).toBe(403);
    expect((await new Client().get(`/story-statistics?${MONTHS}`)).status).toBe(401);
  });
});

it('goes out as a workbook with the sum in its last row', async () => {
  const response = await fetch(
    `${by.url}/api/story-statistics/export?by=unit&${MONTHS}&unit=${unit.documentId}`,
    { headers: { Authorization: `Bearer ${desk.client.token}` } },
  );
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const rows = workbook.worksheets[0]?.getSheetValues() ?? [];
  expect((rows[1] as unknown[]).slice(1, 4)).toEqual(['单位', '投稿', '刊发']);
  expect((rows[2] as unknown[]).slice(1, 4)).toEqual([unit.name, 4, 3]);
  expect((rows.at(-1) as unknown[])[1]).toBe('合计');
});

it('a story keeps the time of its first submission', async () => {
  const made = await make.story({ content: paragraphsOf('正文。'), unit: unit.documentId });
  const at = `/stories/${made.documentId}`;
  const first = await step(by, at, 'submit');
  expect(first.submittedAt).toBeTruthy();
  await step(by, at, 'return', '请改标题');
  expect((await step(by, at, 'submit')).submittedAt).toBe(first.submittedAt);
});
