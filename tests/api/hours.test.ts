import { checkDigitOf } from '@jiedui/shared/hours';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';

/** Nobody's name ends with digits alone: those would be read as a number where names are pasted. */
const named = (word: string) => `${unique(word)}某`;

let by: Client;
let make: Builders;
let unit: Rec;
let station: Rec;
let contact: Person;
let clerk: Person;
let activity: Rec;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  unit = await make.unit();
  station = await make.station();
  contact = await make.person('unit', { unit: unit.documentId });
  clerk = await make.person('station', { station: station.documentId });
  activity = await make.announced({ unit: unit.documentId, station: station.documentId });
});

let counted = 0;
/** A number that no other person of this test has. */
function idNumber(): string {
  counted += 1;
  const seventeen = `440101${1950 + (counted % 50)}0101${String(counted).padStart(3, '0')}`;
  return seventeen + checkDigitOf(seventeen);
}

type Resolved = { name: string; standing: string; candidates: { documentId: string }[] };
const hoursOf = (of: Rec) => `/hours/activities/${of.documentId}`;
const resolve = async (client: Client, text: unknown, of = activity) =>
  client.post<Resolved[]>(`${hoursOf(of)}/people`, { data: { text } });
const TIMES = { startsAt: '2022-11-18T01:00:00.000Z', endsAt: '2022-11-18T03:00:00.000Z' };
const enter = (client: Client, people: unknown, more: object = {}, of = activity) =>
  client.post<{ entered: number; made: number }>(`${hoursOf(of)}/attendances`, {
    data: { people, ...TIMES, ...more },
  });

describe('a volunteer', () => {
  it('is kept by the ends of the number only: not in the record, its history, an export or the log', async () => {
    const number = idNumber();
    const made = await make.volunteer({ maskedId: number });
    expect(made.maskedId).toBe(`${number.slice(0, 4)}**********${number.slice(-4)}`);
    expect(Object.keys(made)).not.toContain('idHash');
    const at = `/volunteers/${made.documentId}`;
    for (const path of [at, `${at}/history`, `/volunteers?q=${made.name}`, '/audit?pageSize=50']) {
      expect((await by.get(path)).text, path).not.toContain(number);
      expect((await by.get(path)).text, path).not.toMatch(/[0-9a-f]{64}.*idHash|idHash/);
    }
  });

  it('is there once by the number, in whatever form it is typed', async () => {
    const number = idNumber();
    await make.volunteer({ maskedId: number });
    const again = await by.post('/volunteers', { data: { name: named('另一'), maskedId: ` ${number} ` } });
    expect([again.status, again.error.details.code]).toEqual([409, 'DUPLICATE']);
  });

  it.each([
    ['another check digit', (right: string) => right.slice(0, 17) + (right[17] === '0' ? '1' : '0')],
    ['a day that never was', (right: string) => `${right.slice(0, 10)}0231${right.slice(14)}`],
    ['another document', () => 'H12345678'],
  ])('is refused with %s, and the field is named', async (_, spoil) => {
    const answer = await by.post('/volunteers', {
      data: { name: '张三', maskedId: spoil(idNumber()) },
    });
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors).toMatchObject([{ path: ['maskedId'], code: 'WRONG_ID_NUMBER' }]);
  });

  it('keeps the number when the rest is changed, and takes another one only whole', async () => {
    const made = await make.volunteer({ maskedId: idNumber() });
    const at = `/volunteers/${made.documentId}`;
    const changed = await by.put<Rec>(
      at,
      { data: { socialWorker: true, maskedId: made.maskedId } },
      made.rev,
    );
    expect(changed.data).toMatchObject({ socialWorker: true, maskedId: made.maskedId });
    const masked = await by.put(at, { data: { maskedId: '9999**********0000' } }, changed.data.rev);
    expect(masked.error.details.errors).toMatchObject([{ path: ['maskedId'] }]);
    const other = idNumber();
    const moved = await by.put<Rec>(at, { data: { maskedId: other } }, changed.data.rev);
    expect(moved.data.maskedId).toBe(`${other.slice(0, 4)}**********${other.slice(-4)}`);
    const free = await by.post('/volunteers', { data: { name: named('新'), maskedId: other } });
    expect(free.status).toBe(409);
  });

  it('a unit sees its own, and those that came to its activities', async () => {
    const stranger = await make.volunteer();
    expect((await contact.client.get(`/volunteers/${stranger.documentId}`)).status).toBe(404);
    await make.attendance({ activity: activity.documentId, volunteer: stranger.documentId });
    expect((await contact.client.get(`/volunteers/${stranger.documentId}`)).status).toBe(200);
  });
});

describe('a pasted list', () => {
  it('tells who is known, who is new and whose number is wrong', async () => {
    const known = await make.volunteer({ name: named('认'), unit: unit.documentId, maskedId: idNumber() });
    const twin = named('双');
    for (const _ of [1, 2]) await make.volunteer({ name: twin, unit: unit.documentId });
    const elsewhere = await make.volunteer({ name: named('外') });
    const fresh = named('新');
    const text = [
      known.name,
      twin,
      elsewhere.name,
      `${fresh}\t${idNumber()}`,
      `错号 ${idNumber().slice(0, 17)}A`,
    ];
    const { data, status } = await resolve(
      contact.client,
      `姓名\n${text.join('\n')}\n错号二 110105194912310021`,
    );
    expect(status).toBe(200);
    expect(data.map(({ name, standing, candidates }) => [name, standing, candidates.length])).toEqual([
      [known.name, 'known', 1],
      [twin, 'several', 2],
      // Somebody of another unit is nobody's business here.
      [elsewhere.name, 'new', 0],
      [fresh, 'new', 0],
      expect.anything(),
      ['错号二', 'wrongId', 0],
    ]);
  });

  it('finds a person of elsewhere by number and name, and tells nothing by the number alone', async () => {
    const number = idNumber();
    const person = await make.volunteer({ name: '外来人', maskedId: number });
    const right = await resolve(contact.client, `外来人 ${number}`);
    expect(right.data).toMatchObject([
      { standing: 'known', candidates: [{ documentId: person.documentId }] },
    ]);
    const wrong = await resolve(contact.client, `猜一猜 ${number}`);
    expect(wrong.data).toMatchObject([{ standing: 'otherName', candidates: [] }]);
  });

  it.each([
    ['no text', undefined],
    ['a number', 5],
    ['a list', ['张三']],
    ['201 names', Array.from({ length: 201 }, (_, at) => `人${at}`).join('\n')],
    ['a whole book', '字'.repeat(30_000)],
  ])('is refused where it is %s', async (_, text) => {
    const answer = await resolve(contact.client, text);
    expect([answer.status, answer.error.details.errors?.[0]?.path]).toEqual([400, ['text']]);
  });

  it('is of an activity that one sees', async () => {
    const foreign = await make.announced();
    expect((await resolve(contact.client, '张三', foreign)).status).toBe(404);
    expect((await enter(contact.client, [{ name: '张三' }], {}, foreign)).status).toBe(404);
    const inspector = await make.person('inspector');
    expect((await enter(inspector.client, [{ name: '张三' }])).status).toBe(403);
  });
});

describe('attendance', () => {
  it('is entered for several at once; who is new becomes a volunteer of whoever enters', async () => {
    const known = await make.volunteer({ unit: unit.documentId, registered: true });
    const number = idNumber();
    const [one, two] = [named('甲'), named('乙')];
    const before = await by.get<{ entered: { people: number } }>(hoursOf(activity));
    const answer = await enter(contact.client, [
      { volunteer: known.documentId },
      { name: one, idNumber: number },
      { name: two },
    ]);
    expect([answer.status, answer.data]).toEqual([201, { entered: 3, made: 2 }]);
    const list = await contact.client.get(
      `/attendances?filters[activity][documentId][$eq]=${activity.documentId}&populate[0]=volunteer&sort[0]=id:desc&pagination[pageSize]=3`,
    );
    expect(list.data.map((row) => (row.volunteer as Rec).name)).toEqual([two, one, known.name]);
    expect(list.data[2]).toMatchObject({
      minutes: 120,
      day: '2022-11-18',
      origin: 'manual',
      registered: true,
      title: `${known.name} · ${activity.title}`,
    });
    expect(list.data[1]).toMatchObject({ registered: false });
    const made = await by.get<Rec[]>(`/volunteers?filters[name][$eq]=${one}&populate[0]=unit`);
    expect(made.data).toMatchObject([{ unit: { documentId: unit.documentId } }]);
    expect(made.text).not.toContain(number);
    const after = await by.get<{ entered: { people: number }; reported: object }>(hoursOf(activity));
    expect(after.data.entered.people).toBe(before.data.entered.people + 3);
    expect(after.data.reported).toEqual({ people: null, minutes: null });
  });

  it('nothing is entered where one of them cannot be, and that one is named', async () => {
    const known = await make.volunteer({ station: station.documentId });
    await enter(clerk.client, [{ volunteer: known.documentId }]);
    const name = named('不应');
    const cases: [people: unknown[], status: number, at: number][] = [
      [[{ name }, { volunteer: known.documentId }], 409, 1],
      [[{ name }, { volunteer: 'abcdefghijklmnopqrstuvwx' }], 400, 1],
      [[{ name }, { name: '乙', idNumber: '110105194912310021' }], 400, 1],
      [[{ name: '' }], 400, 0],
    ];
    for (const [people, status, at] of cases) {
      const answer = await enter(clerk.client, people);
      expect(answer.status, answer.text).toBe(status);
      expect(answer.error.details.errors?.[0]?.path.slice(0, 2).map(String)).toEqual(['people', String(at)]);
    }
    expect((await by.get(`/volunteers?filters[name][$eq]=${name}`)).data).toEqual([]);
  });

  it.each([
    [{ endsAt: TIMES.startsAt }, 'endsAt'],
    [{ startsAt: 'gestern' }, 'startsAt'],
    [{ minutes: 121 }, 'minutes'],
    [{ minutes: 0 }, 'minutes'],
    [{ startsAt: '2999-01-01T00:00:00.000Z', endsAt: '2999-01-01T01:00:00.000Z' }, 'startsAt'],
    [{ people: 'x' }, 'people'],
    [{ colour: 'red' }, undefined],
  ])('is refused with %j', async (wrong, field) => {
    const answer = await enter(contact.client, [{ name: '张三' }], wrong);
    expect(answer.status, answer.text).toBe(400);
    if (field) expect(answer.error.details.errors?.[0]?.path[0]).toBe(field);
  });

  it('is for activities that were announced, and stays with its activity', async () => {
    const planned = await make.activity({ unit: unit.documentId, station: station.documentId });
    const early = await enter(contact.client, [{ name: '张三' }], {}, planned);
    expect(early.error.details.errors).toMatchObject([{ path: ['activity'], code: 'STATE_LOCKED' }]);
    const row = await make.attendance({ activity: activity.documentId });
    const other = (await make.announced()).documentId;
    const moved = await by.put(`/attendances/${row.documentId}`, { data: { activity: other } }, row.rev);
    expect(moved.error.details.errors).toMatchObject([{ path: ['activity'] }]);
    const corrected = await contact.client.put<Rec>(
      `/attendances/${row.documentId}`,
      { data: { minutes: 90 } },
      row.rev,
    );
    expect(corrected.data).toMatchObject({ minutes: 90, enteredAt: row.enteredAt });
    expect((await contact.client.remove(`/attendances/${row.documentId}`, 2)).status).toBe(204);
  });

  it('two that enter the same people at once leave them there once', async () => {
    const known = await make.volunteer({ unit: unit.documentId });
    const both = await Promise.all(
      [1, 2].map(() => enter(contact.client, [{ volunteer: known.documentId }])),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('the coverage of registration', () => {
  it('counts volunteers and social workers of one’s own', async () => {
    const own = await make.unit();
    const { client } = await make.person('unit', { unit: own.documentId });
    const rows = [
      { registered: true, socialWorker: true },
      { registered: false, socialWorker: true },
      { registered: true, socialWorker: false },
    ];
    for (const row of rows) await make.volunteer({ ...row, unit: own.documentId });
    const { data } = await client.get<object>('/hours/coverage');
    expect(data).toEqual({
      everybody: { all: 3, registered: 2 },
      socialWorkers: { all: 2, registered: 1 },
      units: [{ documentId: own.documentId, name: own.name, all: 2, registered: 1 }],
    });
    const evaluator = await make.person('evaluator');
    expect((await evaluator.client.get('/hours/coverage')).status).toBe(403);
  });
});
