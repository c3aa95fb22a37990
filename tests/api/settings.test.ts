import ExcelJS from '@protobi/exceljs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, create, type Person, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';

type Models = {
  version: string;
  menu: Record<string, object>;
  words: Record<string, object>;
  formRules: object[];
  types: {
    resource: string;
    computed: Record<string, object>;
    fields: Record<string, { label: object; writable: boolean; hidden?: boolean; preset?: unknown }>;
  }[];
};

let by: Client;
let make: Builders;
let unit: Rec;
let person: Person;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  unit = await make.unit();
  person = await make.person('unit', { unit: unit.documentId });
});

/** What a test sets holds for everybody: it is taken back. */
let made: [plural: string, record: Rec][] = [];
async function set(plural: string, values: object): Promise<Rec> {
  const record = await create(by, plural, values as Record<string, unknown>);
  made.push([plural, record]);
  return record;
}
afterEach(async () => {
  for (const [plural, { documentId }] of made.reverse()) {
    const now = await by.get<Rec>(`/${plural}/${documentId}`);
    if (now.status === 200) await by.remove(`/${plural}/${documentId}`, now.data.rev);
  }
  made = [];
});

const modelsOf = async (client: Client) => (await client.get<Models>('/models')).data;
const typeOf = (models: Models, resource: string) => models.types.find((type) => type.resource === resource);
const errorsOf = (answer: { error: { details: { errors?: { path: unknown[]; code: string }[] } } }) =>
  (answer.error.details.errors ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('words', () => {
  it('are in force at once, with the models as a new version', async () => {
    const before = await modelsOf(person.client);
    const word = await set('words', { key: 'project.summary', zh: '内容提要', en: 'Abstract' });
    const after = await modelsOf(person.client);
    expect(after.version).not.toBe(before.version);
    expect(typeOf(after, 'project')?.fields.summary?.label).toEqual({ zh: '内容提要', en: 'Abstract' });
    expect(after.words).toHaveProperty(['project.summary']);
    await by.remove(`/words/${word.documentId}`, word.rev);
    const reset = await modelsOf(person.client);
    expect(reset.version).toBe(before.version);
    expect(typeOf(reset, 'project')?.fields.summary?.label).toMatchObject({ zh: '项目简介' });
  });

  it('head the columns of an export and name its options', async () => {
    const project = await make.project();
    await set('words', { key: 'project.title', zh: '项目全称', en: 'Full title' });
    await set('words', { key: 'project.state.proposed', zh: '申报中', en: 'Coming' });
    const response = await fetch(
      `${by.url}/api/projects/export?filters[documentId][$eq]=${project.documentId}`,
      { headers: { Authorization: `Bearer ${by.token}` } },
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await response.arrayBuffer()) as never);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(1).values).toContain('项目全称');
    expect(sheet?.getRow(2).values).toContain('申报中');
  });

  it('name and order the menu; the way back is never hidden', async () => {
    await set('words', { key: 'menu:/calendar', zh: '日程', en: 'Diary', order: 1, hidden: true });
    expect((await modelsOf(person.client)).menu).toMatchObject({
      '/calendar': { label: { zh: '日程', en: 'Diary' }, order: 1, hidden: true },
    });
    for (const address of ['/', '/words', '/models']) {
      const answer = await by.post('/words', {
        data: { key: `menu:${address}`, zh: '藏', en: 'Hide', hidden: true },
      });
      expect(errorsOf(answer), address).toEqual(['hidden NOT_AN_OPTION']);
    }
  });

  it.each([
    [{ key: 'project.nothing', zh: '无', en: 'None' }, ['key NOT_AN_OPTION']],
    [{ key: 'project.summary', zh: ' ', en: 'None' }, ['zh REQUIRED']],
    [{ key: 'project.summary', zh: '长'.repeat(61), en: 'Long' }, ['zh TOO_LONG']],
    [{ key: 'project.summary', zh: '简介', en: 'Text', hidden: true }, ['hidden NOT_AN_OPTION']],
    [{ key: 'project.summary', zh: '简介', en: 'Text', order: 3 }, ['order NOT_AN_OPTION']],
  ])('%j is refused', async (data, errors) => {
    expect(errorsOf(await by.post('/words', { data }))).toEqual(errors);
  });

  it('are listed with the program’s own, for the office alone', async () => {
    await set('words', { key: 'project.summary', zh: '内容提要', en: 'Abstract' });
    const keys = (await by.get<{ key: string; words: object; changed: object | null }[]>('/words/keys')).data;
    const found = keys.find(({ key }) => key === 'project.summary');
    expect(found).toMatchObject({ words: { zh: '项目简介' }, changed: { zh: '内容提要' } });
    for (const key of [
      'menu:/activities',
      'unit',
      'activity.state.planned',
      'saved-view.sharedWith.everyone',
    ])
      expect(keys.map((one) => one.key)).toContain(key);
    expect((await person.client.get('/words/keys')).status).toBe(403);
  });
});

describe('form rules', () => {
  const project = (more: object = {}) => ({
    data: { title: unique('项目'), unit: unit.documentId, ...more },
  });

  it.each(['hidden', 'readOnly'] as const)('a %s field is not the role’s to write', async (mode) => {
    await set('form-rules', { resource: 'project', field: 'summary', role: 'unit', mode });
    const refused = await person.client.post('/projects', project({ summary: '说明' }));
    expect(errorsOf(refused)).toEqual(['summary UNKNOWN_FIELD']);
    const own = await person.client.post('/projects', project());
    const at = `/projects/${own.data.documentId}`;
    const changed = await person.client.put(at, { data: { summary: '说明' } }, own.data.rev);
    expect(errorsOf(changed)).toEqual(['summary UNKNOWN_FIELD']);
    expect((await by.put(at, { data: { summary: '说明' } }, own.data.rev)).status).toBe(200);
    const field = typeOf(await modelsOf(person.client), 'project')?.fields.summary;
    expect(field).toMatchObject({ writable: false, ...(mode === 'hidden' ? { hidden: true } : {}) });
    expect(typeOf(await modelsOf(by), 'project')?.fields.summary).toMatchObject({ writable: true });
  });

  it('a preset fills what a new record leaves out, also where the field is hidden and required', async () => {
    await set('form-rules', {
      resource: 'project',
      field: 'summary',
      role: 'unit',
      mode: 'preset',
      preset: '待补',
    });
    await set('form-rules', {
      resource: 'project',
      field: 'title',
      role: 'unit',
      mode: 'hidden',
      preset: '申报',
    });
    const left = await person.client.post('/projects', { data: { unit: unit.documentId } });
    expect(left.data).toMatchObject({ title: '申报', summary: '待补' });
    const given = await person.client.post('/projects', {
      data: { unit: unit.documentId, summary: '自己的' },
    });
    expect(given.data).toMatchObject({ title: '申报', summary: '自己的' });
    const at = `/projects/${given.data.documentId}`;
    const emptied = await person.client.put(at, { data: { summary: null } }, given.data.rev);
    expect(emptied.data.summary).toBeNull();
  });

  it.each([
    [{ field: 'title', mode: 'hidden' }, ['preset REQUIRED']],
    [{ field: 'title', mode: 'readOnly' }, ['preset REQUIRED']],
    [{ field: 'summary', mode: 'preset' }, ['preset REQUIRED']],
    [{ field: 'team', mode: 'preset', preset: 'x' }, ['preset WRONG_TYPE']],
    [{ field: 'nothing', mode: 'hidden' }, ['field NOT_AN_OPTION']],
    [{ field: 'rev', mode: 'hidden' }, ['field NOT_AN_OPTION']],
    [{ resource: 'staff', field: 'displayName', mode: 'readOnly' }, ['resource NOT_AN_OPTION']],
    [{ field: 'summary', mode: 'hidden', role: 'districtOffice' }, ['role NOT_AN_OPTION']],
    [
      { resource: 'activity', field: 'expectedPeople', mode: 'preset', preset: '很多' },
      ['preset WRONG_TYPE'],
    ],
  ])('%j is refused', async (rule, errors) => {
    const data = { resource: 'project', role: 'unit', ...rule };
    expect(errorsOf(await by.post('/form-rules', { data }))).toEqual(errors);
  });
});

describe('computed columns', () => {
  const column = (more: object = {}) => ({
    resource: 'activity',
    name: unique('c'),
    zh: '列',
    en: 'Column',
    expression: "unit.name + '·' + title",
    kind: 'text',
    ...more,
  });

  it('come in lists when asked for, and with a record', async () => {
    const activity = await make.activity({ unit: unit.documentId });
    const text = await set('computed-columns', column());
    const share = await set(
      'computed-columns',
      column({ expression: 'expectedPeople / 7', kind: 'number', decimals: 3 }),
    );
    const empty = await set(
      'computed-columns',
      column({ expression: 'actualPeople >= expectedPeople', kind: 'flag' }),
    );
    const values = {
      [String(text.name)]: `${unit.name}·${activity.title}`,
      [String(share.name)]: 4.286,
      [String(empty.name)]: null,
    };
    const list = `/activities?filters[documentId][$eq]=${activity.documentId}&fields[0]=day`;
    const [row] = (await person.client.get(`${list}&computed=*`)).data;
    expect(row).toMatchObject({ day: '2022-11-18', computed: values });
    expect(Object.keys(row ?? {}).sort()).toEqual(['computed', 'day', 'documentId', 'id']);
    expect((await person.client.get(list)).data[0]).not.toHaveProperty('computed');
    const [one] = (await person.client.get(`${list}&computed[0]=${share.name}`)).data;
    expect(one?.computed).toEqual({ [String(share.name)]: 4.286 });
    const record = await person.client.get<Rec>(`/activities/${activity.documentId}`);
    expect(record.data.computed).toEqual(values);
    expect(typeOf(await modelsOf(person.client), 'activity')?.computed).toMatchObject({
      [String(text.name)]: { label: { zh: '列', en: 'Column' }, kind: 'text' },
    });
    expect((await person.client.get(`${list}&computed[0]=nothing`)).status).toBe(400);
  });

  it('are kept from a role that may not read what they use', async () => {
    const phone = await set(
      'computed-columns',
      column({ resource: 'pairing', expression: 'unitContactPhone' }),
    );
    const { client } = await make.person('inspector');
    await make.pairing({ unitContactPhone: '13800000000' });
    const list = '/pairings?pagination[pageSize]=1&sort[0]=id:desc';
    expect((await by.get(`${list}&computed=*`)).data[0]?.computed).toHaveProperty(String(phone.name));
    expect((await client.get(`${list}&computed=*`)).data[0]).not.toHaveProperty('computed');
    expect((await client.get(`${list}&computed[0]=${phone.name}`)).status).toBe(400);
    expect(typeOf(await modelsOf(client), 'pairing')?.computed).toEqual({});
  });

  it('are kept from a role that may not read the name they use', async () => {
    const named = await set('computed-columns', column({ resource: 'visit', expression: 'partner.title' }));
    const { client } = await make.person('civilityOffice');
    expect(typeOf(await modelsOf(by), 'visit')?.computed).toHaveProperty(String(named.name));
    expect(typeOf(await modelsOf(client), 'visit')?.computed).toEqual({});
  });

  it.each([
    [{ expression: 'title + nobody' }, ['expression WRONG_TYPE']],
    [{ expression: "title.matches('(a+)+$')" }, ['expression WRONG_TYPE']],
    [{ expression: 'expectedPeople + title' }, ['expression WRONG_TYPE']],
    [{ expression: 'expectedPeople' }, ['kind NOT_AN_OPTION']],
    [{ name: 'title' }, ['name DUPLICATE']],
    [{ resource: 'staff', expression: 'username' }, ['resource NOT_AN_OPTION']],
    [{ resource: 'visit', expression: 'hidden' }, ['expression WRONG_TYPE']],
    [{ resource: 'visit', expression: 'secret' }, ['expression WRONG_TYPE']],
  ])('%j is refused', async (more, errors) => {
    expect(errorsOf(await by.post('/computed-columns', { data: column(more) }))).toEqual(errors);
  });

  it('can be tried on the newest record, and say where they are wrong', async () => {
    const activity = await make.activity();
    const tried = await by.post('/computed-columns/try', {
      data: { resource: 'activity', expression: 'title' },
    });
    expect(tried.data).toMatchObject({ kind: 'text', value: activity.title });
    const wrong = await by.post('/computed-columns/try', {
      data: { resource: 'activity', expression: 'title +' },
    });
    expect(wrong.error.details).toMatchObject({ at: 7 });
    const data = { resource: 'activity', expression: 'title' };
    expect((await person.client.post('/computed-columns/try', { data })).status).toBe(403);
  });

  it('stand in an export', async () => {
    const activity = await make.activity({ unit: unit.documentId });
    await set('computed-columns', column({ zh: '单位与活动' }));
    const response = await fetch(
      `${by.url}/api/activities/export?filters[documentId][$eq]=${activity.documentId}`,
      { headers: { Authorization: `Bearer ${by.token}` } },
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await response.arrayBuffer()) as never);
    expect(book.worksheets[0]?.getRow(1).values).toContain('单位与活动');
    expect(book.worksheets[0]?.getRow(2).values).toContain(`${unit.name}·${activity.title}`);
  });
});

describe('saved views', () => {
  const view = (more: object = {}) => ({
    data: { name: unique('视图'), path: 'units', query: { q: '局' }, ...more },
  });

  it('are their maker’s alone until the office shares one', async () => {
    const other = await make.person('unit', { unit: unit.documentId });
    const own = await person.client.post('/saved-views', view());
    const at = `/saved-views/${own.data.documentId}`;
    expect((await person.client.get<Rec>(at)).data.query).toEqual({ q: '局' });
    expect((await other.client.get(at)).status).toBe(404);
    expect((await other.client.put(at, { data: { name: '别人的' } }, 1)).status).toBe(404);
    const refused = await person.client.put(at, { data: { sharedWith: 'unit' } }, 1);
    expect(errorsOf(refused)).toEqual(['sharedWith UNKNOWN_FIELD']);
    expect((await by.put(at, { data: { sharedWith: 'unit' } }, 1)).status).toBe(200);
    expect((await other.client.get(at)).status).toBe(200);
    expect((await other.client.put(at, { data: { name: '别人的' } }, 2)).status).toBe(404);
    expect((await (await make.person('publicity')).client.get(at)).status).toBe(404);
  });

  it('belong to who makes them, whatever the request says', async () => {
    const answer = await person.client.post('/saved-views', view({ owner: person.staff.documentId }));
    expect(errorsOf(answer)).toContain('owner UNKNOWN_FIELD');
  });

  it.each([{ path: 'nothing' }, { query: { q: { $gt: 1 } } }, { query: [] }, { columns: { a: 1 } }])(
    '%j is no view',
    async (more) => {
      expect((await person.client.post('/saved-views', view(more))).status).toBe(400);
    },
  );
});
