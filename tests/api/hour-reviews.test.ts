import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

type Review = Rec & { kind: string; state: string; facts: Record<string, unknown>; activity: Rec | null };
type Scanned = { found: number; opened: number; gone: number; more: string[] };

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const DAY = '2022-11-18';
const at = (time: string, day = DAY) => `${day}T${time}:00.000Z`;
const check = async () => (await by.post<Scanned>('/hours/check', {})).data;

/** Somebody who was at activities, one for each span. */
async function somebody(spans: [from: string, to: string, planned?: [string, string]][], values = {}) {
  const volunteer = await make.volunteer(values);
  const rows: Rec[] = [];
  for (const [startsAt, endsAt, [from, to] = [startsAt, endsAt]] of spans) {
    const activity = await make.announced({ startsAt: from, endsAt: to });
    const there = { volunteer: volunteer.documentId, activity: activity.documentId };
    rows.push(await make.attendance({ ...there, startsAt, endsAt }));
  }
  return { volunteer, rows };
}

const reviewsOf = async (volunteer: Rec, client = by) =>
  (
    await client.get<Review[]>(
      `/hour-reviews?filters[volunteer][documentId][$eq]=${volunteer.documentId}&populate[0]=activity&sort[0]=id&filters[kind][$ne]=lateEntry`,
    )
  ).data;

describe('the check of hours', () => {
  it('finds what overlaps, what is too long a day and what reaches beyond its activity', async () => {
    const { volunteer: twice } = await somebody([
      [at('01:00'), at('03:00')],
      [at('02:30'), at('04:00')],
    ]);
    const { volunteer: touching } = await somebody([
      [at('01:00'), at('03:00')],
      [at('03:00'), at('04:00')],
    ]);
    const { volunteer: tireless } = await somebody([
      [at('16:00', '2022-11-17'), at('01:00')],
      [at('01:00'), at('09:01')],
    ]);
    const { volunteer: longer } = await somebody([[at('01:00'), at('06:01'), [at('01:00'), at('05:00')]]]);
    const { volunteer: within } = await somebody([[at('01:00'), at('06:00'), [at('01:00'), at('05:00')]]]);
    await check();
    expect(await reviewsOf(twice)).toMatchObject([{ kind: 'overlap', state: 'open' }]);
    expect(await reviewsOf(touching)).toEqual([]);
    expect(await reviewsOf(tireless)).toMatchObject([
      { kind: 'longDay', facts: { book: 'ours', day: DAY, minutes: 1021, records: 2 } },
    ]);
    expect(await reviewsOf(longer)).toMatchObject([{ kind: 'outsideActivity', facts: { minutes: 301 } }]);
    expect(await reviewsOf(within)).toEqual([]);
  });

  it('finds what was entered long after the day', async () => {
    const { volunteer } = await somebody([[at('01:00'), at('02:00')]]);
    const today = new Date(Date.now() - 86_400_000).toISOString();
    const { volunteer: prompt } = await somebody([
      [today, new Date(Date.parse(today) + 3_600_000).toISOString()],
    ]);
    await check();
    const late = async (of: Rec) =>
      (await by.get<Review[]>(`/hour-reviews?filters[volunteer][documentId][$eq]=${of.documentId}`)).data;
    expect(await late(volunteer)).toMatchObject([{ kind: 'lateEntry', facts: { book: 'ours', day: DAY } }]);
    expect(await late(prompt)).toEqual([]);
  });

  it('finds the habit of a unit to enter whole hours', async () => {
    const unit = await make.unit();
    const activity = await make.announced({ unit: unit.documentId });
    const enter = (people: number, minutes: number) =>
      by.post(`/hours/activities/${activity.documentId}/attendances`, {
        data: {
          people: Array.from({ length: people }, (_, index) => ({ name: `人${minutes}号${index}` })),
          startsAt: at('01:00'),
          endsAt: at('03:00'),
          minutes,
        },
      });
    const found = async () =>
      (await by.get<Review[]>(`/hour-reviews?filters[unit][documentId][$eq]=${unit.documentId}`)).data;
    await enter(26, 60);
    await enter(3, 47);
    await check();
    expect(await found()).toEqual([]);
    await enter(2, 120);
    await check();
    expect(await found()).toMatchObject([
      { kind: 'rounded', state: 'open', facts: { book: 'ours', records: 31, wholeHours: 28, halfHours: 28 } },
    ]);
  });

  it('brings nothing twice, keeps what was decided, and closes what is gone', async () => {
    const { volunteer, rows } = await somebody([
      [at('01:00'), at('03:00')],
      [at('02:00'), at('04:00')],
    ]);
    await check();
    expect((await check()).opened).toBe(0);
    const [review] = await reviewsOf(volunteer);
    const path = `/hour-reviews/${review?.documentId}`;
    const without = await by.step(path, 'accept', 1);
    expect([without.status, without.error.details.code]).toEqual([422, 'REASON_REQUIRED']);
    expect((await step(by, path, 'accept', '两场相邻,中途转场')).state).toBe('accepted');
    await check();
    expect(await reviewsOf(volunteer)).toMatchObject([{ state: 'accepted' }]);
    // Other facts are another question.
    const second = rows[1] as Rec;
    const longer = await by.put<Rec>(
      `/attendances/${second.documentId}`,
      { data: { startsAt: at('01:30') } },
      1,
    );
    expect(longer.status, longer.text).toBe(200);
    await check();
    expect(await reviewsOf(volunteer)).toMatchObject([{ state: 'open' }]);
    await by.put(`/attendances/${second.documentId}`, { data: { startsAt: at('03:00'), minutes: 60 } }, 2);
    expect((await check()).gone).toBeGreaterThan(0);
    expect(await reviewsOf(volunteer)).toMatchObject([{ state: 'gone' }]);
  });

  it('never changes an attendance', async () => {
    const { rows } = await somebody([
      [at('01:00'), at('03:00')],
      [at('02:00'), at('04:00')],
    ]);
    await check();
    for (const row of rows) {
      const now = await by.get<Rec>(`/attendances/${row.documentId}`);
      expect(now.data).toMatchObject({ rev: 1, minutes: row.minutes });
    }
  });

  it('is asked for and decided by the office; whose activity it is sees it', async () => {
    const unit = await make.unit();
    const activity = await make.announced({ unit: unit.documentId });
    const volunteer = await make.volunteer();
    const there = { activity: activity.documentId, volunteer: volunteer.documentId };
    await make.attendance(there);
    const review = await make.hourReview(there);
    const own = await make.person('unit', { unit: unit.documentId });
    const other = await make.person('unit', { unit: (await make.unit()).documentId });
    expect((await own.client.post('/hours/check', {})).status).toBe(403);
    expect(await reviewsOf(volunteer, own.client)).toHaveLength(1);
    expect(await reviewsOf(volunteer, other.client)).toEqual([]);
    const decided = await own.client.step(`/hour-reviews/${review.documentId}`, 'accept', 1, '没有问题');
    expect(decided.status).toBe(403);
    expect((await by.put(`/hour-reviews/${review.documentId}`, { data: { facts: {} } }, 1)).status).toBe(403);
  });
});
