import { randomUUID } from 'node:crypto';
import { type Rubric, rubricSchema } from '@jiedui/shared/rubric';
import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { download } from './support/workbook';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Made = { documentId: string; notes: { zh: string }[] };
type Kept = Rec & { definition: Rubric };

async function bookOf(rows: unknown[][]): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('考核细则');
  for (const row of rows) sheet.addRow(row);
  return (await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer;
}

function formOf(bytes: ArrayBuffer, name?: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes]), 'rubric.xlsx');
  if (name) form.append('name', name);
  return form;
}

const upload = async (rows: unknown[][], name = `体系${randomUUID()}`) =>
  by.call<Made>('POST', '/rubric-imports', { raw: formOf(await bookOf(rows), name) });
const kept = async (id: string) => (await by.get<Kept>(`/rubrics/${id}`)).data;

const HEAD = ['一级指标', '二级指标', '三级指标', '类型', '分值(分)', '考核内容', '责任单位'];
const PAPER = [
  ['2022 年考核细则'],
  HEAD,
  ['组织', '机制', '领导小组', '评分', '满分400', '成立小组', '甲'],
  [null, null, '年度方案', '扣分', 600, '按时制定', '甲'],
];
const withOption = PAPER.map((row, at) => [...row, ...(at === 1 ? ['选项'] : at === 3 ? ['每次扣2分'] : [])]);

describe('a rubric from a workbook', () => {
  it('is used without any further change, under the rules of a blank one', async () => {
    const { status, data, text } = await upload(withOption);
    expect(status, text).toBe(201);
    expect(data.notes.map(({ zh }) => zh)).toEqual(['未采用的列:责任单位。']);
    const rubric = await step(by, `/rubrics/${data.documentId}`, 'adopt');
    expect(rubric).toMatchObject({ state: 'adopted' });
    const { definition } = await kept(data.documentId);
    expect(definition).toMatchObject({ description: '', tieBreaks: ['composite', 'rawMean'] });
    expect(definition.cap).toBeUndefined();
    expect(definition.dimensions[0]?.indicators.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'A1 机制·领导小组',
      'A2 机制·年度方案',
    ]);
  });

  it('that cannot be read is told cell by cell, and that nothing came of it', async () => {
    const refused = await upload([HEAD, ['组织', '机制', '小组', '评分', '不限', 'x', 'y']]);
    expect(refused.status).toBe(422);
    expect(refused.error.details.code).toBe('RUBRIC_WORKBOOK_WRONG');
    expect(refused.error.details.errors).toMatchObject([
      { sheet: '考核细则', row: 2, column: '分值', found: '不限' },
    ]);
  });
});

describe('a workbook for a draft that exists', () => {
  const replace = async (rubric: Rec, bytes: ArrayBuffer, client = by) =>
    client.call<Made>('POST', `/rubric-imports/${rubric.documentId}`, {
      raw: formOf(bytes),
      rev: rubric.rev,
    });

  it('brings its indicators, and leaves what no workbook holds', async () => {
    const sources = [
      { code: 'town', weight: 60 },
      { code: 'district', weight: 40 },
    ];
    const rubric = await make.rubric({ definition: rubricDefinition({ sources, cap: 900, digits: 1 }) });
    const { status, text } = await replace(rubric, await bookOf(withOption));
    expect(status, text).toBe(200);
    const { definition } = await kept(rubric.documentId);
    expect(definition).toMatchObject({ sources, cap: 900, digits: 1 });
    expect(definition.dimensions.map(({ name }) => name)).toEqual(['组织']);
  });

  it('goes out and comes in again without a change', async () => {
    const rubric = await make.rubric();
    const before = await kept(rubric.documentId);
    const bytes = await download(by, `/rubric-imports/${rubric.documentId}/workbook.xlsx`);
    const { status, data, text } = await replace(rubric, bytes);
    expect(status, text).toBe(200);
    expect(data.notes).toEqual([]);
    expect((await kept(rubric.documentId)).definition).toEqual(rubricSchema.parse(before.definition));
  });

  it('is refused to one that is in use, to an old revision and to whoever may not make a rubric', async () => {
    const draft = await make.rubric();
    const bytes = await bookOf(withOption);
    expect((await replace({ ...draft, rev: Number(draft.rev) + 1 }, bytes)).status).toBe(409);
    const rater = await make.person('evaluator');
    expect((await replace(draft, bytes, rater.client)).status).toBe(403);
    const used = await step(by, `/rubrics/${draft.documentId}`, 'adopt');
    expect((await replace(used, bytes)).status).toBe(409);
  });
});
