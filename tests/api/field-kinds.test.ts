import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import { PICTURE } from './support/files';

// A type of the office's own with every kind of field: `support/model`.

type Named = { documentId: string; name: string };
type Gift = { id: number; name: string | null; pieces: number | null; boxes: unknown[]; from: Named[] };
type Visit = Rec & {
  teams: Named[];
  address: { street: string; town: Named | null } | null;
  gifts: Gift[];
  parts: ({ __component: string; id: number } & Record<string, unknown>)[];
  followUps: { documentId: string; title: string }[];
};

const EVERYTHING = ['teams', 'address', 'gifts', 'parts', 'followUps', 'unit', 'partner', 'photos', 'cover']
  .map((name, at) => `populate[${at}]=${name}`)
  .join('&');

let by: Client;
let make: Builders;
let town: Rec;
let teams: Rec[];
beforeAll(async () => {
  by = await office();
  make = builders(by);
  town = await make.town();
  teams = [await make.team(), await make.team(), await make.team()];
});

const team = (at: number) => teams[at]?.documentId ?? '';
const read = async (id: string) => (await by.get<Visit>(`/visits/${id}?${EVERYTHING}`)).data;
const problems = (answer: Awaited<ReturnType<Client['post']>>) =>
  Object.fromEntries((answer.error.details.errors ?? []).map(({ path, code }) => [path.join('.'), code]));

const SCALARS = {
  reason: 'illness',
  note: '行动不便',
  story: '# 走访\n正文',
  content: [{ type: 'paragraph', children: [{ type: 'text', text: '正文' }] }],
  extra: { a: [1, null, { b: '' }] },
  count: 3,
  money: 12.5,
  big: '9007199254740991',
  ratio: 0.25,
  urgent: true,
  day: '2022-11-01',
  at: '2022-11-01T00:30:00.000Z',
  clock: '08:30:00.000',
  mail: 'zhang@example.cn',
};

describe('a record with every kind of field', () => {
  it('is read back as it was written', async () => {
    const visit = await make.visit({ ...SCALARS, clock: '08:30' });
    expect(await read(visit.documentId)).toMatchObject(SCALARS);
  });

  it('keeps its relations, components and zones, in their order', async () => {
    const other = await make.visit();
    const visit = await make.visit({
      teams: [team(2), team(0)],
      partner: other.documentId,
      followUps: [other.documentId],
      address: { street: '人民路', town: town.documentId },
      gifts: [
        { name: '米', pieces: 2, from: [team(1)], boxes: [{ label: '甲' }, { label: '乙' }] },
        { name: '油', pieces: 1 },
      ],
      parts: [
        { __component: 'shared.gift', name: '书' },
        { __component: 'shared.address', street: '解放路' },
      ],
    });
    const stored = await read(visit.documentId);
    expect(stored.teams.map(({ documentId }) => documentId)).toEqual([team(2), team(0)]);
    expect(stored.teams[0]).toHaveProperty('name');
    expect(stored.followUps.map(({ title }) => title)).toEqual([other.title]);
    expect(stored.address).toMatchObject({ street: '人民路', town: { name: town.name } });
    expect(stored.gifts.map(({ name, pieces }) => [name, pieces])).toEqual([
      ['米', 2],
      ['油', 1],
    ]);
    expect(stored.gifts[0]).toMatchObject({
      from: [{ name: teams[1]?.name }],
      boxes: [{ label: '甲' }, { label: '乙' }],
    });
    expect(stored.parts.map(({ __component: uid, name, street }) => [uid, name ?? street])).toEqual([
      ['shared.gift', '书'],
      ['shared.address', '解放路'],
    ]);
  });

  it('changes only what is named; a component that says its row keeps it', async () => {
    const visit = await make.visit({
      teams: [team(0)],
      address: { street: '人民路' },
      gifts: [{ name: '米' }, { name: '油' }],
    });
    const before = await read(visit.documentId);
    const oil = before.gifts[1]?.id;
    const gifts = [{ id: oil, name: '油', pieces: 9 }, { name: '面' }];
    await by.put(`/visits/${visit.documentId}`, { data: { gifts, address: null } }, 1);
    const after = await read(visit.documentId);
    expect(after.gifts.map(({ name, pieces }) => [name, pieces])).toEqual([
      ['油', 9],
      ['面', null],
    ]);
    expect(after.gifts[0]?.id).toBe(oil);
    expect(after.address).toBeNull();
    expect(after.teams).toHaveLength(1);
  });

  it('takes no row of another record for its own', async () => {
    const theirs = await make.visit({ gifts: [{ name: '米' }] });
    const id = (await read(theirs.documentId)).gifts[0]?.id;
    const mine = await make.visit({ gifts: [{ id, name: '改过' }] });
    expect((await read(theirs.documentId)).gifts[0]?.name).toBe('米');
    expect((await read(mine.documentId)).gifts[0]?.id).not.toBe(id);
  });

  it('is not written again by the same values', async () => {
    const values = {
      ...SCALARS,
      teams: [team(1), team(0)],
      gifts: [{ name: '米' }],
      address: { street: '路' },
    };
    const visit = await make.visit(values);
    const again = await by.put<Rec>(`/visits/${visit.documentId}`, { data: values }, 1);
    expect(again.data.rev).toBe(1);
  });

  it('goes with all that lies within it, and not while another record points at it', async () => {
    const other = await make.visit();
    const visit = await make.visit({
      followUps: [other.documentId],
      gifts: [{ name: '米', from: [team(0)] }],
    });
    const held = await by.remove(`/visits/${other.documentId}`, 1);
    expect(held.error.details).toMatchObject({ code: 'IN_USE', usedBy: 'visit' });
    const giver = await make.team();
    await make.visit({ gifts: [{ from: [giver.documentId] }] });
    expect((await by.remove(`/volunteer-teams/${giver.documentId}`, 1)).error.details.code).toBe('IN_USE');
    expect((await by.remove(`/visits/${visit.documentId}`, 1)).status).toBe(204);
    expect((await by.remove(`/visits/${other.documentId}`, 1)).status).toBe(204);
  });

  it('tells its history by names', async () => {
    const visit = await make.visit({ teams: [team(0)], gifts: [{ name: '米', from: [team(1)] }] });
    const history = await by.get<{ changes: Record<string, unknown[]> }[]>(
      `/visits/${visit.documentId}/history`,
    );
    expect(history.data[0]?.changes.teams).toEqual([null, [teams[0]?.name]]);
    expect(history.data[0]?.changes.gifts).toEqual([null, [{ name: '米' }]]);
  });
});

describe('a file within a component', () => {
  type Photo = { documentId: string; name: string };
  const send = (visit: Rec, place: string, rev: number, name = 'a.png', client = by) => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(PICTURE)], { type: 'image/png' }), name);
    return client.call<Rec>('POST', `/visits/${visit.documentId}/files/${place}`, { raw: form, rev });
  };
  const photos = async (visit: Rec) =>
    ((await read(visit.documentId)).gifts as unknown as { id: number; photo: Photo[] }[])[0]?.photo ?? [];

  it('is kept with its row, seen by whoever sees the record, and goes with the component', async () => {
    const unit = await make.unit();
    const visit = await make.visit({ unit: unit.documentId, gifts: [{ name: '米' }] });
    const id = (await read(visit.documentId)).gifts[0]?.id;
    expect((await send(visit, `gifts.${id}.photo`, 1)).status).toBe(201);
    expect((await send(visit, `gifts.${id}.photo`, 2, 'b.png')).status).toBe(201);
    const [photo, ...more] = await photos(visit);
    expect([photo?.name, more]).toEqual(['b.png', []]);
    const own = await make.person('unit', { unit: unit.documentId });
    const other = await make.person('unit', { unit: (await make.unit()).documentId });
    const file = `/files/${photo?.documentId}`;
    expect((await own.client.get(file)).status).toBe(200);
    expect((await other.client.get(file)).status).toBe(404);
    const kept = { gifts: [{ id, name: '面' }] };
    await by.put(`/visits/${visit.documentId}`, { data: kept }, 3);
    expect(await photos(visit)).toHaveLength(1);
    await by.put(`/visits/${visit.documentId}`, { data: { gifts: [] } }, 4);
    expect((await own.client.get(file)).status).toBe(404);
  });

  it('has no place in another record, in no component, or for whom may not write it', async () => {
    const [mine, theirs] = [await make.visit({ gifts: [{ name: '米' }] }), await make.visit({ gifts: [{}] })];
    const id = (await read(theirs.documentId)).gifts[0]?.id;
    for (const place of [`gifts.${id}.photo`, 'gifts.photo', 'gifts.1x.photo', `gifts.${id}.name`, 'title'])
      expect((await send(mine, place, 1)).status, place).toBe(404);
    const { client } = await make.person('civilityOffice');
    expect((await send(theirs, `gifts.${id}.photo`, 1, 'a.png', client)).status).toBe(403);
  });
});

describe('what is wrong is said of the very field', () => {
  it('however deep it lies', async () => {
    const answer = await by.post('/visits', {
      data: {
        title: '',
        reason: 'moon',
        count: 501,
        money: 1.234,
        big: '9007199254740992',
        clock: '25:00',
        mail: 'zhang',
        code: '汉字',
        number: 'a1',
        teams: [team(0), 'nothing'],
        address: {},
        gifts: [{ name: '米', pieces: 0, price: 3, boxes: [{ label: '过长的箱子标签一二三四' }] }],
        parts: [{ __component: 'shared.box' }, 3],
        photos: [],
      },
    });
    expect(answer.status).toBe(400);
    expect(problems(answer)).toEqual({
      title: 'REQUIRED',
      reason: 'NOT_AN_OPTION',
      count: 'OUT_OF_RANGE',
      money: 'WRONG_TYPE',
      big: 'OUT_OF_RANGE',
      clock: 'WRONG_TYPE',
      mail: 'WRONG_TYPE',
      code: 'WRONG_TYPE',
      number: 'WRONG_TYPE',
      'teams.1': 'UNKNOWN_RELATION',
      'address.street': 'REQUIRED',
      'gifts.0.pieces': 'OUT_OF_RANGE',
      'gifts.0.price': 'UNKNOWN_FIELD',
      'gifts.0.boxes.0.label': 'TOO_LONG',
      'parts.0.__component': 'NOT_AN_OPTION',
      'parts.1.__component': 'NOT_AN_OPTION',
      photos: 'UNKNOWN_FIELD',
    });
  });

  it.each([
    ['teams', 'x', 'WRONG_TYPE', 'teams'],
    ['teams', [1], 'WRONG_TYPE', 'teams.0'],
    ['teams', ['a', 'b', 'c', 'd', 'e', 'f'], 'OUT_OF_RANGE', 'teams'],
    ['gifts', { name: '米' }, 'WRONG_TYPE', 'gifts'],
    ['gifts', ['米'], 'WRONG_TYPE', 'gifts.0'],
    ['gifts', Array(201).fill({}), 'OUT_OF_RANGE', 'gifts'],
    ['address', [], 'WRONG_TYPE', 'address'],
    ['content', 'text', 'WRONG_TYPE', 'content'],
  ])('%s of %j', async (field, value, code, at) => {
    const answer = await by.post('/visits', { data: { title: '走访', reason: 'illness', [field]: value } });
    expect(answer.status).toBe(400);
    expect(problems(answer)[at]).toBe(code);
  });

  it('a value that must be unique names its field', async () => {
    const number = `A${Math.floor(Math.random() * 1e9)}`;
    await make.visit({ number });
    const answer = await by.post('/visits', { data: { title: '走访', reason: 'illness', number } });
    expect(answer.status).toBe(409);
    expect(problems(answer)).toEqual({ number: 'DUPLICATE' });
  });
});

describe('what the server makes itself', () => {
  it('an address from the title, and another one when it is taken', async () => {
    const title = `Visit ${unique('x')}`;
    const first = await make.visit({ title });
    const second = await make.visit({ title });
    expect(first.code).toBe(title.toLowerCase().replace(' ', '-'));
    expect(second.code).toMatch(new RegExp(`^${first.code}-[a-z0-9]{6}$`));
    expect((await make.visit({ title: '看望' })).code).toMatch(/^[a-z-]+[a-z0-9-]*$/);
  });

  it('the hash of a password, which nobody reads', async () => {
    const visit = await make.visit({ secret: 'long enough' });
    expect(visit).not.toHaveProperty('secret');
    const history = await by.get<{ changes: Record<string, unknown> }[]>(
      `/visits/${visit.documentId}/history`,
    );
    expect(JSON.stringify(history.data)).not.toContain('$2');
    for (const query of [
      'fields[0]=secret',
      'filters[secret][$null]=true',
      'sort[0]=secret',
      'sort[0]=hidden',
    ])
      expect((await by.get(`/visits?${query}`)).status, query).toBe(400);
  });

  it('the hash of a password within a component, kept with its row', async () => {
    const visit = await make.visit({ gifts: [{ name: '米', pin: 'long enough' }] });
    const [gift] = (await read(visit.documentId)).gifts;
    expect(gift).not.toHaveProperty('pin');
    const db = connect(inject('server'));
    const stored = async () => {
      const row = await db('components_shared_gifts').where({ id: gift?.id }).first('pin');
      return String(row.pin);
    };
    const hash = await stored();
    expect(hash).toMatch(/^\$2/);
    const body = { data: { gifts: [{ id: gift?.id, name: '油' }] } };
    expect((await by.put(`/visits/${visit.documentId}`, body, 1)).status).toBe(200);
    expect(await stored()).toBe(hash);
    await db.destroy();
  });

  it('what a private field holds, also in the history', async () => {
    const visit = await make.visit();
    expect(visit).not.toHaveProperty('hidden');
    const history = await by.get<object[]>(`/visits/${visit.documentId}/history`);
    expect(history.data).toHaveLength(1);
    expect(JSON.stringify(history.data)).not.toContain('kept back');
  });

  it('a name from a role that may not read it, where it is found, led to or told of', async () => {
    const { client } = await make.person('civilityOffice');
    const title = unique('暗访');
    const partner = await make.visit({ title });
    const visit = await make.visit({ partner: partner.documentId, followUps: [partner.documentId] });
    const found = async (one: Client) => (await one.get(`/visits?_q=${title}`)).meta.pagination.total;
    expect([await found(by), await found(client)]).toEqual([1, 0]);
    const address = `/visits/${visit.documentId}`;
    const list = `/visits?filters[documentId][$eq]=${visit.documentId}&populate[0]=partner`;
    for (const path of [`${address}?${EVERYTHING}`, list, `${address}/history`]) {
      expect(JSON.stringify((await by.get(path)).data), path).toContain(title);
      const told = await client.get(path);
      expect(told.status, path).toBe(200);
      expect(JSON.stringify(told.data), path).not.toContain(title);
    }
  });
});

describe('lists', () => {
  it('are filtered by a to-many relation', async () => {
    const [one, two] = [await make.team(), await make.team()];
    const both = await make.visit({ teams: [one.documentId, two.documentId] });
    const single = await make.visit({ teams: [two.documentId] });
    const none = await make.visit();
    const found = async (query: string) => {
      const ids = [both, single, none].map(
        ({ documentId }, at) => `filters[documentId][$in][${at}]=${documentId}`,
      );
      const { data } = await by.get(`/visits?${ids.join('&')}&${query}`);
      return data.map(({ documentId }) =>
        [both, single, none].findIndex((one) => one.documentId === documentId),
      );
    };
    expect(await found(`filters[teams][documentId][$eq]=${one.documentId}`)).toEqual([0]);
    const either = `filters[teams][documentId][$in][0]=${one.documentId}&filters[teams][documentId][$in][1]=${two.documentId}`;
    expect(await found(either)).toEqual([0, 1]);
    expect(await found(`filters[teams][documentId][$ne]=${one.documentId}`)).toEqual([1, 2]);
    expect(await found('filters[teams][$null]=true')).toEqual([2]);
    expect(await found('filters[teams][$notNull]=true')).toEqual([0, 1]);
  });

  it.each([
    'filters[teams][name][$eq]=x',
    'filters[teams][documentId][$gt]=x',
    'filters[teams]=x',
    'filters[gifts][name]=x',
    'populate[0]=nothing',
    'sort[0]=teams',
  ])('refuse %s', async (query) => {
    const answer = await by.get(`/visits?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.error.details.code).toBe('BAD_QUERY');
  });
});

describe('a foreign record', () => {
  it('is no target of a relation, to one or to many or within a component', async () => {
    const [mine, foreign] = [await make.unit(), await make.visit()];
    const { client } = await make.person('unit', { unit: mine.documentId });
    const values = { title: '走访', reason: 'illness', unit: mine.documentId };
    const many = await client.post('/visits', { data: { ...values, followUps: [foreign.documentId] } });
    expect(problems(many)).toEqual({ 'followUps.0': 'UNKNOWN_RELATION' });
    const one = await client.post('/visits', { data: { ...values, partner: foreign.documentId } });
    expect(problems(one)).toEqual({ partner: 'UNKNOWN_RELATION' });
  });
});

describe('a single type', () => {
  it('has one record at most', async () => {
    const first = await by.post('/duty-notices', { data: { text: '今日值班' } });
    expect([201, 409]).toContain(first.status);
    const second = await by.post('/duty-notices', { data: { text: '再来' } });
    expect(second.error.details.code).toBe('DUPLICATE');
    expect((await by.get('/duty-notices')).meta.pagination.total).toBe(1);
  });
});

describe('fields that the office has added to a type of the program', () => {
  it('are written, read and told like its own', async () => {
    const theme = await make.category();
    const unit = await make.unit({ founded: '1999-05-04', themes: [theme.documentId] });
    const stored = await by.get<Rec & { themes: Named[] }>(`/units/${unit.documentId}?populate[0]=themes`);
    expect(stored.data).toMatchObject({ founded: '1999-05-04', themes: [{ name: theme.name }] });
    const list = await by.get(`/units?filters[themes][documentId][$eq]=${theme.documentId}`);
    expect(list.data.map(({ documentId }) => documentId)).toEqual([unit.documentId]);
  });
});
