import { checkDigitOf } from '@jiedui/shared/hours';
import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { gbk } from './support/gbk';

type Finding = { code: string; found: string };
type Row = { row: number; kind: string; personName: string; findings: Finding[]; changes: string[] };
type Counts = Record<'new' | 'changed' | 'unchanged' | 'repeated' | 'unmatched' | 'newPeople', number>;
type Preview = {
  encoding: string | null;
  headings: string[];
  mapping: { columns: Record<string, string[]>; durationUnit: string; dateOrder: string };
  saved: { name: string } | null;
  counts: Counts;
  skipped: { row: number; why: string }[];
  rows: Row[];
};
type Entry = Rec & { activity: Rec | null; volunteer: Rec | null; findings: Finding[] };

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

let counted = 0;
function idNumber(): string {
  counted += 1;
  const seventeen = `440102${1940 + (counted % 60)}0203${String(counted).padStart(3, '0')}`;
  return seventeen + checkDigitOf(seventeen);
}

const spoiled = (number: string) => number.slice(0, 16) + ((Number(number[16]) + 1) % 10) + number.slice(17);
/** Two neighbours that differ change places. */
function swapped(number: string): string {
  const at = [...number.slice(0, 16)].findIndex((sign, index) => index > 13 && sign !== number[index + 1]);
  return number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
}

function formOf(content: Buffer | string, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  form.append('file', new Blob([content as BlobPart]), '时数导出.csv');
  return form;
}

const preview = (content: Buffer | string, more = {}, client = by) =>
  client.call<Preview>('POST', '/hours/ivolunteer/preview', { raw: formOf(content, more) });
const commit = (content: Buffer | string, more = {}, client = by) =>
  client.call<{ jobId: string; counts: Counts }>('POST', '/hours/ivolunteer', { raw: formOf(content, more) });
const entriesOf = async (number: string) =>
  (
    await by.get<Entry[]>(
      `/ivolunteer-entries?filters[activityNumber][$eq]=${number}&populate[0]=activity&populate[1]=volunteer&populate[2]=batch&sort[0]=row&pagination[pageSize]=100`,
    )
  ).data;

const LINE_END = '\r\n';

/** An export as the other system makes it: titles above, headings merged over two rows, a sum and a remark below. */
const exportOf = (rows: string[][]) =>
  [
    '广东志愿服务时数导出表,,,,,,,,',
    '导出时间：2022-12-01 10:00,,,,,,,,',
    '序号,活动信息,,志愿者信息,,,服务时间,,服务时长(小时)',
    ',编号,名称,姓名,证件类型,证件号码,签到,签退,',
    ...rows.map((cells, at) => [String(at + 1), ...cells].join(',')),
    '合计,,,,,,,,99',
    '制表人：李四,,,,,,,,',
  ].join(LINE_END);

type Person = { name: string; number: string };
const someone = (): Person => ({ name: `测${unique('').slice(0, 6)}`, number: idNumber() });
const rowOf = (
  hd: string,
  { name, number }: Person,
  more: Partial<Record<'from' | 'to' | 'hours', string>> = {},
) => [
  hd,
  '"百姓宣讲' + '\n' + '惠民政策"',
  name,
  '居民身份证',
  number,
  more.from ?? '2022-11-18 09:00',
  more.to ?? '2022-11-18 11:00',
  more.hours ?? '2',
];

async function activityOf(number: string): Promise<Rec> {
  return make.announced({ ivolunteerNumber: number });
}

describe('an export in GBK with merged headings and wrong numbers', () => {
  it('comes in, and what does not is told row by row', async () => {
    const hd = unique('HD');
    const activity = await activityOf(hd);
    const [known, fresh, wrong, turned, nobody] = [someone(), someone(), someone(), someone(), someone()];
    const volunteer = await make.volunteer({ name: known.name, maskedId: known.number });
    const file = gbk(
      exportOf([
        rowOf(hd, known),
        rowOf(hd, fresh),
        rowOf(hd, { ...wrong, number: spoiled(wrong.number) }),
        rowOf(hd, { ...turned, number: swapped(turned.number) }),
        rowOf(hd, { ...nobody, number: '4.40102E+17' }),
        rowOf('没有这个号', known),
        rowOf(hd, known, { from: '2022-13-45 09:00', to: '' }),
        rowOf(hd, known, { from: '2022-11-19 09:00', to: '2022-11-19 11:00', hours: '-2' }),
        rowOf(hd, known, { from: '2022-11-20 11:00', to: '2022-11-20 09:00' }),
        rowOf(hd, known),
      ]),
    );
    const seen = await preview(file);
    expect(seen.status, seen.text).toBe(200);
    expect(seen.data.encoding).toBe('gb18030');
    expect(seen.data.mapping).toEqual({
      columns: {
        idNumber: ['志愿者信息/证件号码'],
        activityNumber: ['活动信息/编号'],
        activityTitle: ['活动信息/名称'],
        personName: ['志愿者信息/姓名'],
        startsAt: ['服务时间/签到'],
        endsAt: ['服务时间/签退'],
        minutes: ['服务时长(小时)'],
      },
      dateOrder: 'ymd',
      durationUnit: 'hours',
    });
    expect(seen.data.skipped.map(({ why }) => why)).toEqual(['total', 'remark']);
    expect(seen.data.counts).toMatchObject({ new: 9, repeated: 1, unmatched: 8, newPeople: 1 });
    const whole = [known, fresh, wrong, turned].map(({ number }) => number);
    for (const number of whole) expect(seen.text).not.toContain(number);

    const done = await commit(file);
    expect(done.status, done.text).toBe(201);
    const entries = await entriesOf(hd);
    expect(entries.map(({ personName, standing }) => [personName, standing])).toEqual([
      [known.name, 'matched'],
      [fresh.name, 'unmatched'],
      [wrong.name, 'unmatched'],
      [turned.name, 'unmatched'],
      [nobody.name, 'unmatched'],
      [known.name, 'unmatched'],
      [known.name, 'unmatched'],
      [known.name, 'unmatched'],
    ]);
    expect(entries[0]).toMatchObject({
      activity: { documentId: activity.documentId },
      volunteer: { documentId: volunteer.documentId },
      startsAt: '2022-11-18T01:00:00.000Z',
      minutes: 120,
      activityTitle: expect.stringMatching(/百姓宣讲/),
      findings: [],
    });
    const codes = entries.map(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toEqual([
      [],
      ['unknownPerson'],
      ['idCheckDigit'],
      ['idCheckDigit'],
      ['idLength'],
      ['unreadableStart'],
      ['negativeMinutes'],
      ['endBeforeStart'],
    ]);
    const text = (await by.get(`/ivolunteer-entries?pagination[pageSize]=100&sort[0]=id:desc`)).text;
    for (const number of whole) expect(text).not.toContain(number);
    expect(text).not.toMatch(/personHash|entryKey/);
  });

  it('comes in once, however often it is imported; what changed is changed and told', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const people = [someone(), someone(), someone()];
    const first = people.map((person) => rowOf(hd, person));
    expect((await commit(gbk(exportOf(first)), { addPeople: 'true' })).data.counts).toMatchObject({ new: 3 });
    const again = await Promise.all([1, 2].map(() => commit(gbk(exportOf(first)))));
    for (const { status, data } of again) {
      expect(status).toBe(201);
      expect(data.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3, unmatched: 0 });
    }
    const later = [rowOf(hd, people[0] as Person, { to: '2022-11-18 12:00', hours: '3' }), ...first.slice(1)];
    const seen = await preview(exportOf(later));
    expect(seen.data.encoding).toBe('utf-8');
    expect(seen.data.rows.find(({ kind }) => kind === 'changed')?.changes.sort()).toEqual([
      'endsAt',
      'minutes',
    ]);
    expect((await commit(exportOf(later))).data.counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
    const entries = await entriesOf(hd);
    expect(entries.map(({ minutes, rev }) => [minutes, rev])).toEqual([
      [180, 2],
      [120, 1],
      [120, 1],
    ]);
    const history = await by.get<{ action: string; changes: object }[]>(
      `/ivolunteer-entries/${entries[0]?.documentId}/history`,
    );
    expect(history.data[0]).toMatchObject({ action: 'import', changes: { minutes: [120, 180] } });
  });

  it('two that import it at the same moment bring it in once', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const file = gbk(exportOf([someone(), someone()].map((person) => rowOf(hd, person))));
    const both = await Promise.all([commit(file), commit(file)]);
    expect(both.map(({ status }) => status).filter((status) => ![201, 409].includes(status))).toEqual([]);
    expect(await entriesOf(hd)).toHaveLength(2);
  });

  it('is taken back whole, with the people it brought, as long as nobody worked on', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const person = someone();
    const { data } = await commit(gbk(exportOf([rowOf(hd, person)])), { addPeople: 'true' });
    expect(await entriesOf(hd)).toMatchObject([{ standing: 'matched', volunteer: { name: person.name } }]);
    const undone = await by.post(`/imports/${data.jobId}/undo`, {});
    expect(undone.status, undone.text).toBe(200);
    expect(await entriesOf(hd)).toEqual([]);
    expect((await by.get(`/volunteers?filters[name][$eq]=${person.name}`)).data).toEqual([]);
  });
});

describe('people of an export', () => {
  it('become volunteers where that is wanted: registered, of the activity’s unit, known by their number', async () => {
    const hd = unique('HD');
    const unit = await make.unit();
    await make.announced({ ivolunteerNumber: hd, unit: unit.documentId });
    const person = someone();
    const rows = [rowOf(hd, person), rowOf(hd, person, { from: '2022-11-19 09:00', to: '2022-11-19 11:00' })];
    expect((await commit(exportOf(rows), { addPeople: 'true' })).data.counts).toMatchObject({ newPeople: 1 });
    const made = await by.get<Rec[]>(`/volunteers?filters[name][$eq]=${person.name}&populate[0]=unit`);
    expect(made.data).toMatchObject([
      {
        registered: true,
        unit: { documentId: unit.documentId },
        maskedId: expect.stringMatching(/^4401\*+/),
      },
    ]);
    expect((await entriesOf(hd)).map(({ volunteer }) => volunteer?.name)).toEqual([person.name, person.name]);
  });

  it('are found by name and ends where the export masks the numbers, and not by a name alone', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const [known, twin] = [someone(), someone()];
    const volunteer = await make.volunteer({ name: known.name, maskedId: known.number });
    for (const _ of [1, 2]) await make.volunteer({ name: twin.name, maskedId: idNumber() });
    const mask = (number: string) => `${number.slice(0, 6)}********${number.slice(-4)}`;
    await commit(
      exportOf([
        rowOf(hd, { ...known, number: mask(known.number) }),
        rowOf(hd, { name: known.name, number: '' }, { from: '2022-11-19 09:00', to: '2022-11-19 10:00' }),
        rowOf(hd, { ...twin, number: mask(twin.number) }),
      ]),
    );
    const entries = await entriesOf(hd);
    expect(entries[0]?.volunteer?.documentId).toBe(volunteer.documentId);
    expect(entries[1]?.findings).toEqual([{ code: 'noId', found: '' }]);
    expect(entries[2]?.findings.map(({ code }) => code)).toEqual(['unknownPerson']);
  });

  it('with the number of another name are for somebody to look at', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const person = someone();
    await make.volunteer({ name: '本名', maskedId: person.number });
    await commit(exportOf([rowOf(hd, person)]));
    expect((await entriesOf(hd))[0]?.findings).toEqual([{ code: 'otherName', found: person.name }]);
  });
});

describe('what waits', () => {
  it('is settled by choosing, and a choice is remembered for the next export', async () => {
    const hd = unique('HD');
    const activity = await make.announced({ title: unique('百姓宣讲惠民政策') });
    const person = someone();
    const wrong = { ...person, number: spoiled(person.number) };
    const volunteer = await make.volunteer({ name: person.name });
    await commit(exportOf([rowOf(hd, wrong)]));
    const [entry] = await entriesOf(hd);
    const at = `/ivolunteer-entries/${entry?.documentId}`;
    const { data: offered } = await by.get<Record<'activities' | 'volunteers', Rec[]>>(
      `/hours/ivolunteer/entries/${entry?.documentId}/suggestions`,
    );
    expect(offered.activities.map(({ documentId }) => documentId)).toContain(activity.documentId);
    expect(offered.volunteers.map(({ documentId }) => documentId)).toEqual([volunteer.documentId]);
    const half = await by.put<Rec>(at, { data: { activity: activity.documentId } }, 1);
    expect(half.data.standing).toBe('unmatched');
    const whole = await by.put<Rec>(at, { data: { volunteer: volunteer.documentId } }, half.data.rev);
    expect(whole.data.standing).toBe('matched');
    const next = rowOf(hd, wrong, { from: '2022-11-25 09:00', to: '2022-11-25 11:00' });
    const seen = await preview(exportOf([rowOf(hd, wrong), next]));
    expect(seen.data.counts).toMatchObject({ new: 1, unchanged: 1, unmatched: 0 });
  });

  it('is left out with a reason, and stays so when it is imported again', async () => {
    const hd = unique('HD');
    await commit(exportOf([rowOf(hd, someone())]));
    const [entry] = await entriesOf(hd);
    const at = `/ivolunteer-entries/${entry?.documentId}`;
    const left = await by.put<Rec>(at, { data: { discardReason: '外区活动' } }, 1);
    expect(left.data.standing).toBe('discarded');
    const back = await by.put<Rec>(at, { data: { discardReason: null } }, 2);
    expect(back.data.standing).toBe('unmatched');
    const wrong = await by.put(at, { data: { standing: 'matched' } }, 3);
    expect(wrong.error.details.errors).toMatchObject([{ path: ['standing'], code: 'UNKNOWN_FIELD' }]);
  });

  it('what was put right by hand is not taken away by the same export', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const person = someone();
    await make.volunteer({ name: person.name, maskedId: person.number });
    const file = exportOf([rowOf(hd, person, { hours: '-2' })]);
    await commit(file);
    const [entry] = await entriesOf(hd);
    await by.put(`/ivolunteer-entries/${entry?.documentId}`, { data: { minutes: 120 } }, 1);
    expect((await commit(file)).data.counts).toMatchObject({ changed: 0, unchanged: 1, unmatched: 0 });
    expect(await entriesOf(hd)).toMatchObject([{ minutes: 120, standing: 'matched' }]);
  });

  it('finds its activity by itself once that has the number', async () => {
    const hd = unique('HD');
    const person = someone();
    await make.volunteer({ name: person.name, maskedId: person.number });
    const file = exportOf([rowOf(hd, person)]);
    await commit(file);
    expect(await entriesOf(hd)).toMatchObject([
      { standing: 'unmatched', findings: [{ code: 'unknownActivity' }] },
    ]);
    await activityOf(hd);
    expect((await commit(file)).data.counts).toMatchObject({ changed: 1, unmatched: 0 });
    expect(await entriesOf(hd)).toMatchObject([{ standing: 'matched' }]);
  });
});

describe('the form of an export', () => {
  const odd = (hd: string, person: Person) =>
    ['甲;乙;丙;丁', `${hd};${person.name};10/11/2022 09:00;90`].join('\n');
  const MAPPING = {
    columns: { activityNumber: ['甲'], personName: ['乙'], startsAt: ['丙'], minutes: ['丁'] },
    dateOrder: 'dmy',
    durationUnit: 'minutes',
  };

  it('that nobody knows needs somebody to say it once, and is remembered', async () => {
    const hd = unique('HD');
    const unknown = await preview(odd(hd, someone()));
    expect([unknown.status, unknown.error.details.code]).toEqual([422, 'EXPORT_WITHOUT_TABLE']);
    const heads = ['列一', '姓名', '时间甲', '服务时长', '证件号码'];
    const person = someone();
    const file = (day: string) =>
      `${heads.join('\t')}\n${[hd, person.name, `${day}/2022 09:00`, '90', person.number].join('\t')}`;
    const first = await preview(file('10/11'));
    expect(first.data.mapping.columns).not.toHaveProperty('startsAt');
    const { columns } = first.data.mapping;
    const mapping = JSON.stringify({
      ...MAPPING,
      columns: { ...columns, activityNumber: ['列一'], startsAt: ['时间甲'] },
    });
    expect((await commit(file('10/11'), { mapping, formName: '团委导出' })).status).toBe(201);
    expect(await entriesOf(hd)).toMatchObject([{ startsAt: '2022-11-10T01:00:00.000Z', minutes: 90 }]);
    const second = await preview(file('11/11'));
    expect(second.data.saved).toEqual({ name: '团委导出' });
    expect(second.data.mapping.columns.startsAt).toEqual(['时间甲']);
    expect((await commit(file('11/11'))).data.counts).toMatchObject({ new: 1 });
  });

  it.each([
    ['no JSON', '{', ['mapping']],
    ['another shape', JSON.stringify({ columns: [] }), ['mapping']],
    ['no name', JSON.stringify({ ...MAPPING, columns: {} }), ['mapping', 'columns', 'personName']],
    [
      'an unknown field',
      JSON.stringify({ ...MAPPING, columns: { ...MAPPING.columns, x: ['y'] } }),
      ['mapping'],
    ],
  ])('is refused where it is %s', async (_, mapping, path) => {
    const answer = await preview(exportOf([rowOf('HD', someone())]), { mapping });
    expect([answer.status, answer.error.details.errors?.[0]?.path]).toEqual([400, path]);
  });
});

describe('a file', () => {
  const plain = (hd: string, person: Person) =>
    `活动编号,姓名,证件号码,服务日期,服务时长\n${hd},${person.name},${person.number},2022-11-18,1.5小时`;

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['GBK', gbk],
    ['tabs', (text) => Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', (text) => Buffer.from(text.replaceAll(',', ';'))],
    ['Windows line ends', (text) => gbk(text.replaceAll('\n', '\r\n'))],
  ])('is read in %s', async (_, encode) => {
    const hd = unique('HD');
    await activityOf(hd);
    const person = someone();
    await make.volunteer({ name: person.name, maskedId: person.number });
    expect((await commit(encode(plain(hd, person)))).data.counts).toMatchObject({ new: 1, unmatched: 0 });
    expect(await entriesOf(hd)).toMatchObject([{ day: '2022-11-18', startsAt: null, minutes: 90 }]);
  });

  it('is read from a workbook with merged headings and cells of dates', async () => {
    const hd = unique('HD');
    await activityOf(hd);
    const person = someone();
    await make.volunteer({ name: person.name, maskedId: person.number });
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('导出');
    sheet.addRow(['时数导出表']);
    sheet.addRow(['序号', '活动信息', '', '志愿者信息', '', '服务时间', '', '服务时长(小时)']);
    sheet.addRow(['', '编号', '名称', '姓名', '证件号码', '开始', '结束', '']);
    for (const range of ['A1:H1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:G2', 'H2:H3']) sheet.mergeCells(range);
    const at = (hour: number) => new Date(Date.UTC(2022, 10, 18, hour));
    sheet.addRow([1, hd, '讲座', person.name, person.number, at(9), at(11), 2]);
    sheet.addRow(['合计', '', '', '', '', '', '', 2]);
    const file = Buffer.from(await book.xlsx.writeBuffer());
    expect((await commit(file)).data.counts).toMatchObject({ new: 1, unmatched: 0 });
    expect(await entriesOf(hd)).toMatchObject([{ startsAt: '2022-11-18T01:00:00.000Z', minutes: 120 }]);
  });

  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'EXPORT_UNREADABLE'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'EXPORT_UNREADABLE'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 nothing'), 'EXPORT_UNREADABLE'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'EXPORT_UNREADABLE'],
    ['no table', Buffer.from('你好'), 'EXPORT_WITHOUT_TABLE'],
    ['too long', Buffer.from(`姓名,证件号码,活动编号\n${'a,b,c\n'.repeat(20_200)}`), 'EXPORT_TOO_LONG'],
  ])('that is %s is refused in words', async (_, content, code) => {
    const answer = await preview(content);
    expect([answer.status, answer.error.details.code]).toEqual([422, code]);
    expect(answer.error.message).toMatch(/[一-鿿]/);
  });

  it('is brought in by the office alone', async () => {
    const { client } = await make.person('unit', { unit: (await make.unit()).documentId });
    expect((await preview(plain('HD', someone()), {}, client)).status).toBe(403);
    expect((await commit(plain('HD', someone()), {}, client)).status).toBe(403);
    expect((await by.post('/hours/ivolunteer', {})).status).toBe(400);
  });
});

describe('the differences', () => {
  it('tell of each activity what both have, and who is missing on either side', async () => {
    const hd = unique('HD');
    const unit = await make.unit();
    const { client } = await make.person('unit', { unit: unit.documentId });
    const activity = await make.announced({ ivolunteerNumber: hd, unit: unit.documentId });
    const same = await make.announced({ ivolunteerNumber: `${hd}b`, unit: unit.documentId });
    const [both, longer, ours, theirs] = [someone(), someone(), someone(), someone()];
    const made = async ({ name, number }: Person) => make.volunteer({ name, maskedId: number });
    const volunteers = [await made(both), await made(longer), await made(ours)];
    await made(theirs);
    const there = (volunteer: Rec | undefined, of: Rec) =>
      make.attendance({ volunteer: volunteer?.documentId, activity: of.documentId });
    for (const volunteer of volunteers) await there(volunteer, activity);
    await there(volunteers[0], same);
    await commit(
      exportOf([
        rowOf(hd, both),
        rowOf(hd, longer, { to: '2022-11-18 12:00', hours: '3' }),
        rowOf(hd, theirs),
        rowOf(`${hd}b`, both),
      ]),
    );
    const list = await client.get<Rec[]>('/hours/differences');
    expect(list.data).toMatchObject([
      {
        documentId: activity.documentId,
        ours: { people: 3, minutes: 360 },
        theirs: { people: 3, minutes: 420 },
        onlyOurs: 1,
        onlyTheirs: 1,
      },
    ]);
    expect(list.meta.pagination.total).toBe(1);
    const one = await client.get<{ people: Rec[]; theirs: object }>(
      `/hours/activities/${activity.documentId}`,
    );
    expect(one.data.theirs).toEqual({ people: 3, minutes: 420, waiting: 0 });
    const named = Object.fromEntries(one.data.people.map((row) => [row.name, [row.ours, row.theirs]]));
    expect(named).toEqual({
      [longer.name]: [120, 180],
      [ours.name]: [120, null],
      [theirs.name]: [null, 120],
    });
    const adopt = (by: Client) => by.post(`/hours/activities/${activity.documentId}/adopt`, {});
    const other = await make.person('unit', { unit: (await make.unit()).documentId });
    expect((await adopt(other.client)).status).toBe(404);
    expect((await adopt(client)).data).toEqual({ entered: 1 });
    expect((await adopt(client)).data).toEqual({ entered: 0 });
    const taken = await client.get<Rec[]>(
      `/attendances?filters[activity][documentId][$eq]=${activity.documentId}&filters[origin][$eq]=ivolunteer&populate[0]=volunteer`,
    );
    expect(taken.data).toMatchObject([{ minutes: 120, registered: true, volunteer: { name: theirs.name } }]);
    expect((await other.client.get('/hours/differences')).data).toEqual([]);
    expect((await other.client.get(`/hours/activities/${activity.documentId}`)).status).toBe(404);
    expect((await client.get('/hours/differences?page=x')).status).toBe(400);
  });
});
