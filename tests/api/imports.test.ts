import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';

type Job = {
  id: string;
  state: string;
  checkable: boolean;
  error: { code: string } | null;
  sheets: { sheet: string; new: number; changed: number; unchanged: number; wrong: number }[];
};

let by: Client;
let make: Builders;

beforeAll(async () => {
  by = await office();
  make = builders(by);
});

describe('an import', () => {
  it('of data that changed meanwhile is refused whole, and checked again in one step', async () => {
    const unit = await make.unit({ unitClass: 'school' });
    const fresh = unique('新单位');
    const job = await ready(await send(units([String(unit.name), '李四'], [fresh, '王五'])));
    await by.put(`/units/${unit.documentId}`, { data: { note: '同时改动' } }, unit.rev);

    const refused = await by.post(`/imports/${job.id}/commit`, { data: {} });
    expect([refused.status, refused.error.details.code]).toEqual([409, 'IMPORT_STALE']);
    expect(await find(job.id)).toMatchObject({ state: 'failed', checkable: true });
    expect(await named(fresh)).toEqual([]);

    const again = await by.post<Job>(`/imports/${job.id}/again`, {});
    expect(again.status).toBe(202);
    const second = await ready(again.data);
    expect(second.sheets).toMatchObject([{ new: 1, changed: 1, unchanged: 0, wrong: 0 }]);
    expect((await by.post<Job>(`/imports/${second.id}/commit`, { data: {} })).data.state).toBe('done');
    expect(await named(fresh)).toHaveLength(1);
    expect((await by.post(`/imports/${second.id}/again`, {})).status).toBe(409);
  });

  it('checked again while it waits gives way to the new one', async () => {
    const job = await ready(await send(units([unique('单位'), '甲'])));
    const next = await ready((await by.post<Job>(`/imports/${job.id}/again`, {})).data);
    expect((await find(job.id)).state).toBe('cancelled');
    expect(next.sheets).toEqual(job.sheets);
  });

  it('that is cancelled keeps nothing, and cannot be written or checked again', async () => {
    const job = await ready(await send(units([unique('单位'), '甲'])));
    expect((await by.get(`/imports/${job.id}/rows`)).data).toHaveLength(1);
    expect((await by.post<Job>(`/imports/${job.id}/cancel`, {})).data.state).toBe('cancelled');
    expect((await by.get(`/imports/${job.id}/rows`)).data).toEqual([]);
    expect((await by.post(`/imports/${job.id}/commit`, { data: {} })).status).toBe(409);
    expect((await by.post(`/imports/${job.id}/again`, {})).status).toBe(409);
  });

  it('asked for twice at once is done once', async () => {
    const name = unique('单位');
    const job = await ready(await send(units([name, '甲'])));
    const answers = await Promise.all([1, 2].map(() => by.post(`/imports/${job.id}/commit`, { data: {} })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await named(name)).toHaveLength(1);
  });

  it('is found again by who closed the page', async () => {
    const job = await ready(await send(units([unique('单位'), '甲'])));
    expect((await by.get<Job[]>('/imports')).data.map(({ id }) => id)).toContain(job.id);
  });

  it('of a file over the limit is refused with its reason', async () => {
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(20 * 1024 * 1024 + 1)]), '大.xlsx');
    const answer = await by.call('POST', '/imports', { raw: form });
    expect([answer.status, answer.error.details.code]).toEqual([413, 'FILE_TOO_LARGE']);
  });
});

/** A workbook of units: name and leader. */
async function units(...rows: [name: string, leader: string][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('单位');
  sheet.addRow(['单位名称', '负责领导', '单位类别']);
  for (const row of rows) sheet.addRow([...row, '学校']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function send(workbook: Promise<Buffer>): Promise<Job> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await workbook)]), '名册.xlsx');
  return (await by.call<Job>('POST', '/imports', { raw: form })).data;
}

const find = async (id: string) => (await by.get<Job>(`/imports/${id}`)).data;

async function ready({ id }: Job): Promise<Job> {
  await expect.poll(async () => (await find(id)).state).toBe('ready');
  return find(id);
}

const named = async (name: string) =>
  (await by.get<Rec[]>(`/units?filters[name][$eq]=${encodeURIComponent(name)}`)).data;
