import { addDays, dayOf, instantAt } from '@jiedui/shared/calendar';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, type Person, step, unique } from './support/builders';
import { Client, office, type Rec } from './support/client';
import { connect } from './support/connect';

const TODAY = dayOf(new Date().toISOString());
const on = (day: string, from = '09:00', to = '11:00') => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
});

type Shown = { documentId: string; title: string };

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** A site with a paired unit, an activity of theirs in a week, and a person of each. */
async function place() {
  const town = await make.town();
  const station = await make.station({ town: town.documentId });
  const unit = await make.unit();
  const of = { unit: unit.documentId, station: station.documentId };
  await make.pairing(of);
  return {
    of,
    unit,
    station,
    activity: await make.activity({ ...of, ...on(addDays(TODAY, 7)) }),
    people: {
      unit: await make.person('unit', { unit: unit.documentId }),
      station: await make.person('station', { station: station.documentId }),
    },
  };
}

/** Copies of an activity, put beside the log straight into the table, which takes them away again. */
async function copies({ documentId }: Rec, count: number) {
  const knex = connect(inject('server'));
  const found = await knex('activities').where({ document_id: documentId }).first();
  const { id: _, document_id: __, ...row } = found;
  const rows = Array.from({ length: count }, (_row, at) => ({
    ...row,
    document_id: unique('calendar').padEnd(24, 'x'),
    title: `第 ${at} 场`,
  }));
  for (let start = 0; start < rows.length; start += 20)
    await knex('activities').insert(rows.slice(start, start + 20));
  return {
    async remove() {
      await knex('activities').where({ unit_id: found.unit_id }).whereNot({ id: found.id }).delete();
      await knex.destroy();
    },
  };
}

const windowOf = (client: Client, from: string, to: string, more = '') =>
  client.get<Shown[]>(`/calendar?from=${from}&to=${to}${more}`);
const idsOf = ({ data }: { data: Shown[] }) => data.map(({ documentId }) => documentId);

describe('the days of a calendar', () => {
  it('hold what shares time with them, and nothing of foreign hands', async () => {
    const { of, people, activity } = await place();
    const day = addDays(TODAY, 20);
    const before = await make.activity({ ...of, ...on(day, '00:00', '00:30') });
    const long = await make.activity({
      ...of,
      startsAt: instantAt(addDays(day, -3), '20:00'),
      endsAt: instantAt(day, '00:01'),
    });
    await make.activity({ ...of, ...on(addDays(day, 1), '00:00', '01:00') });
    await make.activity({
      ...of,
      startsAt: instantAt(addDays(day, -1), '20:00'),
      endsAt: instantAt(day, '00:00'),
    });
    await make.activity(on(day));
    for (const person of [people.unit, people.station]) {
      const shown = await windowOf(person.client, day, day);
      expect(idsOf(shown)).toEqual([long.documentId, before.documentId]);
      expect(shown.body.meta).toEqual({ total: 2, crowded: false });
    }
    const week = await windowOf(people.unit.client, TODAY, addDays(TODAY, 7));
    expect(week.data).toMatchObject([
      { documentId: activity.documentId, title: activity.title, state: 'planned', rev: 1 },
    ]);
  });

  it('are narrowed by a filter', async () => {
    const { of, unit } = await place();
    const category = await make.category();
    const day = addDays(TODAY, 30);
    await make.activity({ ...of, ...on(day) });
    const wanted = await make.activity({ ...of, ...on(day), category: category.documentId });
    const narrow = `&filters[unit][documentId][$eq]=${unit.documentId}&filters[category][documentId][$in][0]=${category.documentId}`;
    expect(idsOf(await windowOf(by, day, day, narrow))).toEqual([wanted.documentId]);
  });

  it('that are too full give their number, which the days share out', async () => {
    const { people, activity } = await place();
    const day = addDays(TODAY, 7);
    const extra = await copies(activity, 500);
    try {
      const shown = await windowOf(people.unit.client, TODAY, day);
      expect(shown.data).toEqual([]);
      expect(shown.body.meta).toEqual({ total: 501, crowded: true });
      const counts = await people.unit.client.get(`/activities/by-day?from=${TODAY}&to=${day}`);
      expect(counts.data).toEqual([{ day, count: 501, states: { planned: 501 } }]);
      const narrow = `&filters[title][$eq]=${encodeURIComponent('第 3 场')}`;
      expect((await windowOf(people.unit.client, TODAY, day, narrow)).data).toHaveLength(1);
    } finally {
      await extra.remove();
    }
    expect((await windowOf(people.unit.client, TODAY, day)).body.meta).toEqual({ total: 1, crowded: false });
  });

  it.each([
    '',
    '?from=2022-11-01',
    '?from=2022-11-31&to=2022-12-01',
    '?from=2022-12-01&to=2022-11-01',
    '?from=2022-01-01&to=2022-12-31',
    '?from[a]=2022-01-01&to=2022-01-31',
    '?from=2022-01-01&to=2022-01-31&filters[nothing]=1',
  ])('asked for as "%s" are refused', async (query) => {
    for (const address of ['/calendar', '/activities/by-day']) {
      const answer = await by.get(`${address}${query}`);
      expect(answer.status).toBe(400);
      expect(answer.error.details.code).toBe('BAD_QUERY');
    }
  });
});

const subscribe = async ({ client }: { client: Client }, data: object): Promise<string> => {
  const answer = await client.post<{ token: string }>('/calendar/feeds', { data });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.data.token;
};
const anybody = () => new Client();
const feed = (token: string, headers: Record<string, string> = {}) =>
  anybody().get(`/calendar/feed/${token}.ics`, { headers });
/** The feed's lines, unfolded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const titlesOf = (text: string) =>
  linesOf(text)
    .filter((line) => line.startsWith('SUMMARY:'))
    .map((line) => line.slice('SUMMARY:'.length));
const feedsOf = async ({ client }: Person) =>
  (
    await client.get<{ id: number; kind: string; ofName: string | null; usedAt: string | null }[]>(
      '/calendar/feeds',
    )
  ).data;

describe('a subscribed calendar', () => {
  it('holds what its owner may read, as calendar programs read it', async () => {
    const { people, activity, station } = await place();
    await make.activity(on(addDays(TODAY, 7)));
    const token = await subscribe(people.unit, { kind: 'mine' });
    const answer = await feed(token);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(titlesOf(answer.text)).toEqual([activity.title]);
    const lines = linesOf(answer.text);
    const stamp = (instant: unknown) => `${String(instant).replace(/[-:]|\.000/g, '')}`;
    for (const line of [
      'BEGIN:VCALENDAR',
      `UID:${activity.documentId}@jiedui`,
      'SEQUENCE:0',
      `DTSTART:${stamp(activity.startsAt)}`,
      `DTEND:${stamp(activity.endsAt)}`,
      'STATUS:TENTATIVE',
      `LOCATION:${station.name}`,
    ])
      expect(lines).toContain(line);
    expect(answer.text).not.toContain('张三');
  });

  it('follows the activity: moved, cancelled, always the same event', async () => {
    const { people, activity } = await place();
    const token = await subscribe(people.station, { kind: 'mine' });
    const first = await feed(token);
    const same = await feed(token, { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect([same.status, same.text]).toEqual([304, '']);
    const address = `/activities/${activity.documentId}`;
    await by.put(address, { data: on(addDays(TODAY, 8)) }, 1);
    await step(by, address, 'cancel', '下雨');
    const later = await feed(token, { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect(later.status).toBe(200);
    const lines = linesOf(later.text);
    expect(lines).toContain(`UID:${activity.documentId}@jiedui`);
    expect(lines).toContain('SEQUENCE:2');
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('holds the last month and the next half year', async () => {
    const { of, people } = await place();
    const days = [-40, -20, 150, 200].map((days) => addDays(TODAY, days));
    for (const day of days) await make.activity({ ...of, ...on(day), title: day });
    const titles = titlesOf((await feed(await subscribe(people.unit, { kind: 'mine' }))).text);
    expect(days.filter((day) => titles.includes(day))).toEqual(days.slice(1, 3));
  });

  it('is of one site, unit or category, and never of more than its owner reads', async () => {
    const mine = await place();
    const other = await place();
    const both = await make.activity({
      ...on(addDays(TODAY, 9)),
      unit: mine.of.unit,
      station: other.of.station,
    });
    const station = { kind: 'station', of: other.of.station };
    const officeFeed = await subscribe({ client: by }, station);
    expect(titlesOf((await feed(officeFeed)).text).sort()).toEqual(
      [both.title, other.activity.title].map(String).sort(),
    );
    const category = { kind: 'category', of: String((await categoryOf(both)).documentId) };
    expect(titlesOf((await feed(await subscribe(mine.people.unit, category))).text)).toEqual([both.title]);
    const refused = await mine.people.unit.client.post('/calendar/feeds', {
      data: { kind: 'station', of: other.of.station },
    });
    expect([refused.status, refused.error.details.errors?.[0]?.code]).toEqual([400, 'UNKNOWN_RELATION']);
    expect(await feedsOf({ client: by } as Person)).toContainEqual(
      expect.objectContaining({ kind: 'station', ofName: other.station.name }),
    );
  });

  it('follows what its owner may read now', async () => {
    const { people, activity, of } = await place();
    const other = await place();
    const token = await subscribe(people.unit, { kind: 'unit', of: of.unit });
    expect(titlesOf((await feed(token)).text)).toEqual([activity.title]);
    const { staff } = people.unit;
    await by.put(`/staff/${staff.documentId}`, { data: { unit: other.of.unit } }, staff.rev);
    expect(titlesOf((await feed(token)).text)).toEqual([]);
  });

  it('ends when it is revoked, which only its owner can', async () => {
    const { people } = await place();
    const kept = await subscribe(people.unit, { kind: 'mine' });
    const ended = await subscribe(people.unit, { kind: 'mine' });
    const [{ id } = { id: 0 }] = await feedsOf(people.unit);
    expect((await people.station.client.remove(`/calendar/feeds/${id}`)).status).toBe(404);
    expect((await feed(ended)).status).toBe(200);
    expect((await people.unit.client.remove(`/calendar/feeds/${id}`)).status).toBe(204);
    expect((await feed(ended)).status).toBe(404);
    expect((await people.unit.client.remove(`/calendar/feeds/${id}`)).status).toBe(404);
    expect((await feed(kept)).status).toBe(200);
    expect(await feedsOf(people.unit)).toMatchObject([{ kind: 'mine', usedAt: expect.any(String) }]);
  });

  it('ends with the account, and an unknown address is none', async () => {
    const { people } = await place();
    const token = await subscribe(people.unit, { kind: 'mine' });
    const { staff } = people.unit;
    await by.put(`/staff/${staff.documentId}`, { data: { blocked: true } }, staff.rev);
    for (const address of [token, 'x'.repeat(43), 'x'.repeat(5), `${token}x`])
      expect((await feed(address)).status, address).toBe(404);
  });

  it('keeps no secret that could be read, and no more than twenty', async () => {
    const { people } = await place();
    const token = await subscribe(people.unit, { kind: 'mine' });
    const knex = connect(inject('server'));
    const rows = await knex('calendar_feeds').select('*');
    await knex.destroy();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await people.unit.client.get('/calendar/feeds')).text).not.toContain(token);
    for (let more = 1; more < 20; more += 1) await subscribe(people.unit, { kind: 'mine' });
    const answer = await people.unit.client.post('/calendar/feeds', { data: { kind: 'mine' } });
    expect(answer.status).toBe(409);
    expect(answer.error.message).toContain('20');
  });

  it.each([{}, { kind: 'town', of: 'x' }, { kind: 'station' }, { kind: 'mine', of: 'x' }, { kind: 7 }, []])(
    'asked for as %j is refused',
    async (data) => {
      const answer = await by.post('/calendar/feeds', { data });
      expect(answer.status, answer.text).toBe(400);
    },
  );
});

async function categoryOf(activity: Rec): Promise<Rec> {
  const { data } = await by.get<Rec>(`/activities/${activity.documentId}?populate[0]=category`);
  return data.category as Rec;
}

describe('moving an announced activity', () => {
  const READY = {
    routine: true,
    materialsReviewed: true,
    firstAidOfficer: '王急救',
    guides: '李引导',
    ivolunteerNumber: 'HD-1',
  };

  async function announced() {
    const { of, people } = await place();
    const made = await make.activity({ ...of, ...READY, ...on(addDays(TODAY, 5)) });
    const address = `/activities/${made.documentId}`;
    await step(by, address, 'clear');
    const record = await step(by, address, 'announce');
    return { address, record, people };
  }

  it('announces it anew: the notice counts from the move', async () => {
    const { address, record, people } = await announced();
    const moved = await people.station.client.put(address, { data: on(addDays(TODAY, 3)) }, record.rev);
    expect(moved.status, moved.text).toBe(200);
    const after = moved.data as Rec;
    expect(after).toMatchObject({ state: 'announced', day: addDays(TODAY, 3) });
    expect(String(after.announcedAt) > String(record.announcedAt)).toBe(true);
    const longer = await people.station.client.put(
      address,
      { data: { endsAt: instantAt(addDays(TODAY, 3), '15:00') } },
      after.rev,
    );
    expect((longer.data as Rec).announcedAt).toBe(after.announcedAt);
  });

  it('to a time that has passed is refused, and nothing is changed', async () => {
    const { address, record, people } = await announced();
    const answer = await people.unit.client.put(address, { data: on(addDays(TODAY, -1)) }, record.rev);
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors).toMatchObject([{ path: ['startsAt'], code: 'MOVED_WITHOUT_NOTICE' }]);
    expect((await by.get<Rec>(address)).data).toMatchObject({
      rev: record.rev,
      startsAt: record.startsAt,
      announcedAt: record.announcedAt,
    });
  });

  it('is no business of one that is only planned, and refused of one that is reported', async () => {
    const { of } = await place();
    const made = await make.activity({ ...of, ...on(addDays(TODAY, 5)) });
    const address = `/activities/${made.documentId}`;
    const past = await by.put<Rec>(address, { data: on(addDays(TODAY, -1)) }, 1);
    expect([past.status, past.data.announcedAt]).toEqual([200, null]);
    await step(by, address, 'cancel', '下雨');
    const locked = await by.put(address, { data: on(addDays(TODAY, 9)) }, 3);
    expect([locked.status, locked.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });
});

describe('clashes', () => {
  type Clash = { reasons: string[]; activity: { documentId: string; title: string } | null };
  const day = addDays(TODAY, 12);
  const query = (values: Record<string, unknown>) =>
    `/calendar/clashes?${new URLSearchParams(values as Record<string, string>)}`;

  it('are told with the other activity where it may be read, else only that there is one', async () => {
    const { of, people } = await place();
    const guest = await make.unit();
    await make.pairing({ unit: guest.documentId, station: of.station, unitContact: '王五' });
    const other = await make.activity({
      ...on(day),
      unit: guest.documentId,
      station: of.station,
      venue: '二楼 会议室',
      firstAidOfficer: '赵急救',
    });
    const mine = { ...of, ...on(day, '10:00', '12:00'), venue: '二楼会议室' };
    const reasons = ['venue', 'stationContact'];
    const told = await people.station.client.get<Clash[]>(query(mine));
    expect(told.data).toMatchObject([
      { reasons, activity: { documentId: other.documentId, title: other.title } },
    ]);
    const hidden = await people.unit.client.get<Clash[]>(query(mine));
    expect(hidden.data).toEqual([{ reasons, activity: null }]);
    expect(hidden.text).not.toContain(String(other.title));

    const later = await people.station.client.get<Clash[]>(query({ ...mine, ...on(day, '11:00', '12:00') }));
    expect(later.data).toEqual([]);
    const itself = await people.station.client.get<Clash[]>(query({ ...mine, except: other.documentId }));
    expect(itself.data).toEqual([]);

    const made = await make.activity(mine);
    const shown = await windowOf(people.unit.client, day, day);
    expect(shown.data).toMatchObject([{ documentId: made.documentId, clashes: reasons }]);
    const both = await windowOf(people.station.client, day, day);
    expect(both.data.map((row) => (row as unknown as { clashes: string[] }).clashes)).toEqual([
      reasons,
      reasons,
    ]);
    expect(idsOf(both)).toEqual([other.documentId, made.documentId]);
    await step(by, `/activities/${other.documentId}`, 'cancel', '下雨');
    expect((await windowOf(people.unit.client, day, day)).data).toMatchObject([{ clashes: [] }]);
  });

  it('of the unit’s people are found at another site', async () => {
    const { of, people } = await place();
    const station = (await make.station()).documentId;
    await make.pairing({ unit: of.unit, station });
    const other = await make.activity({ ...on(day), unit: of.unit, station, venue: '礼堂' });
    const told = await people.unit.client.get<Clash[]>(query({ ...of, ...on(day), venue: '礼堂' }));
    expect(told.data).toMatchObject([
      { reasons: ['unitContact'], activity: { documentId: other.documentId } },
    ]);
  });

  it('tell nothing of sites and units of others', async () => {
    const mine = await place();
    const other = await place();
    const foreign = { ...other.of, startsAt: other.activity.startsAt, endsAt: other.activity.endsAt };
    expect((await by.get<Clash[]>(query(foreign))).data).toHaveLength(1);
    expect((await mine.people.unit.client.get<Clash[]>(query(foreign))).data).toEqual([]);
  });

  it.each([{}, { startsAt: 'x', endsAt: 'y' }, { ...on(TODAY), endsAt: instantAt(TODAY, '09:00') }])(
    'of %j are refused',
    async (values) => {
      const answer = await by.get(query(values));
      expect([answer.status, answer.error.details.code]).toEqual([400, 'BAD_QUERY']);
    },
  );
});
