import { addDays, monthOf } from '@jiedui/shared/calendar';
import type { FilingStanding } from '@jiedui/shared/filing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

type Counts = Record<FilingStanding, number>;
type DutyAnswer = {
  requirement: { documentId: string; title: string };
  period: string | null;
  due: { dueOn: string };
  daysLeft: number;
  counts: Counts;
};
type PartyAnswer = {
  per: string;
  documentId: string;
  standing: FilingStanding;
  filing: { documentId: string; lateDays: number | null; receiptNumber: string | null } | null;
};
type Card = {
  key: string;
  count: number;
  due: string | null;
  days: number | null;
  to: string;
  rows: { to: string }[];
};

let by: Client;
let make: Builders;
let today: string;

beforeAll(async () => {
  by = await office();
  make = builders(by);
  today = (await by.get<{ today: string }>('/session')).data.today;
});

/** A department with four units, of which one is a school, and the department's person. */
async function roster() {
  const department = await make.department();
  const of = { department: department.documentId };
  const units = [await make.unit(of), await make.unit(of), await make.unit(of)];
  const school = await make.unit({ ...of, unitClass: 'school' });
  const lead = await make.person('leadDepartment', of);
  return { units, school, lead };
}

const requirementOf = (daysFromToday: number, more: object = {}) =>
  make.reportRequirement({
    dueOn: addDays(today, daysFromToday),
    appliesTo: { unitClasses: ['liaison'] },
    ...more,
  });

async function sendIn(requirement: Rec, unit: Rec | undefined) {
  const report = await make.report({ requirement: requirement.documentId, unit: unit?.documentId });
  await step(by, `/reports/${report.documentId}`, 'submit');
  return report;
}

async function overviewOf(client: Client, requirement: Rec, of = 'report') {
  const { data } = await client.get<DutyAnswer[]>(`/filings?of=${of}`);
  return data.filter((duty) => duty.requirement.documentId === requirement.documentId);
}

const partiesOf = (client: Client, requirement: Rec, more = '') =>
  client.get<PartyAnswer[]>(
    `/filings/parties?of=report&requirement=${requirement.documentId}&pageSize=100${more}`,
  );

const cardOf = async (client: Client, key: string) => {
  const { data } = await client.get<{ cards: Card[] }>('/workbench');
  return data.cards.find((card) => card.key === key);
};

/** Everything else of the database out of sight: the counts are those of the requirements made here. */
async function stopped(...requirements: Rec[]) {
  for (const { documentId } of requirements) {
    const at = `/report-requirements/${documentId}`;
    const { rev } = (await by.get<Rec>(at)).data;
    await by.put(at, { data: { active: false } }, rev);
  }
}

describe('who has sent in what is owed', () => {
  it('is counted for those whom one sees, and listed one by one', async () => {
    const { units, school, lead } = await roster();
    const [first, second, third] = units;
    const requirement = await requirementOf(-2);
    await sendIn(requirement, first);
    const back = await sendIn(requirement, second);
    await step(by, `/reports/${back.documentId}`, 'return', '补充');
    const [duty] = await overviewOf(lead.client, requirement);
    expect(duty).toMatchObject({
      daysLeft: -2,
      counts: { met: 0, late: 1, missing: 2, notYet: 0 },
    });
    const { data, meta } = await partiesOf(lead.client, requirement);
    expect(meta.pagination.total).toBe(3);
    const standing = (unit: Rec | undefined) =>
      data.find(({ documentId }) => documentId === unit?.documentId);
    expect(standing(first)).toMatchObject({ standing: 'late', filing: { lateDays: 2 } });
    expect(standing(second)).toMatchObject({ standing: 'missing', filing: { state: 'returned' } });
    expect(standing(third)).toMatchObject({ standing: 'missing', filing: null });
    expect(standing(school)).toBeUndefined();
    const late = await partiesOf(lead.client, requirement, '&standing=late');
    expect(late.data.map(({ documentId }) => documentId)).toEqual([first?.documentId]);
    const named = await partiesOf(by, requirement, `&q=${encodeURIComponent(String(third?.name))}`);
    expect(named.data.map(({ documentId }) => documentId)).toEqual([third?.documentId]);
    expect((await partiesOf(by, requirement, '&q=%25')).data).toEqual([]);
    const other = await make.person('leadDepartment', { department: (await make.department()).documentId });
    expect((await partiesOf(other.client, requirement)).data).toEqual([]);
    await stopped(requirement);
  });

  it('counts for the office what a plain count of the list gives, page by page', async () => {
    const { units } = await roster();
    const requirement = await requirementOf(0, {
      appliesTo: { unitClasses: ['liaison'], stationLevels: ['institute'], departments: true },
    });
    await sendIn(requirement, units[0]);
    const [duty] = await overviewOf(by, requirement);
    const seen: PartyAnswer[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await by.get<PartyAnswer[]>(
        `/filings/parties?of=report&requirement=${requirement.documentId}&pageSize=40&page=${page}`,
      );
      seen.push(...answer.data);
      if (page >= answer.meta.pagination.pageCount) break;
    }
    expect(new Set(seen.map(({ per, documentId }) => `${per}${documentId}`)).size).toBe(seen.length);
    expect(seen.map(({ per }) => per)).toEqual(expect.arrayContaining(['unit', 'department']));
    const counted: Counts = { met: 0, late: 0, missing: 0, notYet: 0 };
    for (const { standing } of seen) counted[standing] += 1;
    expect(duty?.counts).toEqual(counted);
    expect(counted.met).toBe(1);
    await stopped(requirement);
  });

  it('leaves an addendum out: a party has one standing', async () => {
    const { units, lead } = await roster();
    const requirement = await requirementOf(0, { addendaUntil: addDays(today, 5) });
    const report = await sendIn(requirement, units[0]);
    const addendum = await make.report({
      requirement: requirement.documentId,
      unit: units[0]?.documentId,
      addendumTo: report.documentId,
    });
    await step(by, `/reports/${addendum.documentId}`, 'submit');
    const { data } = await partiesOf(lead.client, requirement);
    expect(data).toHaveLength(3);
    expect(data.filter(({ standing }) => standing === 'met')).toHaveLength(1);
    await stopped(requirement);
  });

  it('goes by period for materials, in the order of their cut-off', async () => {
    const town = await make.town();
    const institute = await make.station({ level: 'institute', town: town.documentId });
    const station = await make.station({ town: town.documentId, parent: institute.documentId });
    const clerk = await make.person('station', { station: station.documentId });
    const month = monthOf(today);
    const last = monthOf(addDays(`${month}-01`, -1));
    const requirement = await make.filingRequirement({
      appliesTo: { stationLevels: ['station'] },
      startsOn: `${last}-01`,
      endsOn: addDays(today, 90),
      cutoff: { every: 'month', day: 31, monthsLater: 0, addendaDays: 3 },
    });
    const submission = await make.materials({
      requirement: requirement.documentId,
      period: last,
      station: station.documentId,
    });
    await step(clerk.client, `/material-submissions/${submission.documentId}`, 'submit');
    const own = await clerk.client.get<
      { period: string; requirement: { documentId: string }; party: PartyAnswer }[]
    >('/filings/own?of=material-submission');
    const mine = own.data.filter((duty) => duty.requirement.documentId === requirement.documentId);
    expect(mine.map(({ period, party }) => [period, party.standing])).toEqual([
      [last, 'late'],
      [month, 'notYet'],
    ]);
    const townClerk = await make.person('town', { town: town.documentId });
    const periods = await overviewOf(townClerk.client, requirement, 'material-submission');
    expect(periods.map(({ period, counts }) => [period, counts.late, counts.notYet])).toEqual([
      [last, 1, 0],
      [month, 0, 1],
    ]);
    const { rev } = requirement;
    await by.put(`/filing-requirements/${requirement.documentId}`, { data: { active: false } }, rev);
  });

  it('is asked for by those who follow it only, and in words that make sense', async () => {
    for (const role of ['evaluator', 'publicity'] as const)
      expect((await (await make.person(role)).client.get('/filings?of=report')).status).toBe(403);
    for (const query of ['', '?of=unit', '?of=report&requirement=x', '?of=report'])
      expect((await by.get(`/filings/parties${query}`)).status, query).toBe(400);
    expect((await by.get('/filings?of=constructor')).status).toBe(400);
  });
});

describe('the figures of a unit', () => {
  it('count what was late or missing, and the share in time of what was due', async () => {
    const { units, lead } = await roster();
    const [unit, other] = units;
    const kept = [
      await requirementOf(-1),
      await requirementOf(-3),
      await requirementOf(3),
      await requirementOf(9),
    ];
    await sendIn(kept[0] as Rec, unit);
    await sendIn(kept[2] as Rec, unit);
    const figuresOf = (client: Client, one: Rec | undefined) =>
      client.get<{ counts: Counts; figures: object }>(`/filings/figures?unit=${one?.documentId}`);
    const before = (await figuresOf(by, other)).data.counts;
    const { data } = await figuresOf(lead.client, unit);
    expect(data.counts).toEqual({
      met: before.met + 1,
      late: before.late + 1,
      missing: before.missing - 1,
      notYet: before.notYet - 1,
    });
    const { met, late, missing } = data.counts;
    expect(data.figures).toEqual({
      lateReports: late + missing,
      reportsOnTimeRate: (met / (met + late + missing)) * 100,
    });
    const stranger = await make.person('unit', { unit: other?.documentId });
    expect((await figuresOf(stranger.client, unit)).status).toBe(404);
    await stopped(...kept);
  });
});

describe('the workbench', () => {
  it('tells a unit what it owes, and no more once it is sent in', async () => {
    const { units } = await roster();
    const contact = await make.person('unit', { unit: units[0]?.documentId });
    const counted = async () => (await cardOf(contact.client, 'reportsOwed'))?.count ?? 0;
    const before = await counted();
    const far = await requirementOf(15);
    expect(await counted()).toBe(before);
    const near = await requirementOf(14);
    // Before anything else that the database asks for, so that it is the first.
    const overdue = await requirementOf(-4000);
    expect(await counted()).toBe(before + 2);
    expect(await cardOf(contact.client, 'reportsOwed')).toMatchObject({ days: -4000, to: '/reports' });
    const notices = (await contact.client.get<{ kind: string; link: string }[]>('/notifications')).data;
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'overdue', link: '/reports' }));
    const draft = await make.report({ requirement: overdue.documentId, unit: units[0]?.documentId });
    const card = await cardOf(contact.client, 'reportsOwed');
    expect(card?.rows[0]?.to).toBe(`/reports/${draft.documentId}`);
    await step(contact.client, `/reports/${draft.documentId}`, 'submit');
    expect(await counted()).toBe(before + 1);
    await stopped(far, near, overdue);
  });

  it('tells the office who has not sent in what was due, and what waits for it', async () => {
    const { units } = await roster();
    const before = (await cardOf(by, 'reportsMissing'))?.count ?? 0;
    const waiting = (await cardOf(by, 'reportsToAccept'))?.count ?? 0;
    const requirement = await requirementOf(-1, { appliesTo: { unitClasses: ['liaison'] } });
    const all = (await partiesOf(by, requirement)).meta.pagination.total;
    expect((await cardOf(by, 'reportsMissing'))?.count).toBe(before + all);
    await sendIn(requirement, units[0]);
    expect((await cardOf(by, 'reportsMissing'))?.count).toBe(before + all - 1);
    expect((await cardOf(by, 'reportsToAccept'))?.count).toBe(waiting + 1);
    await stopped(requirement);
  });

  it('has an institute forward what came from below, not what it sent itself before it is one', async () => {
    const town = await make.town();
    const institute = await make.station({ level: 'institute', town: town.documentId });
    const station = await make.station({ town: town.documentId, parent: institute.documentId });
    const [above, clerk] = [
      await make.person('station', { station: institute.documentId }),
      await make.person('station', { station: station.documentId }),
    ];
    const requirement = await make.filingRequirement();
    const values = { requirement: requirement.documentId, period: '2022-11' };
    for (const { documentId } of [institute, station]) {
      const made = await make.materials({ ...values, station: documentId });
      await step(by, `/material-submissions/${made.documentId}`, 'submit');
    }
    const card = await cardOf(above.client, 'materialsToForward');
    expect(card?.count).toBe(2);
    expect((await above.client.get<Rec[]>(`${card?.to}`)).meta.pagination.total).toBe(2);
    expect((await cardOf(clerk.client, 'materialsToForward'))?.count).toBe(0);
    expect((await clerk.client.get<Rec[]>(`${card?.to}`)).data).toEqual([]);
    const { rev } = requirement;
    await by.put(`/filing-requirements/${requirement.documentId}`, { data: { active: false } }, rev);
  });
});
