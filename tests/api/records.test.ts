import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

describe('revisions', () => {
  it('a change needs the revision that was read', async () => {
    const unit = await make.unit();
    const answer = await by.put(`/units/${unit.documentId}`, { data: { leader: '甲' } });
    expect(answer.status).toBe(428);
    expect(answer.error.details.code).toBe('REV_REQUIRED');
  });

  it.each(['', '"x"', '*', '"1", "2"', '-1'])('%j is no revision', async (header) => {
    const unit = await make.unit();
    const answer = await by.call('PUT', `/units/${unit.documentId}`, {
      body: { data: { leader: '甲' } },
      headers: { 'If-Match': header },
    });
    expect(answer.status).toBe(428);
  });

  it('counts up with every change, and not for none', async () => {
    const unit = await make.unit();
    const path = `/units/${unit.documentId}`;
    expect(unit.rev).toBe(1);
    expect((await by.put<Rec>(path, { data: { leader: '甲' } }, 1)).data.rev).toBe(2);
    expect((await by.put<Rec>(path, { data: { leader: '甲' } }, 2)).data.rev).toBe(2);
    expect((await by.put<Rec>(path, { data: { leader: null } }, 2)).data).toMatchObject({
      rev: 3,
      leader: null,
    });
  });

  it('a stale change is refused with the record as it is now', async () => {
    const unit = await make.unit();
    const path = `/units/${unit.documentId}`;
    await by.put(path, { data: { leader: '先' } }, 1);
    const late = await by.put(path, { data: { leader: '后' } }, 1);
    expect(late.status).toBe(409);
    expect(late.error.details).toMatchObject({ code: 'REV_CONFLICT', current: { leader: '先', rev: 2 } });
  });

  it('of writers at the same moment exactly one wins', async () => {
    const unit = await make.unit();
    const path = `/units/${unit.documentId}`;
    const names = Array.from({ length: 8 }, (_, at) => `第${at}`);
    const answers = await Promise.all(names.map((leader) => by.put<Rec>(path, { data: { leader } }, 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
    const winner = answers.find(({ status }) => status === 200);
    const now = await by.get<Rec>(path);
    expect(now.data).toMatchObject({ leader: winner?.data.leader, rev: 2 });
  });
});

describe('what belongs together', () => {
  it.each([
    ['units', async () => ({ name: unique('同名'), unitClass: 'key' }), ['name']],
    ['towns', async () => ({ name: unique('同镇') }), ['name']],
    ['staff', async () => ({ username: unique('same'), displayName: '甲', role: 'inspector' }), ['username']],
    [
      'stations',
      async () => ({ name: unique('同站'), level: 'station', town: (await make.town()).documentId }),
      ['name', 'town'],
    ],
    ['activities', async () => make.activityValues(), ['station', 'startsAt', 'title', 'unit']],
  ])('the same of %s twice is refused, naming the fields', async (plural, values, fields) => {
    const data = await values();
    expect((await by.post(`/${plural}`, { data })).status).toBe(201);
    const again = await by.post(`/${plural}`, { data });
    expect(again.status).toBe(409);
    expect(again.error.details.code).toBe('DUPLICATE');
    expect(again.error.details.errors?.map(({ path }) => path[0]).sort()).toEqual([...fields].sort());
  });

  it('of two that create the same at the same moment one wins', async () => {
    const data = { name: unique('同时'), unitClass: 'key' };
    const answers = await Promise.all([1, 2, 3].map(() => by.post('/units', { data })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each(['测试局（城东）', '测试局(城东)', '（城东'])(
    'a search for %s finds a name with Chinese brackets',
    async (text) => {
      const unit = await make.unit({ name: `${unique('查')}测试局（城东）` });
      const name = String(unit.name);
      const prefix = name.slice(0, name.indexOf('测试局'));
      const query = text.startsWith('（') ? text : prefix + text;
      const answer = await by.get<Rec[]>(`/units?_q=${encodeURIComponent(query)}&pagination[pageSize]=100`);
      expect(answer.data.map(({ documentId }) => documentId)).toContain(unit.documentId);
    },
  );

  it('what others point at is not deleted', async () => {
    const pairing = await make.pairing();
    const { data } = await by.get<Rec>(`/pairings/${pairing.documentId}?populate[0]=unit`);
    const unit = data.unit as Rec;
    const refused = await by.remove(`/units/${unit.documentId}`, 1);
    expect(refused.status).toBe(409);
    expect(refused.error.details).toMatchObject({ code: 'IN_USE', usedBy: 'pairing' });
    expect((await by.remove(`/pairings/${pairing.documentId}`, 1)).status).toBe(204);
    expect((await by.remove(`/units/${unit.documentId}`, 1)).status).toBe(204);
    expect((await by.get(`/units/${unit.documentId}`)).status).toBe(404);
  });

  it('a relation to nothing, to a wrong type or to a foreign record is an error of its field', async () => {
    const own = await make.unit();
    const person = await make.person('unit', { unit: own.documentId });
    const foreign = await make.unit();
    const team = (unit: unknown) =>
      person.client.post('/volunteer-teams', { data: { name: unique('队'), ownerKind: 'unit', unit } });
    const station = await make.station();
    for (const unit of ['abcdefghijklmnopqrstuvwx', station.documentId, foreign.documentId]) {
      const answer = await team(unit);
      expect(answer.status).toBe(400);
      expect(answer.error.details.errors).toMatchObject([{ path: ['unit'], code: 'UNKNOWN_RELATION' }]);
    }
    for (const unit of [7, ['x'], { connect: [own.id] }, { set: [] }]) {
      expect((await team(unit)).status, JSON.stringify(unit)).toBe(400);
    }
    expect((await team(own.documentId)).status).toBe(201);
  });

  it('nobody moves a record into foreign hands or out of them', async () => {
    const own = await make.unit();
    const person = await make.person('unit', { unit: own.documentId });
    const team = await make.team({ unit: own.documentId });
    for (const unit of [null, (await make.unit()).documentId]) {
      const answer = await person.client.put(`/volunteer-teams/${team.documentId}`, { data: { unit } }, 1);
      expect([400, 403]).toContain(answer.status);
    }
    const now = await by.get<Rec>(`/volunteer-teams/${team.documentId}?populate[0]=unit`);
    expect(now.data).toMatchObject({ rev: 1, unit: { documentId: own.documentId } });
  });
});

describe('what only the server writes', () => {
  it.each([
    ['state', 'verified'],
    ['rev', 9],
    ['day', '2022-01-01'],
    ['month', '2022-01'],
    ['verifiedAt', '2022-01-01T00:00:00.000Z'],
    ['id', 1],
    ['documentId', 'abcdefghijklmnopqrstuvwx'],
    ['createdAt', '2022-01-01T00:00:00.000Z'],
    ['createdBy', 1],
    ['example', true],
    ['locale', 'en'],
    ['photos', [1]],
    ['unknown', 'x'],
  ])('an activity’s %s', async (field, value) => {
    const data = { ...(await make.activityValues()), [field]: value };
    const answer = await by.post('/activities', { data });
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors?.map(({ path, code }) => [path[0], code])).toContainEqual([
      field,
      'UNKNOWN_FIELD',
    ]);
  });

  it('day and month follow the start in the time of the programme', async () => {
    const activity = await make.activity({
      startsAt: '2022-11-30T16:00:00.000Z',
      endsAt: '2022-11-30T17:00:00.000Z',
    });
    expect(activity).toMatchObject({ day: '2022-12-01', month: '2022-12', state: 'planned' });
    const later = await by.put<Rec>(
      `/activities/${activity.documentId}`,
      { data: { startsAt: '2022-11-30T15:59:00.000Z' } },
      1,
    );
    expect(later.data).toMatchObject({ day: '2022-11-30', month: '2022-11' });
  });

  it('an activity belongs to the pairing of its unit and site', async () => {
    const pairing = await make.pairing();
    const { data } = await by.get<Rec>(
      `/pairings/${pairing.documentId}?populate[0]=unit&populate[1]=station`,
    );
    const activity = await make.activity({
      unit: (data.unit as Rec).documentId,
      station: (data.station as Rec).documentId,
    });
    const found = await by.get<Rec>(`/activities/${activity.documentId}?populate[0]=pairing`);
    expect(found.data.pairing).toMatchObject({ documentId: pairing.documentId });
  });
});

describe('fields in error', () => {
  it('all of them are named, each with its code and words', async () => {
    const data = {
      title: 'x'.repeat(121),
      unit: null,
      startsAt: 'yesterday',
      endsAt: '2022-02-30T00:00:00.000Z',
      expectedPeople: -1,
      venueKind: 'moon',
    };
    const answer = await by.post('/activities', { data });
    expect(answer.status).toBe(400);
    const found = Object.fromEntries(
      (answer.error.details.errors ?? []).map(({ path, code }) => [path[0], code]),
    );
    expect(found).toMatchObject({
      title: 'TOO_LONG',
      category: 'REQUIRED',
      unit: 'REQUIRED',
      station: 'REQUIRED',
      startsAt: 'WRONG_TYPE',
      expectedPeople: 'OUT_OF_RANGE',
    });
    expect(Object.keys(found)).toContain('venueKind');
    for (const { message } of answer.error.details.errors ?? []) expect(message).toMatch(/[一-鿿]/);
  });

  it('speaks English to whom asks for it', async () => {
    const answer = await by.call('POST', '/units', {
      body: { data: { name: 1 } },
      headers: { 'Accept-Language': 'en' },
    });
    expect(answer.error.message).toBe('Something needs correcting.');
    for (const { message } of answer.error.details.errors ?? []) expect(message).not.toMatch(/[一-鿿]/);
  });

  it('a record’s history tells who changed what, newest first', async () => {
    const unit = await make.unit();
    await by.put(`/units/${unit.documentId}`, { data: { leader: '新领导' } }, 1);
    const history = await by.get<Rec[]>(`/units/${unit.documentId}/history`);
    expect(history.data.map((entry) => [entry.action, entry.rev])).toEqual([
      ['update', 2],
      ['create', 1],
    ]);
    expect(history.data[0]?.changes).toEqual({ leader: [null, '新领导'] });
    expect(history.data[0]?.actorName).toBeTypeOf('string');
  });

  it('a changed relation is told by name', async () => {
    const made = async () => (await by.post<Rec>('/departments', { data: { name: unique('部门') } })).data;
    const [first, second] = [await made(), await made()];
    const unit = await make.unit({ department: first.documentId });
    await by.put(`/units/${unit.documentId}`, { data: { department: second.documentId } }, 1);
    const history = await by.get<Rec[]>(`/units/${unit.documentId}/history`);
    expect(history.data[0]?.changes).toEqual({ department: [first.name, second.name] });
  });
});
