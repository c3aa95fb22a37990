import { createHash, randomUUID } from 'node:crypto';
import ExcelJS from '@protobi/exceljs';
import JSZip from 'jszip';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { closedRoundBy } from './support/closed-round';
import { connect } from './support/connect';
import { download } from './support/workbook';

let by: Client;
let make: Builders;
let db: Knex;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  db = connect(inject('server'));
});
afterAll(async () => {
  await db?.destroy();
});

const wordsIn = async (bytes: ArrayBuffer): Promise<string> => {
  const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('|');
};

async function publishedRound() {
  const made = await closedRoundBy(by, make);
  await step(by, made.address, 'publish');
  const of = `filters[round][documentId]=${made.round.documentId}`;
  const [result] = (await by.get<Rec[]>(`/results?${of}`)).data;
  const unitResults = (await by.get<Rec[]>(`/unit-results?${of}&sort=place`)).data;
  return { ...made, result: `/results/${result?.documentId}`, unitResults };
}

type MadeFile = { id: string; state: string; progress: { done: number; total: number } };

/** A file that the server makes after the answer, when it has been made. */
async function madeFile(client: Client, path: string, data: object = {}): Promise<MadeFile> {
  const begun = await client.post<MadeFile>(path, { data });
  expect(begun.status, begun.text).toBe(202);
  const read = async () => (await client.get<MadeFile>(`/made-files/${begun.data.id}`)).data;
  await expect.poll(async () => (await read()).state, { interval: 200 }).not.toBe('working');
  return read();
}

const packsOf = (unit: Rec) => `/units/${unit.documentId}/selection-packs`;
const DAYS = { from: '2022-01-01', to: '2023-12-31' };

describe('the workbook of a published result', () => {
  it('holds every level with formulas and the published values, for the office by name', async () => {
    const { round, units, raters, result } = await publishedRound();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await download(by, `${result}/workbook`));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '说明',
      '名次表',
      '单位汇总',
      '来源汇总',
      '评分表',
      '评分明细',
      '公布值',
      '规则',
    ]);
    const ranking = workbook.getWorksheet('名次表');
    expect([2, 3].map((row) => [ranking?.getCell(row, 3).value, ranking?.getCell(row, 8).value])).toEqual([
      [units[0]?.name, 77.5],
      [units[1]?.name, 69.5],
    ]);
    expect(ranking?.getCell('D2').formula).toContain('ROUND');
    expect(ranking?.getCell('D2').result).toBe(77.5);
    const evaluators = workbook.getWorksheet('评分表')?.getColumn(4).values ?? [];
    for (const { staff } of raters) expect(evaluators).toContain(staff.displayName);
    const facts = workbook.getWorksheet('说明')?.getColumn(2).values ?? [];
    expect(facts).toContain(round.name);
    expect(facts).toContainEqual(expect.objectContaining({ formula: expect.stringContaining('COUNTIF') }));
  });

  it('is for those who read the whole result', async () => {
    const { units, raters, result } = await publishedRound();
    const own = await make.person('unit', { unit: units[0]?.documentId });
    for (const { client } of [own, ...raters]) {
      for (const path of ['workbook', 'bulletin', 'bulletin/sentences'])
        expect((await client.get(`${result}/${path}`)).status, path).toBe(403);
      expect((await client.post(`${result}/reports`, { data: {} })).status).toBe(403);
    }
    const other = await make.person('civilityOffice');
    expect((await download(other.client, `${result}/workbook`)).byteLength).toBeGreaterThan(5_000);
  });
});

describe("a unit's report", () => {
  it('is read by the unit and the office, and not found by anybody else', async () => {
    const { units, raters, unitResults } = await publishedRound();
    const [, second] = unitResults;
    const path = `/unit-results/${second?.documentId}/report`;
    const own = await make.person('unit', { unit: units[1]?.documentId });
    const told = await wordsIn(await download(own.client, path));
    expect(told).toContain(`${units[1]?.name}：`);
    expect(told).toContain('总分69.50分（满分100分），在区级包联单位参加排名的2个单位中列第2名');
    expect(told).toContain('台账,照片');
    expect(told).not.toContain(String(units[0]?.name));
    for (const { staff } of raters) expect(told).not.toContain(String(staff.displayName));
    expect(await wordsIn(await download(by, path))).toBe(told);
    const other = await make.person('unit', { unit: units[0]?.documentId });
    expect((await other.client.get(path)).status).toBe(404);
    for (const { client } of raters) expect((await client.get(path)).status).toBe(403);
  });

  it('of all units comes in one file, made after the answer', async () => {
    const { units, raters, result } = await publishedRound();
    const file = await madeFile(by, `${result}/reports`);
    expect(file).toMatchObject({ state: 'done', progress: { done: 2, total: 2 } });
    const path = `/made-files/${file.id}`;
    const zip = await JSZip.loadAsync(await download(by, `${path}/file`));
    const names = Object.keys(zip.files);
    expect(names).toEqual(units.map(({ name }, at) => `00${at + 1}-${name}.docx`));
    const first = await zip.file(names[0] ?? '')?.async('arraybuffer');
    expect(await wordsIn(first ?? new ArrayBuffer(0))).toContain(`${units[0]?.name}：`);
    const own = await make.person('unit', { unit: units[0]?.documentId });
    for (const { client } of [own, ...raters])
      for (const address of [path, `${path}/file`]) expect((await client.get(address)).status).toBe(404);
    const other = await make.person('civilityOffice');
    expect((await download(other.client, `${path}/file`)).byteLength).toBeGreaterThan(5_000);
  });
});

type Sentence = { text: string; query: { name: string } | null; stale: { now: string | null } | null };
type Sentences = {
  stale: number;
  opening: { sentences: Sentence[] };
  sections: { heading: string; paragraphs: { sentences: Sentence[] }[] }[];
};

describe('the sentences of a bulletin', () => {
  it('name their queries, and say so when another name has been given since', async () => {
    const { units, result } = await publishedRound();
    const read = async () => (await by.get<Sentences>(`${result}/bulletin/sentences`)).data;
    const before = await read();
    expect(before.stale).toBe(0);
    const all = (data: Sentences) => [
      ...data.opening.sentences,
      ...data.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences)),
    ];
    expect(all(before).map(({ query }) => query?.name)).toContain('classTotals');
    const [first] = units as [Rec];
    const { rev, name } = (await by.get<Rec>(`/units/${first.documentId}`)).data;
    const renamed = `${name}新名`;
    expect(
      (await by.put(`/units/${first.documentId}`, { data: { name: renamed } }, Number(rev))).status,
    ).toBe(200);
    const after = await read();
    expect(after.stale).toBeGreaterThan(0);
    const bands = all(after).find(({ query }) => query?.name === 'classBands');
    expect(bands?.text).not.toContain(renamed);
    expect(bands?.stale?.now).toContain(renamed);
    expect(await wordsIn(await download(by, `${result}/bulletin`))).toMatch(/处与系统现有数据不一致/);
  });
});

describe('the evidence for a selection', () => {
  it('holds the results, the ledgers and a list of files with their true hashes', async () => {
    const { units } = await publishedRound();
    const [first] = units as [Rec];
    const activity = await make.activity({ unit: first.documentId, title: '=SUM(1,2)' });
    const own = await make.person('unit', { unit: first.documentId });
    const pack = await madeFile(own.client, packsOf(first), DAYS);
    expect(pack).toMatchObject({ state: 'done', progress: { done: expect.any(Number) } });
    const zip = await JSZip.loadAsync(await download(own.client, `/made-files/${pack.id}/file`));
    const list = (await zip.file('清单.csv')?.async('string')) ?? '';
    const lines = list
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(lines.map(([, path]) => path)).toEqual(expect.arrayContaining(['台账.xlsx', '封面和目录.docx']));
    for (const [, path = '', bytes, hash] of lines) {
      const content = (await zip.file(path)?.async('nodebuffer')) ?? Buffer.alloc(0);
      expect([String(content.length), createHash('sha256').update(content).digest('hex')], path).toEqual([
        bytes,
        hash,
      ]);
    }
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await zip.file('台账.xlsx')?.async('arraybuffer')) ?? new ArrayBuffer(0));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '测评结果',
      '活动',
      '报送',
      '服务时长',
      '项目',
      '典型故事',
      '照片目录',
    ]);
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula, cell.address).toBeUndefined()));
    expect(activity.title).toBe('=SUM(1,2)');
  });

  it("is the unit's, whoever of those allowed asks for it or takes it", async () => {
    const { units, raters } = await publishedRound();
    const [first, second] = units as [Rec, Rec];
    const own = await make.person('unit', { unit: first.documentId });
    const colleague = await make.person('unit', { unit: first.documentId });
    const stranger = await make.person('unit', { unit: second.documentId });
    const ask = (client: Client, unit: Rec, days: object = DAYS) =>
      client.post<MadeFile>(packsOf(unit), { data: days });
    expect((await ask(own.client, second)).status).toBe(404);
    for (const { client } of raters) expect((await ask(client, first)).status).toBe(403);
    const refused = await ask(own.client, first, { from: '2022-01-01', to: '2024-01-01' });
    expect(refused.status).toBe(422);
    expect(refused.error.details.errors?.[0]).toMatchObject({ path: ['to'], code: 'OUT_OF_RANGE' });
    const pack = await madeFile(own.client, packsOf(first), DAYS);
    const file = `/made-files/${pack.id}/file`;
    for (const { client } of [colleague, { client: by }])
      expect((await download(client, file)).byteLength).toBeGreaterThan(1_000);
    for (const { client } of [stranger, ...raters]) {
      expect((await client.get(`/made-files/${pack.id}`)).status).toBe(404);
      expect((await client.get(file)).status).toBe(404);
    }
    expect((await madeFile(by, packsOf(second), DAYS)).state).toBe('done');
  });

  it('holds what the unit may read, also where the office asks for it', async () => {
    const { units } = await publishedRound();
    const [first] = units as [Rec];
    await make.activity({ unit: first.documentId });
    const own = await make.person('unit', { unit: first.documentId });
    const sheets: Record<string, unknown>[] = [];
    for (const client of [own.client, by]) {
      const { id } = await madeFile(client, packsOf(first), DAYS);
      const zip = await JSZip.loadAsync(await download(client, `/made-files/${id}/file`));
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await zip.file('台账.xlsx')?.async('arraybuffer')) ?? new ArrayBuffer(0));
      sheets.push(Object.fromEntries(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])));
    }
    expect(sheets[1]).toEqual(sheets[0]);
  });

  it('is made once at a time for a unit and period, also when many ask at once', async () => {
    const { units } = await publishedRound();
    const [first] = units as [Rec];
    const own = await make.person('unit', { unit: first.documentId });
    const asked = await Promise.all(
      [own.client, by, own.client, by].map((client) =>
        client.post<MadeFile>(packsOf(first), { data: { from: '2022-02-01', to: '2022-02-28' } }),
      ),
    );
    expect(asked.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const rows = await db('made_files').where({ owner: first.documentId }).select('id', 'variant');
    const ids = new Set(asked.map(({ data }) => data.id));
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    // The database itself holds it, whatever the code asks before.
    const row = {
      kind: 'selectionPack',
      owner: first.documentId,
      variant: 'x',
      file_name: 'x',
      state: 'working',
    };
    const times = { done: 0, total: 0, heartbeat_at: Date.now(), created_at: Date.now() };
    await db('made_files').insert({ ...row, ...times, id: `${first.documentId}-1` });
    await expect(db('made_files').insert({ ...row, ...times, id: `${first.documentId}-2` })).rejects.toThrow(
      /unique/i,
    );
    await db('made_files').insert({ ...row, ...times, id: `${first.documentId}-3`, state: 'done' });
  });

  it('of an interrupted process is in nobody’s way', async () => {
    const { units } = await publishedRound();
    const [first] = units as [Rec];
    const variant = `${DAYS.from}..${DAYS.to}`;
    const row = { kind: 'selectionPack', owner: first.documentId, variant, file_name: 'x', state: 'working' };
    const id = randomUUID();
    await db('made_files').insert({ ...row, id, done: 0, total: 0, heartbeat_at: 1, created_at: Date.now() });
    expect((await by.get<MadeFile>(`/made-files/${id}`)).data.state).toBe('failed');
    const made = await madeFile(by, packsOf(first), DAYS);
    expect([made.state, made.id === id]).toEqual(['done', false]);
  });
});
