import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, REPORT, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;

beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** A site in a town with a paired unit, and a person at each. */
async function place() {
  const town = await make.town();
  const station = await make.station({ town: town.documentId });
  const unit = await make.unit();
  await make.pairing({ unit: unit.documentId, station: station.documentId });
  return {
    station,
    unit,
    category: await make.category(),
    clerk: (await make.person('station', { station: station.documentId })).client,
    townClerk: (await make.person('town', { town: town.documentId })).client,
    contact: (await make.person('unit', { unit: unit.documentId })).client,
  };
}

const address = (plural: string, record: Rec) => `/${plural}/${record.documentId}`;

describe('a site’s annual plan', () => {
  it('is written by the site, approved by its town, and then fixed with everything in it', async () => {
    const { station, category, clerk, townClerk } = await place();
    const data = { station: station.documentId, year: 2022, leader: '王五', goals: '每月四场' };
    const plan = (await clerk.post<Rec>('/site-plans', { data })).data;
    expect(plan.title).toBe(`${station.name} 2022 年度计划`);
    const at = address('site-plans', plan);
    expect((await clerk.step(at, 'submit', plan.rev)).error.details.errors).toMatchObject([
      { path: ['items'], code: 'GATE_NOT_MET' },
    ]);
    const item = { title: '义诊', plan: plan.documentId, month: '2022-11', category: category.documentId };
    const made = (await clerk.post<Rec>('/plan-items', { data: item })).data;
    await step(clerk, at, 'submit');
    const itemAt = address('plan-items', made);
    const late = await clerk.put(itemAt, { data: { title: '改' } }, made.rev);
    expect([late.status, late.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    expect((await clerk.remove(itemAt, made.rev)).status).toBe(409);
    expect((await clerk.post('/plan-items', { data: { ...item, title: '又一' } })).status).toBe(409);
    expect((await clerk.step(at, 'approve', 2)).status).toBe(403);
    await step(townClerk, at, 'return', '场次太少');
    const again = await clerk.put(itemAt, { data: { plannedCount: 3 } }, made.rev);
    expect(again.status, again.text).toBe(200);
    await step(clerk, at, 'submit');
    expect((await step(townClerk, at, 'approve')).state).toBe('approved');
  });

  it('is there once a year, with items in its months', async () => {
    const { station, category, clerk } = await place();
    const data = { station: station.documentId, year: 2022, leader: '王五' };
    const plan = (await clerk.post<Rec>('/site-plans', { data })).data;
    expect((await clerk.post('/site-plans', { data })).error.details.code).toBe('DUPLICATE');
    for (const month of ['2023-01', '2022-13', '2022-1', '七月', 202211]) {
      const item = { title: '义诊', plan: plan.documentId, month, category: category.documentId };
      const answer = await clerk.post('/plan-items', { data: item });
      expect(answer.error.details.errors?.[0]?.path, String(month)).toEqual(['month']);
    }
  });

  it('is read by who is paired with the site, and written by no other site', async () => {
    const mine = await place();
    const other = await place();
    const plan = await make.sitePlan({ station: mine.station.documentId });
    const at = address('site-plans', plan);
    for (const client of [mine.clerk, mine.townClerk, mine.contact])
      expect((await client.get(at)).status).toBe(200);
    for (const client of [other.clerk, other.townClerk, other.contact])
      expect((await client.get(at)).status).toBe(404);
    expect((await mine.contact.put(at, { data: { goals: '改' } }, plan.rev)).status).toBe(403);
  });
});

describe('a month’s schedule', () => {
  it('takes many rows at once, or none and says which field of which row is wrong', async () => {
    const { station, unit, category, clerk } = await place();
    const row = { title: '义诊', day: '2022-11-18', category: category.documentId, unit: unit.documentId };
    const post = (rows: unknown) =>
      clerk.post('/schedule-items/batch', { data: { station: station.documentId, rows } });
    const wrong = await post([
      row,
      { ...row, title: '讲座', startTime: '10:00', endTime: '9:00' },
      { ...row, title: '', day: '2022-02-30' },
    ]);
    expect(wrong.status).toBe(400);
    expect(wrong.error.details.errors?.map(({ path }) => path.join('.'))).toEqual([
      'rows.1.endTime',
      'rows.2.title',
      'rows.2.day',
    ]);
    const list = `/schedule-items?filters[station][documentId][$eq]=${station.documentId}`;
    expect((await clerk.get(list)).data).toEqual([]);
    const rows = [row, { ...row, title: '讲座', startTime: '09:00', endTime: '10:30' }];
    expect((await post(rows)).status).toBe(201);
    const twice = await post(rows);
    expect([twice.status, twice.error.details.code]).toEqual([409, 'DUPLICATE']);
    expect((await clerk.get(list)).data.map(({ month }) => month)).toEqual(['2022-11', '2022-11']);
    for (const bad of [undefined, [], 'x', [1], [[]], Array.from({ length: 201 }, () => row)])
      expect((await post(bad)).status).toBe(400);
  });

  it('is not for another site to fill', async () => {
    const { station, category } = await place();
    const { clerk, contact } = await place();
    const rows = [{ title: '义诊', day: '2022-11-18', category: category.documentId }];
    const data = { station: station.documentId, rows };
    expect((await clerk.post('/schedule-items/batch', { data })).status).toBe(400);
    expect((await contact.post('/schedule-items/batch', { data })).status).toBe(403);
    const answer = await by.call('POST', '/schedule-items/batch', {
      body: { data },
      headers: { Authorization: '' },
    });
    expect(answer.status).toBe(401);
  });

  it('carries out items of the site’s own plan, and is carried out by its own activities', async () => {
    const { station, category, clerk } = await place();
    const foreign = await place();
    const plan = await make.sitePlan({ station: station.documentId });
    const planItem = (await make.planItem({ plan: plan.documentId })).documentId;
    const of = { category: category.documentId, planItem };
    const item = await make.scheduleItem({ station: station.documentId, ...of });
    const wrong = await by.post('/schedule-items', {
      data: { title: '错', day: '2022-11-02', station: foreign.station.documentId, ...of },
    });
    expect(wrong.error.details.errors).toMatchObject([{ path: ['planItem'], code: 'NOT_AN_OPTION' }]);
    const scheduleItem = item.documentId;
    await make.activity({ station: station.documentId, scheduleItem });
    const values = await make.activityValues({ station: foreign.station.documentId, scheduleItem });
    const away = await by.post('/activities', { data: values });
    expect(away.error.details.errors).toMatchObject([{ path: ['scheduleItem'], code: 'NOT_AN_OPTION' }]);
    const removed = await clerk.remove(address('schedule-items', item), item.rev);
    expect([removed.status, removed.error.details.code]).toEqual([409, 'IN_USE']);
  });
});

describe('plan against actual', () => {
  it('is counted by month and category', async () => {
    const { station, unit, category, clerk, contact } = await place();
    const other = await place();
    const of = { station: station.documentId, category: category.documentId };
    const plan = await make.sitePlan({ station: station.documentId });
    for (const month of ['2022-10', '2022-12'])
      await make.planItem({ plan: plan.documentId, category: of.category, month, plannedCount: 2 });
    await make.scheduleItem({ ...of, day: '2022-10-12' });
    await make.scheduleItem({ ...of, day: '2023-01-03' });
    const at = (day: string) => ({ startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z` });
    const held = await make.activity({ ...of, unit: unit.documentId, ...at('2022-10-12') });
    await make.activity({ ...of, unit: unit.documentId, ...at('2022-10-13') });
    await make.activity({ category: of.category, ...at('2022-10-12') });
    await make.activity({ ...of, station: other.station.documentId, ...at('2022-10-12') });
    const heldAt = address('activities', held);
    const { rev } = (await by.get<Rec>(heldAt)).data;
    const values = {
      firstAidOfficer: '钱七',
      guides: '赵八',
      ivolunteerNumber: '1',
      materialsReviewed: true,
    };
    await by.put(heldAt, { data: { ...values, ...REPORT } }, rev);
    for (const name of ['clear', 'announce', 'hold', 'report', 'verify']) await step(by, heldAt, name);
    const path = `/plans/standing?plan=${plan.documentId}`;
    const standing = await clerk.get<Rec[]>(path);
    const name = category.name;
    expect(standing.data).toMatchObject([
      {
        month: '2022-10',
        category: { name },
        planned: 2,
        scheduled: 1,
        held: 1,
        verified: 1,
        missed: 1,
        open: 0,
        extra: 0,
      },
      { month: '2022-12', category: { name }, planned: 2, scheduled: 0, held: 0, missed: 2, open: 0 },
    ]);
    const later = await make.sitePlan({ station: station.documentId, year: 2099 });
    await make.planItem({ plan: later.documentId, category: of.category, month: '2099-12' });
    const open = await clerk.get<Rec[]>(`/plans/standing?plan=${later.documentId}`);
    expect(open.data).toMatchObject([{ month: '2099-12', planned: 2, missed: 0, open: 2 }]);
    expect((await other.clerk.get(path)).status).toBe(404);
    expect((await contact.get(path)).status).toBe(403);
    expect((await clerk.get('/plans/standing')).status).toBe(400);
  });
});

describe('what a site offers', () => {
  const booked = async (offers: string[], station: string, values: Record<string, unknown> = {}) => ({
    data: await make.activityValues({ station, offers, ...values }),
  });

  it('is booked by one activity at a time, and told by name only to who may know the other', async () => {
    const { station, unit, clerk, contact } = await place();
    const other = await make.unit();
    const offer = await make.offer({ station: station.documentId });
    const of = (values: Record<string, unknown>) => booked([offer.documentId], station.documentId, values);
    const first = await by.post<Rec>(
      '/activities',
      await of({ unit: other.documentId, title: '别家的讲座' }),
    );
    expect(first.status, first.text).toBe(201);
    const mine = await of({ unit: unit.documentId });
    const told = (answer: Awaited<ReturnType<Client['post']>>) => answer.error.details.errors?.[0];
    const refused = await contact.post('/activities', mine);
    expect(refused.status).toBe(400);
    expect(told(refused)).toMatchObject({ path: ['offers'], code: 'OFFER_TAKEN' });
    expect(told(refused)?.message).toContain('已被其他活动预订');
    expect(told(await clerk.post('/activities', mine))?.message).toContain('别家的讲座');
    const after = { startsAt: '2022-11-18T03:00:00.000Z', endsAt: '2022-11-18T04:00:00.000Z' };
    const second = await contact.post<Rec>('/activities', await of({ unit: unit.documentId, ...after }));
    expect(second.status, second.text).toBe(201);
    const earlier = { startsAt: '2022-11-18T02:59:00.000Z' };
    const at = address('activities', second.data);
    expect(told(await contact.put(at, { data: earlier }, second.data.rev))?.code).toBe('OFFER_TAKEN');
    await step(by, address('activities', first.data), 'cancel', '改期');
    expect((await contact.put(at, { data: earlier }, second.data.rev)).status).toBe(200);
  });

  it('is there at its times, in its number, and at its own site', async () => {
    const { station } = await place();
    const away = await place();
    const times = [{ weekdays: [5], from: '09:00', to: '11:00' }];
    const room = await make.offer({ station: station.documentId, times });
    const seats = await make.offer({ station: station.documentId, kind: 'seat', quantity: 40 });
    const code = async (offer: Rec, values: Record<string, unknown> = {}) => {
      const body = await booked([offer.documentId], station.documentId, values);
      const answer = await by.post('/activities', body);
      return answer.status === 201 ? null : answer.error.details.errors?.[0]?.code;
    };
    expect(await code(room)).toBeNull();
    expect(
      await code(room, { startsAt: '2022-11-19T01:00:00.000Z', endsAt: '2022-11-19T02:00:00.000Z' }),
    ).toBe('OFFER_CLOSED');
    expect(await code(seats)).toBeNull();
    expect(await code(seats, { expectedPeople: 11 })).toBe('OFFER_TAKEN');
    expect(await code(seats, { expectedPeople: 10 })).toBeNull();
    expect(await code(room, { station: away.station.documentId })).toBe('NOT_AN_OPTION');
  });

  it('of which two want the last at once is booked by one', async () => {
    const { station } = await place();
    const offer = await make.offer({ station: station.documentId });
    const bodies = [];
    for (let at = 0; at < 4; at += 1) bodies.push(await booked([offer.documentId], station.documentId));
    const answers = await Promise.all(bodies.map((body) => by.post('/activities', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
  });

  it('stays with an activity that changes in nothing of it, and has times of a form', async () => {
    const { station } = await place();
    const offer = await make.offer({ station: station.documentId });
    const body = await booked([offer.documentId], station.documentId);
    const activity = (await by.post<Rec>('/activities', body)).data;
    await by.put(address('site-offers', offer), { data: { active: false } }, offer.rev);
    const renamed = await by.put<Rec>(
      address('activities', activity),
      { data: { venue: '二楼' } },
      activity.rev,
    );
    expect(renamed.status, renamed.text).toBe(200);
    const data = { name: '会议室', kind: 'room', station: station.documentId };
    for (const times of ['x', {}, [{ weekdays: [8], from: '09:00', to: '10:00' }]])
      expect((await by.post('/site-offers', { data: { ...data, times } })).status).toBe(400);
  });
});

describe('a detailed plan', () => {
  it('is one party’s, sent in with tasks whose progress stays open', async () => {
    const { unit, station, contact } = await place();
    const both = { leader: '王五', unit: unit.documentId, station: station.documentId };
    expect((await by.post('/action-plans', { data: both })).error.details.errors?.[0]?.code).toBe(
      'NOT_AN_OPTION',
    );
    expect((await by.post('/action-plans', { data: { leader: '王五' } })).status).toBe(400);
    const programme = (await make.programme()).documentId;
    const data = { leader: '王五', unit: unit.documentId, programme };
    const plan = (await contact.post<Rec>('/action-plans', { data })).data;
    expect(plan.title).toBe(`${unit.name}具体方案`);
    expect((await contact.post('/action-plans', { data })).error.details.code).toBe('DUPLICATE');
    const at = address('action-plans', plan);
    expect((await contact.step(at, 'submit', plan.rev)).status).toBe(422);
    const task = { title: '组建队伍', owner: '赵六', dueOn: '2022-11-30', plan: plan.documentId };
    const made = (await contact.post<Rec>('/plan-tasks', { data: task })).data;
    await step(contact, at, 'submit');
    await step(by, at, 'accept');
    const taskAt = address('plan-tasks', made);
    expect((await contact.put(taskAt, { data: { dueOn: '2022-12-30' } }, made.rev)).status).toBe(409);
    const done = await contact.put(taskAt, { data: { done: true, doneOn: '2022-11-20' } }, made.rev);
    expect(done.status, done.text).toBe(200);
    expect((await contact.remove(taskAt, made.rev + 1)).status).toBe(409);
  });

  it('is missing where a party has not sent it in, told to each within its scope', async () => {
    const { station, townClerk, contact } = await place();
    const mine = async () =>
      (await townClerk.get<{ groups: Rec[]; missing: Rec[] }>('/plans/coverage?kind=station')).data;
    expect((await mine()).missing).toMatchObject([{ documentId: station.documentId, state: null }]);
    const data = { leader: '王五', station: station.documentId };
    const plan = (await by.post<Rec>('/action-plans', { data })).data;
    expect((await by.post('/action-plans', { data })).error.details.code).toBe('DUPLICATE');
    await make.planTask({ plan: plan.documentId });
    expect((await mine()).missing).toMatchObject([{ plan: plan.documentId, state: 'draft' }]);
    await step(by, address('action-plans', plan), 'submit');
    const after = await mine();
    expect(after.missing).toEqual([]);
    expect(after.groups).toMatchObject([{ total: 1, made: 1, accepted: 0 }]);
    expect((await townClerk.get('/plans/coverage?kind=unit')).status).toBe(400);
    expect((await contact.get('/plans/coverage?kind=unit')).status).toBe(403);
    for (const kind of ['unit', 'station', 'department']) {
      const answer = await by.get<{ groups: { total: number }[] }>(`/plans/coverage?kind=${kind}`);
      expect(answer.status, answer.text).toBe(200);
    }
    expect((await by.get('/plans/coverage?kind=unit&page=0')).status).toBe(400);
  });
});

describe('weekly liaison content', () => {
  it('is proposed by one side and agreed by the other', async () => {
    const { station, unit, clerk, contact } = await place();
    const pairing = (await clerk.get('/pairings')).data[0]?.documentId;
    const data = { pairing, week: '2022-11-18', content: '清洁楼道' };
    const made = (await contact.post<Rec>('/liaison-contents', { data })).data;
    expect(made).toMatchObject({
      week: '2022-11-14',
      title: `${unit.name} · ${station.name} · 2022-11-14 当周`,
    });
    const again = await clerk.post('/liaison-contents', { data: { ...data, week: '2022-11-20' } });
    expect(again.error.details.code).toBe('DUPLICATE');
    const at = address('liaison-contents', made);
    await step(contact, at, 'proposeForUnit');
    const { rev } = (await contact.get<Rec>(at)).data;
    expect((await contact.step(at, 'agreeForSite', rev)).status).toBe(403);
    expect((await contact.put(at, { data: { content: '改' } }, rev)).status).toBe(409);
    await step(clerk, at, 'returnToUnit', '请写明时间');
    await step(clerk, at, 'proposeForSite');
    expect((await step(contact, at, 'agreeForUnit')).agreedAt).not.toBeNull();
  });

  it('is missing where nothing is agreed for a week', async () => {
    const { unit, clerk, contact } = await place();
    const pairing = String((await clerk.get('/pairings')).data[0]?.documentId);
    type Week = { week: string; total: number; agreed: number; rows: Rec[] };
    const week = async (client: Client, more = '') =>
      (await client.get<Week>(`/plans/liaison?week=2022-11-16${more}`)).data;
    expect(await week(contact)).toMatchObject({
      week: '2022-11-14',
      total: 1,
      agreed: 0,
      rows: [{ state: null }],
    });
    const made = await make.liaison({ pairing, week: '2022-11-14' });
    expect((await week(clerk)).rows).toMatchObject([
      { unit: unit.name, item: made.documentId, state: 'draft' },
    ]);
    const at = address('liaison-contents', made);
    await step(contact, at, 'proposeForUnit');
    expect((await week(clerk, '&open=true')).rows).toHaveLength(1);
    await step(clerk, at, 'agreeForSite');
    expect(await week(clerk, '&open=true')).toMatchObject({ total: 1, agreed: 1, rows: [] });
    expect((await clerk.get('/plans/liaison?week=2022-13-01')).status).toBe(400);
  });
});
