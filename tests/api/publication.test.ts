import { NOTICE_STATES, type NoticeState, noticeState } from '@jiedui/shared/activity';
import { addDays, dayOf, instantAt, monthOf } from '@jiedui/shared/calendar';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step, unique } from './support/builders';
import { Client, office, type Rec } from './support/client';
import { connect } from './support/connect';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const READY = {
  firstAidOfficer: '王急救',
  guides: '刘指引',
  ivolunteerNumber: 'HD-2022-1',
  materialsReviewed: true,
  routine: true,
};
const MONTH = '2022-11';

type Public = {
  site: Record<string, unknown>;
  month: string;
  activities: Record<string, unknown>[];
};
const anybody = () => new Client();
const schedule = (site: Rec, month = MONTH) =>
  anybody().get<Public>(`/public/sites/${site.documentId}/schedule?month=${month}`);

async function announced(values: Record<string, unknown>, ...more: string[]): Promise<Rec> {
  const activity = await make.activity({ ...READY, ...values });
  let last = activity;
  for (const name of ['clear', 'announce', ...more])
    last = await step(by, `/activities/${activity.documentId}`, name, '下雨');
  return last;
}

describe('a site’s public page', () => {
  it('shows what was announced, and what became of it, to anybody', async () => {
    const station = await make.station({ leader: '赵站长', address: '东湖路1号' });
    const at = { station: station.documentId };
    const title = unique('公开活动');
    await announced({ ...at, title, venue: '活动室' });
    await announced({ ...at, title: `${title}取消` }, 'cancel');
    await make.activity({ ...at, title: `${title}未发布` });
    const cleared = await make.activity({ ...READY, ...at, title: `${title}已确认` });
    await step(by, `/activities/${cleared.documentId}`, 'clear');
    const never = await make.activity({ ...READY, ...at, title: `${title}未发布即取消` });
    await step(by, `/activities/${never.documentId}`, 'cancel', '撞期');
    const { status, data, headers } = await schedule(station);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(data.activities.map((one) => [one.title, one.stage])).toEqual([
      [title, 'over'],
      [`${title}取消`, 'cancelled'],
    ]);
    expect(data.site).toEqual({ name: station.name, level: 'station', town: null, address: '东湖路1号' });
  });

  it('tells nothing but what, who, when and where: no person, no number, no address of a record', async () => {
    const station = await make.station({ leader: '赵站长' });
    const unit = await make.unit({ leader: '钱局长' });
    await make.pairing({
      unit: unit.documentId,
      station: station.documentId,
      unitContact: '孙联系',
      unitContactPhone: '13800001111',
      stationContact: '李联系',
      stationContactPhone: '13800002222',
    });
    const activity = await announced({
      unit: unit.documentId,
      station: station.documentId,
      forMinors: true,
      safeguardingPerson: '周保护',
      minorsSignedUp: 7,
    });
    await make.consent({ activity: activity.documentId, childName: '吴小明', guardian: '郑大明' });
    const answer = await schedule(station);
    expect(Object.keys(answer.data.activities[0] ?? {}).sort()).toEqual(
      ['announcedAt', 'category', 'endsAt', 'stage', 'startsAt', 'title', 'unit', 'venue'].sort(),
    );
    const secrets = ['王急救', '刘指引', '周保护', '赵站长', '钱局长', '孙联系', '李联系', '郑大明', '吴'];
    for (const secret of [...secrets, '1380000', 'HD-2022-1', activity.documentId, unit.documentId])
      expect(answer.text, secret).not.toContain(secret);
  });

  it('does not say whose home an activity goes to', async () => {
    const station = await make.station();
    await announced({ station: station.documentId, venueKind: 'home', venue: '3栋201张大爷家' });
    const answer = await schedule(station);
    expect(answer.text).not.toContain('张大爷');
    expect(answer.data.activities[0]?.venue).toBe('入户');
  });

  it('keeps to its own site and month', async () => {
    const station = await make.station();
    await announced({ station: (await make.station()).documentId });
    await announced({
      station: station.documentId,
      startsAt: '2022-11-30T16:00:00.000Z',
      endsAt: '2022-11-30T17:00:00.000Z',
    });
    expect((await schedule(station)).data.activities).toEqual([]);
    expect((await schedule(station, '2022-12')).data.activities).toHaveLength(1);
  });

  it.each(['2022-13', '2022', 'x', '2022-11-01'])('refuses the month %s', async (month) => {
    const answer = await schedule(await make.station(), month);
    expect([answer.status, answer.error.details.code]).toEqual([400, 'BAD_QUERY']);
  });

  it('knows no record but sites', async () => {
    const unit = await make.unit();
    for (const id of [unit.documentId, 'nothing', '1', "'; drop table stations; --"]) {
      const answer = await anybody().get(`/public/sites/${encodeURIComponent(id)}/schedule`);
      expect(answer.status, id).toBe(404);
    }
  });
});

describe('an address that reads too often', () => {
  it('is asked to wait, and told how long', async () => {
    const station = await make.station();
    const answers = await Promise.all(Array.from({ length: 320 }, () => schedule(station)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(refused[0]?.error.details.code).toBe('TOO_MANY_TRIES');
    const wait = Number(refused[0]?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    // Who is signed in goes on working.
    expect((await by.get('/session')).status).toBe(200);
  });
});

describe('the report of public notices', () => {
  type Report = {
    noticeDays: number;
    all: Record<NoticeState, number>;
    sites: { documentId: string; counts: Record<NoticeState, number> }[];
  };
  const START = '2022-10-20';
  const startsAt = instantAt(START, '09:00');
  const endsAt = instantAt(START, '11:00');

  /** When the notice was given: around midnight of the days before and around the start. */
  const NOTICES: (string | null)[] = [
    null,
    instantAt(addDays(START, -3), '10:00'),
    instantAt(addDays(START, -2), '23:59'),
    instantAt(addDays(START, -1), '00:00'),
    instantAt(addDays(START, -1), '23:59'),
    instantAt(START, '00:00'),
    instantAt(START, '08:59'),
    instantAt(START, '09:00'),
    instantAt(START, '09:01'),
  ];
  let town: Rec;
  let station: Rec;

  beforeAll(async () => {
    town = await make.town();
    station = await make.station({ town: town.documentId });
    const database = connect(inject('server'));
    try {
      for (const announcedAt of NOTICES) {
        const activity = await make.activity({ station: station.documentId, startsAt, endsAt });
        // Only the server stamps the time; the report is about times that were stamped long ago.
        const value = inject('server').databaseUrl ? announcedAt : announcedAt && Date.parse(announcedAt);
        await database('activities').where({ id: activity.id }).update({ announced_at: value });
      }
    } finally {
      await database.destroy();
    }
    const cancelled = await make.activity({ station: station.documentId, startsAt, endsAt });
    await step(by, `/activities/${cancelled.documentId}`, 'cancel', '撞期');
  });

  const clerkOf = async () => (await make.person('town', { town: town.documentId })).client;
  const range = `from=${monthOf(START)}&to=${monthOf(START)}`;

  it('counts by site as the rule says, for one activity after the other', async () => {
    const clerk = await clerkOf();
    const { data } = await clerk.get<Report>(`/notice-report?${range}`);
    const expected = Object.fromEntries(NOTICE_STATES.map((state) => [state, 0])) as Record<
      NoticeState,
      number
    >;
    for (const announcedAt of NOTICES) {
      const state = noticeState({ startsAt, announcedAt }, new Date().toISOString(), data.noticeDays);
      if (state) expected[state] += 1;
    }
    expect(data.all).toEqual(expected);
    expect(data.sites).toMatchObject([{ documentId: station.documentId, counts: expected }]);
    expect(expected).toMatchObject({ missed: 1, late: 2, short: 2, inTime: 4 });
  });

  it('lists the activities behind each number', async () => {
    const clerk = await clerkOf();
    for (const [notice, count] of [
      ['missed', 1],
      ['late', 2],
      ['short', 2],
      ['inTime', 4],
      ['pending', 0],
    ] as const) {
      const query = `${range}&station=${station.documentId}&notice=${notice}`;
      const { data, meta } = await clerk.get<Rec[]>(`/notice-report/activities?${query}`);
      expect([data.length, meta.pagination.total], notice).toEqual([count, count]);
    }
  });

  it('does not count what is still to come as missed', async () => {
    const later = addDays(dayOf(new Date().toISOString()), 3);
    const other = await make.town();
    const site = await make.station({ town: other.documentId });
    await make.activity({
      station: site.documentId,
      startsAt: instantAt(later, '09:00'),
      endsAt: instantAt(later, '10:00'),
    });
    const { client } = await make.person('town', { town: other.documentId });
    const { data } = await client.get<Report>(`/notice-report?from=${monthOf(later)}&to=${monthOf(later)}`);
    expect(data.all).toMatchObject({ pending: 1, missed: 0 });
  });

  it('is within the scope of who asks, and not for those who have no duty to look', async () => {
    const stranger = await make.person('town', { town: (await make.town()).documentId });
    expect((await stranger.client.get<Report>(`/notice-report?${range}`)).data.sites).toEqual([]);
    const query = `${range}&station=${station.documentId}&notice=late`;
    expect((await stranger.client.get<Rec[]>(`/notice-report/activities?${query}`)).data).toEqual([]);
    for (const role of ['evaluator', 'publicity'] as const) {
      const { client } = await make.person(role);
      expect((await client.get(`/notice-report?${range}`)).status, role).toBe(403);
    }
  });

  it.each(['', 'from=2022-10', 'from=2022-10&to=2022-09', `from=2019-01&to=2022-01`])(
    'refuses the months “%s”',
    async (query) => {
      expect((await by.get(`/notice-report?${query}`)).error.details.code).toBe('BAD_QUERY');
    },
  );

  it('refuses a notice that there is not', async () => {
    const answer = await by.get(`/notice-report/activities?${range}&notice=never`);
    expect(answer.error.details.code).toBe('BAD_QUERY');
  });
});
