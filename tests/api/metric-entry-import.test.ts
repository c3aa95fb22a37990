import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, step, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { type FigureRound, plannedFigureRound, submitSheet, summaryTotal } from './support/figure-round';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Counts = Record<'new' | 'changed' | 'unchanged' | 'wrong', number>;
type Job = { id: string; state: string; sheets: Counts[]; error: { code: string } | null };
type Planned = { kind: string; errors: { column: string; code: string; message?: string }[] };

const HEADINGS = [
  '轮次',
  '被评单位',
  '取数项',
  '符合人数',
  '有效答卷数',
  '督查得分',
  '数据来源说明',
  '修改原因',
];

/** A workbook of figures as offices have them: a title above the headings, an empty row in between. */
async function workbook(rows: ExcelJS.CellValue[][]): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('满意度调查');
  sheet.addRow(['2022年群众满意度调查汇总表']);
  for (const row of [HEADINGS, ...rows]) sheet.addRow(row);
  return new Blob([await book.xlsx.writeBuffer()]);
}

async function planned(rows: ExcelJS.CellValue[][]): Promise<Job> {
  const form = new FormData();
  form.append('file', await workbook(rows), '满意度.xlsx');
  const query = 'type=metric-entry&key=round,unit,metric';
  const sent = await by.call<Job>('POST', `/imports?${query}`, { raw: form });
  expect(sent.status, sent.text).toBe(202);
  const read = async () => (await by.get<Job>(`/imports/${sent.data.id}`)).data;
  await expect.poll(async () => (await read()).state, { interval: 50 }).toBe('ready');
  return read();
}

const commit = (job: Job, withoutWrong = false) =>
  by.post<Job>(`/imports/${job.id}/commit`, { data: { withoutWrong } });

const entriesOf = async ({ round }: FigureRound): Promise<Rec[]> =>
  (await by.get<Rec[]>(`/metric-entries?filters[round][documentId]=${round.documentId}&sort=metric`)).data;

describe('a workbook of figures', () => {
  it('is read as people write it, and says of every wrong row what is wrong of it', async () => {
    const scene = await plannedFigureRound(by, make);
    const round = String(scene.round.name);
    const [first, second] = scene.units.map(({ name }) => String(name)) as [string, string];
    const rate = ['群众满意度', '８１', '２６３', null, '入户问卷'];
    const job = await planned([
      [round, ` ${first} `, ...rate],
      [null],
      [round, first, '群众满意度', 90, 263, null, '入户问卷'],
      [round, unique('没有的单位'), ...rate],
      [round, second, '群众满意度', 264, 263, null, '入户问卷'],
      [round, second, '督查得分', null, null, 120, '第一次督查'],
      [round, second, '群众知晓率', 5, '很多', null, '电话'],
    ]);
    expect(job.sheets).toMatchObject([{ new: 1, changed: 0, unchanged: 0, wrong: 5 }]);
    const rows = (await by.get<Planned[]>(`/imports/${job.id}/rows`)).data;
    const wrong = rows.map(({ errors }) => errors.map(({ column, code }) => [column, code]));
    // What is wrong comes first.
    expect(wrong).toEqual([
      [['轮次', 'DUPLICATE']],
      [['被评单位', 'UNKNOWN_RELATION']],
      [['符合人数', 'OUT_OF_RANGE']],
      [['督查得分', 'OUT_OF_RANGE']],
      [['有效答卷数', 'WRONG_TYPE']],
      [],
    ]);
    expect((await commit(job)).error.details.code).toBe('IMPORT_HAS_ERRORS');
    expect(await entriesOf(scene)).toEqual([]);
    expect((await commit(job, true)).data.state).toBe('done');
    expect(await entriesOf(scene)).toMatchObject([
      { metric: 'satisfaction', numerator: 81, denominator: 263, method: '入户问卷' },
    ]);
  });

  it('changes a figure of an open round with a reason only, which then counts at once', async () => {
    const scene = await plannedFigureRound(by, make);
    await step(by, scene.address, 'open');
    const [unit] = scene.units;
    await submitSheet(scene, unit);
    const of = [String(scene.round.name), String(unit?.name), '群众满意度'];
    const bring = async (numerator: string, reason: string | null) =>
      planned([[...of, numerator, '１２０', null, '入户问卷', reason]]);
    // The first one is no change.
    expect((await commit(await bring('６０', null))).data.state).toBe('done');
    expect(await summaryTotal(by, scene, unit)).toBe('180.00');
    const silent = await bring('９０', null);
    expect(silent.sheets).toMatchObject([{ changed: 1, wrong: 0 }]);
    const refused = await commit(silent);
    expect([refused.status, refused.error.details.code]).toEqual([422, 'REASON_REQUIRED']);
    expect(refused.error.details.errors).toMatchObject([{ path: ['reason'], code: 'REASON_REQUIRED' }]);
    expect(await summaryTotal(by, scene, unit)).toBe('180.00');
    expect((await commit(await bring('９０', '补录纸质问卷'))).data.state).toBe('done');
    expect(await entriesOf(scene)).toMatchObject([{ numerator: 90, reason: '补录纸质问卷' }]);
    expect(await summaryTotal(by, scene, unit)).toBe('190.00');
  });

  it('brings nothing into a round that is closed, nor for a unit outside its roster', async () => {
    const scene = await plannedFigureRound(by, make);
    await step(by, scene.address, 'open');
    const stranger = await make.unit();
    const row = (unit: Rec | undefined) => [
      String(scene.round.name),
      String(unit?.name),
      '群众满意度',
      60,
      120,
      null,
      '入户问卷',
    ];
    const outside = await commit(await planned([row(stranger)]));
    expect(outside.error.details.errors).toMatchObject([{ path: ['unit'], code: 'NOT_AN_OPTION' }]);
    const late = await planned([row(scene.units[0])]);
    for (const unit of scene.units) await submitSheet(scene, unit);
    await step(by, scene.address, 'close');
    const closed = await commit(late);
    expect([closed.status, closed.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    expect(await entriesOf(scene)).toEqual([]);
  });
});
