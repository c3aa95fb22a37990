import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Figures } from '@jiedui/shared/metric';
import { METRIC_KEYS } from '@jiedui/shared/metric';
import type { CadenceRule } from '@jiedui/shared/programme';
import type { Evidence } from '@jiedui/shared/rubric';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import { type Builders, builders, type Person, REPORT, step } from './support/builders';
import { Client, type Rec, signIn } from './support/client';
import { connect } from './support/connect';
import { patchwork, upload } from './support/files';
import { placeFixtureModel } from './support/fixture-model';
import { freshDatabase } from './support/fresh-database';

// A server of its own: only one programme can be in force. All of it lies in 2022, so every window is over.
let dataDir: string;
let server: ServerProcess;
let by: Client;
let make: Builders;
let db: Knex;
let rater: Person;
let round: Rec;
/** One that has done much of what is asked, and one that has done nothing. */
let busy: Rec;
let idle: Rec;

const RULE = {
  minimum: 1,
  evidence: 'verified',
  from: '2022-07-01',
  to: '2022-10-31',
  source: '测试',
} as const;
const RULES: CadenceRule[] = [
  {
    ...RULE,
    code: 'focus',
    words: { zh: '集中活动周', en: 'Focus week' },
    who: { per: 'pairing', unitClasses: ['liaison'] },
    what: 'any',
    period: 'focusWeek',
  },
  {
    ...RULE,
    code: 'talks',
    words: { zh: '每月一讲', en: 'A talk each month' },
    who: { per: 'unit', unitClasses: ['liaison'] },
    what: ['talks'],
    period: 'month',
  },
];

const EVIDENCE = ['activities', 'photos', 'ledger', 'filings', 'projects', 'stories', 'placements'];
const metricIndicator = (metric: string, at: number) => ({
  code: `M${at}`,
  name: metric,
  maxPoints: 10,
  item: { kind: 'metric', metric, rule: { mode: 'linear', zeroAt: 0, fullAt: 100 } },
});
const DEFINITION = {
  name: '取数体系',
  minRaters: 1,
  dimensions: [
    { code: 'M', name: '取数', indicators: METRIC_KEYS.map(metricIndicator) },
    {
      code: 'P',
      name: '评分',
      indicators: [
        { code: 'P1', name: '质量', maxPoints: 10, item: { kind: 'points' }, evidence: { kinds: EVIDENCE } },
      ],
    },
  ],
};

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-figures-'));
  placeFixtureModel(dataDir);
  const databaseUrl = await freshDatabase('figures');
  server = await startServer({ dataDir, databaseUrl, demo: false });
  db = connect({ dataDir, databaseUrl });
  const office = server.accounts.find(({ role }) => role === 'districtOffice');
  by = await signIn(office?.username ?? '', office?.password ?? '', server.url);
  make = builders(by);
  [busy, idle] = [await make.unit(), await make.unit()];
  const programme = await make.programme({
    startsOn: '2022-07-01',
    endsOn: '2022-12-31',
    active: true,
    cadenceRules: RULES,
  });
  await workOf(busy);
  round = await openRound(programme);
  await counted();
});

afterAll(async () => {
  await db?.destroy();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function openRound(programme: Rec): Promise<Rec> {
  const rubric = await make.rubric({ definition: DEFINITION });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const made = await make.round({
    rubric: rubric.documentId,
    programme: programme.documentId,
    closesOn: '2022-10-31',
    opensOn: '2022-10-20',
  });
  rater = await make.person('evaluator');
  for (const unit of [busy, idle])
    await make.assignment({
      round: made.documentId,
      unit: unit.documentId,
      evaluator: rater.staff.documentId,
    });
  const of = { round: made.documentId, unit: busy.documentId };
  await make.metricEntry({ ...of, numerator: 81, denominator: 263, invited: 300 });
  await make.metricEntry({ ...of, metric: 'awareness', numerator: 5, denominator: 9 });
  await make.metricEntry({
    ...of,
    metric: 'inspectionScore',
    numerator: null,
    denominator: null,
    value: 88.5,
  });
  return step(by, `/rounds/${made.documentId}`, 'open');
}

/** What a unit did in 2022, by hand: see the table below for what it comes to. */
async function workOf(unit: Rec): Promise<void> {
  const station = await make.station();
  const of = { unit: unit.documentId, station: station.documentId };
  await make.pairing(of);
  const [talks, care] = [await make.category({ code: 'talks' }), await make.category({ code: 'care' })];
  const volunteer = await make.volunteer({ unit: of.unit, station: of.station });
  const held = async (day: string, category: Rec, announcedAt: string, ...steps: string[]) => {
    const times = { startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z` };
    const made = await make.announced({ ...of, category: category.documentId, ...times });
    await make.attendance({ activity: made.documentId, volunteer: volunteer.documentId, ...times });
    const at = `/activities/${made.documentId}`;
    for (const name of steps) {
      if (name === 'report') await by.put(at, { data: REPORT }, (await by.get<Rec>(at)).data.rev);
      await step(by, at, name);
    }
    await announced(made, announcedAt);
    return made;
  };
  const VERIFIED = ['hold', 'report', 'verify'];
  const first = await held('2022-07-12', talks, '2022-07-10T01:00:00.000Z', 'hold');
  await upload(by, first, 'photos', (await by.get<Rec>(`/activities/${first.documentId}`)).data.rev, [
    { name: '一.png', type: 'image/png', content: await patchwork() },
    { name: '二.png', type: 'image/png', content: await patchwork() },
  ]);
  const at = `/activities/${first.documentId}`;
  await by.put(at, { data: REPORT }, (await by.get<Rec>(at)).data.rev);
  for (const name of ['report', 'verify']) await step(by, at, name);
  await held('2022-08-16', care, '2022-08-16T00:30:00.000Z', ...VERIFIED);
  await held('2022-10-01', talks, '2022-09-20T01:00:00.000Z', ...VERIFIED);
  await held('2022-10-11', care, '2022-10-11T02:00:00.000Z', 'hold', 'report');
  await held('2022-11-05', talks, '2022-11-01T01:00:00.000Z', ...VERIFIED);
  const dropped = await make.announced({
    ...of,
    category: care.documentId,
    startsAt: '2022-09-13T01:00:00.000Z',
    endsAt: '2022-09-13T03:00:00.000Z',
  });
  await step(by, `/activities/${dropped.documentId}`, 'cancel', '下雨');
  await make.exception({ unit: of.unit, rules: ['focus'], startsOn: '2022-09-12', endsOn: '2022-09-18' });
  await reports(unit);
  await placements(unit);
  const team = await make.team({ unit: of.unit });
  for (const owner of [{ unit: of.unit }, { team: team.documentId }]) {
    const project = await make.project({ ...owner, summary: '送教上门', category: talks.documentId });
    for (const name of ['review', 'list']) await step(by, `/projects/${project.documentId}`, name);
  }
  await make.project({ unit: of.unit });
  for (const releasedAt of ['2022-08-01T01:00:00.000Z', '2022-12-01T01:00:00.000Z']) {
    const story = await make.publishable({ ...of, category: care.documentId, goodPractice: true });
    for (const name of ['submit', 'edit', 'approve', 'publish'])
      await step(by, `/stories/${story.documentId}`, name);
    await db('stories')
      .where({ document_id: story.documentId })
      .update({ released_at: asColumn(releasedAt) });
  }
}

/** What came out in the media: two verified within the days, of which one stands there twice, and two that do not count. */
async function placements({ documentId: unit }: Rec): Promise<void> {
  const link = 'https://paper.example/1';
  const verified = async (values: object) => {
    const placement = await make.placement({ unit, outlet: '日报', publishedOn: '2022-09-01', ...values });
    return step(by, `/media-placements/${placement.documentId}`, 'verify');
  };
  await verified({ level: 'national', link });
  const twice = await verified({ level: 'national' });
  await db('media_placements').where({ document_id: twice.documentId }).update({ link });
  await verified({ level: 'city' });
  await verified({ level: 'city', publishedOn: '2022-11-05' });
  await make.placement({ unit, level: 'province', publishedOn: '2022-09-01' });
}

/** One report came in time, one is missing, one is not of this round. */
async function reports({ documentId: unit }: Rec): Promise<void> {
  const due = (dueOn: string) => make.reportRequirement({ dueOn, appliesTo: { unitClasses: ['liaison'] } });
  const [sent] = [await due('2022-09-01'), await due('2022-10-15'), await due('2022-11-20')];
  const report = await make.report({ unit, requirement: sent.documentId, text: '已完成' });
  await step(by, `/reports/${report.documentId}`, 'submit');
  await db('reports').where({ document_id: report.documentId }).update({ late_days: 0 });
}

/** The server stamps its own time, which is years later. */
const announced = ({ documentId }: Rec, at: string) =>
  db('activities')
    .where({ document_id: documentId })
    .update({ announced_at: asColumn(at) });

const asColumn = (instant: string) => (db.client.config.client === 'pg' ? instant : Date.parse(instant));

/** Waits until the ledger is counted by the rules in force. */
async function counted(): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; ) {
    const { data } = await by.get<CadenceRule[]>('/ledger/rules');
    if (data.length === RULES.length) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The ledger was not counted');
}

async function sheetOf(unit: Rec): Promise<Rec> {
  const query = `filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`;
  return (await rater.client.get<Rec[]>(`/evaluations?${query}`)).data[0] as Rec;
}

const figuresOf = async (unit: Rec) =>
  (await rater.client.get<{ figures: Figures }>(`/evaluations/${(await sheetOf(unit)).documentId}/sheet`))
    .data.figures;

describe('the figures of the registry', () => {
  it('are those that come of counting by hand', async () => {
    expect(await figuresOf(busy)).toEqual({
      // July and August met, September excused, October's activity is not verified.
      focusWeekRate: { value: (2 / 3) * 100, numerator: 2, denominator: 3 },
      // And of the four months two had their talk.
      cadenceRate: { value: (4 / 7) * 100, numerator: 4, denominator: 7 },
      activitiesHeld: { value: 3 },
      monthsMet: { value: 3 },
      // Two days before and eleven days before; on the day and after it began are too late; one was cancelled.
      noticeRate: { value: 50, numerator: 2, denominator: 4 },
      photoRate: { value: (1 / 3) * 100, numerator: 1, denominator: 3 },
      lateReports: { value: 1 },
      reportsOnTimeRate: { value: 50, numerator: 1, denominator: 2 },
      projectsListed: { value: 2 },
      // Four of two hours each; the fifth was in November.
      volunteerHours: { value: 8 },
      storiesPublished: { value: 1 },
      goodPractices: { value: 1 },
      placementsNational: { value: 1 },
      placementsProvince: { value: 0 },
      placementsCity: { value: 1 },
      satisfaction: { value: (81 / 263) * 100, numerator: 81, denominator: 263 },
      awareness: { value: null, denominator: 9, tooFew: true },
      participation: { value: null },
      inspectionScore: { value: 88.5 },
    });
  });

  it('of a unit without records are nothing where things are counted, and none where a rate is', async () => {
    const none = { value: null, numerator: 0, denominator: 0 };
    expect(await figuresOf(idle)).toEqual({
      focusWeekRate: none,
      cadenceRate: { value: 0, numerator: 0, denominator: 4 },
      activitiesHeld: { value: 0 },
      monthsMet: { value: 0 },
      noticeRate: none,
      photoRate: none,
      lateReports: { value: 2 },
      reportsOnTimeRate: { value: 0, numerator: 0, denominator: 2 },
      projectsListed: { value: 0 },
      volunteerHours: { value: 0 },
      storiesPublished: { value: 0 },
      goodPractices: { value: 0 },
      placementsNational: { value: 0 },
      placementsProvince: { value: 0 },
      placementsCity: { value: 0 },
      satisfaction: { value: null },
      awareness: { value: null },
      participation: { value: null },
      inspectionScore: { value: null },
    });
  });
});

describe('the evidence beside a sheet', () => {
  const evidenceFor = async (person: Person, unit: Rec) =>
    person.client.get<{ evidence: Evidence }>(`/evaluations/${(await sheetOf(unit)).documentId}/evidence`);

  it('is of the unit and of the days that the round judges', async () => {
    const { evidence } = (await evidenceFor(rater, busy)).data;
    const of = (kind: keyof Evidence) => ({
      counts: Object.fromEntries((evidence[kind]?.counts ?? []).map(({ category, n }) => [category, n])),
      items: (evidence[kind]?.items ?? []).map(({ day, note }) => [day, note?.zh ?? null]),
    });
    expect(of('activities')).toEqual({
      counts: { talks: 2, care: 2 },
      items: [
        ['2022-10-11', '已报送'],
        ['2022-10-01', '已核实'],
        ['2022-08-16', '已核实'],
        ['2022-07-12', '已核实'],
      ],
    });
    expect(of('photos')).toEqual({ counts: { talks: 2 }, items: [['2022-07-12', '2 张']] });
    expect(of('ledger')).toEqual({
      counts: { null: 7 },
      items: [
        [null, '66.67%（2/3）'],
        [null, '50%（2/4）'],
      ],
    });
    expect(of('filings')).toEqual({
      counts: { null: 2 },
      items: [
        ['2022-10-15', '逾期未报'],
        ['2022-09-01', '按时报送'],
      ],
    });
    expect(of('projects').counts).toEqual({ talks: 2 });
    expect(of('placements')).toEqual({
      counts: { null: 2 },
      items: [
        ['2022-09-01', '市级'],
        ['2022-09-01', '国家级'],
      ],
    });
    expect(of('stories')).toEqual({ counts: { care: 1 }, items: [['2022-08-01', null]] });
    const links = (kind: keyof Evidence) => evidence[kind]?.items.map(({ documentId }) => documentId) ?? [];
    for (const documentId of links('activities'))
      expect((await rater.client.get(`/activities/${documentId}`)).status).toBe(200);
    expect(links('filings').filter((link) => link === null)).toHaveLength(1);
  });

  it('of a unit without records is empty', async () => {
    const { evidence } = (await evidenceFor(rater, idle)).data;
    expect(evidence.activities).toEqual({ counts: [], items: [] });
    expect(evidence.ledger?.items).toHaveLength(1);
  });

  it('is for those who read the sheet: not for others, nor after a recusal', async () => {
    const others = [await make.person('evaluator'), await make.person('unit', { unit: busy.documentId })];
    for (const person of others) expect((await evidenceFor(person, busy)).status).toBe(404);
    for (const role of ['civilityOffice', 'inspector', 'publicity'] as const)
      expect((await evidenceFor(await make.person(role), busy)).status, role).toBe(403);
    const anybody = new Client(null, by.url);
    expect((await anybody.get('/evaluations/aaaaaaaaaaaa/evidence')).status).toBe(401);
    const sheet = await sheetOf(idle);
    const address = `/evaluations/${sheet.documentId}`;
    const recused = await rater.client.step(address, 'recuse', sheet.rev, '亲属在该单位任职');
    expect(recused.status).toBe(204);
    expect((await rater.client.get(`${address}/evidence`)).status).toBe(404);
    expect((await by.get(`${address}/evidence`)).status).toBe(200);
  });
});
