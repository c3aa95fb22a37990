import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { PICTURE } from './support/files';
import { download, workbookRows } from './support/workbook';

type Counts = Record<'new' | 'changed' | 'unchanged' | 'wrong', number>;
type Job = { id: string; state: string; undoable: boolean; sheets: Counts[]; error: { code: string } | null };
type Planned = { kind: string; changes: Record<string, unknown[]>; errors: Record<string, unknown>[] };

let by: Client;
let make: Builders;
let unit: Rec;
let teams: Rec[];
beforeAll(async () => {
  by = await office();
  make = builders(by);
  unit = await make.unit();
  teams = [await make.team(), await make.team()];
});

async function workbook(headings: string[], rows: ExcelJS.CellValue[][]): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const row of [headings, ...rows]) sheet.addRow(row);
  return new Blob([await book.xlsx.writeBuffer()]);
}

/** Uploads a workbook and waits until it is planned. */
async function planned(client: Client, file: Blob, query: string): Promise<Job> {
  const form = new FormData();
  form.append('file', file, '走访.xlsx');
  const sent = await client.call<Job>('POST', `/imports?${query}`, { raw: form });
  expect(sent.status, sent.text).toBe(202);
  for (;;) {
    const { data } = await client.get<Job>(`/imports/${sent.data.id}`);
    if (data.state !== 'reading' && data.state !== 'checking') return data;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const rowsOf = async (client: Client, job: Job) =>
  (await client.get<Planned[]>(`/imports/${job.id}/rows`)).data;
const commit = (client: Client, job: Job) => client.post<Job>(`/imports/${job.id}/commit`, { data: {} });
const undo = (client: Client, job: Job) => client.post<Job>(`/imports/${job.id}/undo`, {});
const HEADINGS = ['事由', 'reason', 'count', 'day', 'unit', 'teams', 'gifts', 'urgent', 'clock', 'money'];

describe('the template of any type', () => {
  it('has a heading for every field that the person may write, the required ones marked', async () => {
    const [headings = []] = await workbookRows(await download(by, '/imports/template.xlsx?type=visit'));
    expect(headings).toContain('事由*');
    expect(headings).toContain('teams');
    for (const never of ['photos', 'secret', 'hidden', 'rev']) expect(headings).not.toContain(never);
    const { client } = await make.person('unit', { unit: unit.documentId });
    const theirs = (await workbookRows(await download(client, '/imports/template.xlsx?type=visit')))[0];
    expect(headings).toContain('note');
    expect(theirs).not.toContain('note');
  });

  it.each([
    ['staff', 403],
    ['programme', 403],
    ['saved-view', 403],
    ['nothing', 404],
  ])('is refused for %s', async (type, status) => {
    expect((await by.get(`/imports/template.xlsx?type=${type}`)).status).toBe(status);
  });

  it('is for those who may import the type', async () => {
    const { client } = await make.person('town', { town: (await make.town()).documentId });
    expect((await client.get('/imports/template.xlsx?type=visit')).status).toBe(403);
    expect((await client.get('/imports/template.xlsx')).status).toBe(403);
  });
});

describe('an import of any type', () => {
  it('reads every kind of cell, finds relations by name, and is taken back whole', async () => {
    const title = unique('走访');
    const file = await workbook(HEADINGS, [
      [
        title,
        '生病',
        '１２人',
        '2022年11月1日',
        unit.name as string,
        `${teams[1]?.name}、${teams[0]?.name}`,
        '[{"name":"米","pieces":2}]',
        '√',
        '上午8:30',
        12.5,
      ],
    ]);
    const job = await planned(by, file, 'type=visit&key=title');
    expect(job.sheets).toMatchObject([{ new: 1, changed: 0, unchanged: 0, wrong: 0 }]);
    expect((await commit(by, job)).data.state).toBe('done');
    const [visit] = (
      await by.get(`/visits?filters[title]=${title}&populate[0]=teams&populate[1]=gifts&populate[2]=unit`)
    ).data;
    expect(visit).toMatchObject({
      reason: 'illness',
      count: 12,
      day: '2022-11-01',
      urgent: true,
      clock: '08:30:00.000',
      money: 12.5,
      unit: { documentId: unit.documentId },
      teams: [{ documentId: teams[1]?.documentId }, { documentId: teams[0]?.documentId }],
      gifts: [{ name: '米', pieces: 2 }],
    });
    const done = await undo(by, job);
    expect(done.data.state, done.text).toBe('undone');
    expect((await by.get(`/visits?filters[title]=${title}`)).data).toEqual([]);
    expect((await undo(by, job)).status).toBe(409);
  });

  it('finds the record of a row by the chosen key and changes only what differs', async () => {
    const visit = await make.visit({ count: 1, teams: [teams[0]?.documentId], unit: unit.documentId });
    const file = await workbook(['title', 'count', 'teams'], [[visit.title as string, 5, null]]);
    const job = await planned(by, file, 'type=visit&key=title');
    expect((await rowsOf(by, job))[0]).toMatchObject({ kind: 'changed', changes: { count: [1, 5] } });
    await commit(by, job);
    const path = `/visits/${visit.documentId}?populate[0]=teams`;
    expect((await by.get<Rec>(path)).data).toMatchObject({ count: 5, rev: 2, teams: [{}] });
    await undo(by, job);
    expect((await by.get<Rec>(path)).data).toMatchObject({ count: 1, rev: 3, teams: [{}] });
  });

  it('makes an address of every new record, also of two with one name', async () => {
    const title = unique('visit ');
    const file = await workbook(
      ['title', 'count'],
      [
        [title, 1],
        [title, 2],
      ],
    );
    const job = await planned(by, file, 'type=visit');
    expect((await commit(by, job)).data.state).toBe('done');
    const made = (await by.get(`/visits?filters[title]=${encodeURIComponent(title)}`)).data;
    const codes = made.map(({ code }) => code);
    expect(codes).toEqual([expect.stringMatching(/^visit-/), expect.stringMatching(/^visit-/)]);
    expect(new Set(codes).size).toBe(2);
  });

  it('leaves the files of a component with it, and so does its undoing', async () => {
    const visit = await make.visit({ gifts: [{ name: '米' }, { name: '油' }, { name: '面' }] });
    const path = `/visits/${visit.documentId}?populate[0]=gifts`;
    const gifts = async () =>
      (await by.get<{ gifts: { id: number; name: string; photo: Rec[] }[] }>(path)).data.gifts;
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(PICTURE)], { type: 'image/png' }), '油.png');
    const place = `/visits/${visit.documentId}/files/gifts.${(await gifts())[1]?.id}.photo`;
    expect((await by.call('POST', place, { raw: form, rev: 1 })).status).toBe(201);
    const shown = async () => (await gifts()).map(({ name, photo }) => `${name}${photo.length}`);
    const changed = '[{"name":"糖"},{"name":"面"},{"name":"油"},{"name":"茶"}]';
    const file = await workbook(['title', 'gifts'], [[visit.title as string, changed]]);
    const job = await planned(by, file, 'type=visit&key=title');
    expect((await commit(by, job)).data.state).toBe('done');
    expect(await shown()).toEqual(['糖0', '面0', '油1', '茶0']);
    expect((await undo(by, job)).data.state).toBe('undone');
    expect(await shown()).toEqual(['米0', '油1', '面0']);
    const renamed = '[{"name":"米"},{"name":"菜油"},{"name":"面"}]';
    const again = await workbook(['title', 'gifts'], [[visit.title as string, renamed]]);
    await commit(by, await planned(by, again, 'type=visit&key=title'));
    expect(await shown()).toEqual(['米0', '菜油1', '面0']);
  });

  it('says what is wrong of which cell', async () => {
    const twice = unique('走访');
    const file = await workbook(
      ['title', 'reason', 'count', 'unit', 'gifts', 'mail'],
      [
        [twice, '生病', '很多', `${unit.name}x`, '[{"pieces":0}]', 'x'],
        [twice, '节日', 1, null, null, null],
        [null, '节日', 1, null, null, null],
        [unique('走访'), null, 999, null, '{', null],
      ],
    );
    const job = await planned(by, file, 'type=visit&key=title');
    expect(job.sheets[0]?.wrong).toBe(4);
    const rows = await rowsOf(by, job);
    const codes = rows.map(({ errors }) =>
      Object.fromEntries(errors.map(({ column, code }) => [column, code])),
    );
    expect(codes).toEqual([
      { count: 'WRONG_TYPE', unit: 'UNKNOWN_RELATION', gifts: 'OUT_OF_RANGE', mail: 'WRONG_TYPE' },
      { title: 'DUPLICATE' },
      { title: 'REQUIRED' },
      { count: 'OUT_OF_RANGE', gifts: 'WRONG_TYPE' },
    ]);
    const unknown = rows[0]?.errors.find(({ column }) => column === 'unit');
    expect(JSON.stringify(unknown)).toContain(String(unit.name));
    const refused = await workbookRows(await download(by, `/imports/${job.id}/refused.xlsx`));
    // The lists of options reach further down than the rows.
    expect(refused.filter(([first]) => first !== null)).toHaveLength(4);
    expect((await commit(by, job)).error.details.code).toBe('IMPORT_HAS_ERRORS');
  });

  it('brings an export back without a change', async () => {
    const mark = unique('回');
    await make.visit({
      title: `${mark}一`,
      count: 3,
      money: 0.1,
      ratio: 0.1,
      big: '9007199254740991',
      urgent: true,
      day: '2022-11-01',
      at: '2022-11-01T00:30:00.000Z',
      clock: '08:30:00.000',
      extra: { a: 1 },
      content: [{ type: 'paragraph', children: [{ type: 'text', text: '段' }] }],
      unit: unit.documentId,
      teams: [teams[1]?.documentId, teams[0]?.documentId],
      address: { street: '路', town: (await make.town()).documentId },
      gifts: [{ name: '米', from: [teams[0]?.documentId] }],
      parts: [{ __component: 'shared.gift', name: '书' }],
    });
    await make.visit({ title: `${mark}二` });
    const query = `filters[title][$startsWith]=${encodeURIComponent(mark)}`;
    for (const locale of ['zh', 'en']) {
      const bytes = await download(by, `/visits/export?${query}&locale=${locale}`);
      const job = await planned(by, new Blob([bytes]), 'type=visit&key=title');
      const told = JSON.stringify(await rowsOf(by, job));
      expect(job.sheets, told).toMatchObject([{ new: 0, changed: 0, unchanged: 2, wrong: 0 }]);
    }
  });
});

describe('an import of activities', () => {
  it('keeps the rules between their fields, and fills in what follows from them', async () => {
    const activity = await make.activity();
    const title = String(activity.title);
    const file = (endsAt: string) =>
      workbook(['title', 'startsAt', 'endsAt'], [[title, '2022-12-01 09:00', endsAt]]);
    const wrong = await planned(by, await file('2022-12-01 08:00'), 'type=activity&key=title');
    expect((await rowsOf(by, wrong))[0]?.errors[0]).toMatchObject({ column: 'endsAt' });
    const right = await planned(by, await file('2022-12-01 11:00'), 'type=activity&key=title');
    expect((await commit(by, right)).data.state).toBe('done');
    const path = `/activities/${activity.documentId}`;
    expect((await by.get<Rec>(path)).data).toMatchObject({ day: '2022-12-01', month: '2022-12' });
    expect((await undo(by, right)).data.state).toBe('undone');
    const query = `filters[documentId]=${activity.documentId}`;
    const back = new Blob([await download(by, `/activities/export?${query}`)]);
    const again = await planned(by, back, 'type=activity&key=title');
    expect(again.sheets, JSON.stringify(await rowsOf(by, again))).toMatchObject([{ unchanged: 1, wrong: 0 }]);
    expect((await by.get<Rec>(path)).data).toMatchObject({ day: activity.day, startsAt: activity.startsAt });
  });
});

describe('an import by a unit', () => {
  it('writes its own rows only, and names only what it may read', async () => {
    const mine = await make.unit();
    const { client } = await make.person('unit', { unit: mine.documentId });
    const theirs = await make.visit({ unit: unit.documentId });
    const file = (name: unknown, title: string) =>
      workbook(['title', 'reason', 'unit'], [[title, 'illness', name as string]]);
    const foreign = await planned(client, await file(unit.name, unique('走访')), 'type=visit&key=title');
    expect(foreign.sheets[0]?.wrong).toBe(1);
    // A title of somebody else's record is no record of this person: it makes a new one, of their own.
    const own = await planned(client, await file(mine.name, String(theirs.title)), 'type=visit&key=title');
    expect(own.sheets).toMatchObject([{ new: 1, changed: 0 }]);
    expect((await commit(client, own)).status).toBe(200);
    expect((await by.get<Rec>(`/visits/${theirs.documentId}`)).data.rev).toBe(1);
    const without = await planned(
      client,
      await workbook(['title', 'reason'], [[unique('走访'), 'illness']]),
      'type=visit',
    );
    expect((await commit(client, without)).error.details.code).toBe('OUT_OF_SCOPE');
    const other = await make.person('unit', { unit: unit.documentId });
    expect((await other.client.get(`/imports/${own.id}`)).status).toBe(404);
    expect((await client.get<Job[]>('/imports')).data.map(({ id }) => id)).toEqual([
      without.id,
      own.id,
      foreign.id,
    ]);
  });
});

describe('an import is not undone', () => {
  const teamsOf = (...names: string[]) =>
    workbook(
      ['队名', '所属类型'],
      names.map((name) => [name, '单位']),
    );

  it('when a record was changed or is relied on since; it says which', async () => {
    const [one, two] = [unique('队'), unique('队')];
    const job = await planned(by, await teamsOf(one, two), 'type=volunteer-team&key=name');
    await commit(by, job);
    const [first] = (await by.get(`/volunteer-teams?filters[name]=${one}`)).data;
    const [second] = (await by.get(`/volunteer-teams?filters[name]=${two}`)).data;
    await by.put(`/volunteer-teams/${first?.documentId}`, { data: { size: 9 } }, 1);
    await make.visit({ teams: [second?.documentId] });
    const answer = await undo(by, job);
    expect(answer.error.details.code).toBe('IMPORT_RELIED_ON');
    const said = (answer.error.details.errors ?? []).map(({ message }) => message).join();
    expect(said).toContain(one);
    expect(said).toContain(two);
    expect((await by.get(`/volunteer-teams?filters[name]=${two}`)).data).toHaveLength(1);
    expect((await by.get<Job>(`/imports/${job.id}`)).data.state).toBe('done');
  });

  it('when a later one wrote records of the same type', async () => {
    const first = await planned(by, await teamsOf(unique('队')), 'type=volunteer-team&key=name');
    await commit(by, first);
    const later = await planned(by, await teamsOf(unique('队')), 'type=volunteer-team&key=name');
    await commit(by, later);
    expect((await undo(by, first)).error.details.code).toBe('IMPORT_NOT_LAST');
    expect((await undo(by, later)).data.state).toBe('undone');
    expect((await undo(by, first)).data.state).toBe('undone');
  });
});

describe('an export', () => {
  it('is a right of its own, and holds only what the role may read', async () => {
    const town = await make.town();
    const station = await make.station({ town: town.documentId });
    const mine = await make.visit({ station: station.documentId, note: '只给办公室' });
    await make.visit({ note: '别处' });
    const of = async (role: 'town' | 'unit', values: object) =>
      (await make.person(role, { ...values })).client;
    const client = await of('town', { town: town.documentId });
    const [headings = [], ...rows] = await workbookRows(await download(client, '/visits/export?locale=en'));
    expect(rows.map((row) => row[headings.indexOf('Subject')])).toEqual([mine.title]);
    expect(headings).not.toContain('Note');
    const reader = await of('unit', { unit: unit.documentId });
    expect((await reader.get('/visits')).status).toBe(200);
    expect((await reader.get('/visits/export')).status).toBe(403);
  });
});
