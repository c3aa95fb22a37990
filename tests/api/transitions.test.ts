import { ROLES, type Role, scopeOf } from '@jiedui/shared/access';
import { paragraphsOf } from '@jiedui/shared/story';
import { MACHINES, type Machine } from '@jiedui/shared/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, create, type Person, REPORT, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { uploadPicture } from './support/files';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** What an activity needs for the steps of Annex 1 when nothing special is about it. */
const READY = {
  firstAidOfficer: '王急救',
  guides: '刘指引',
  ivolunteerNumber: 'HD-2022-1',
  materialsReviewed: true,
  routine: true,
};

const at = (activity: Rec) => `/activities/${activity.documentId}`;

describe('an activity', () => {
  it('goes its whole way, and each step is stamped by the server', async () => {
    const activity = await make.activity(READY);
    await step(by, at(activity), 'clear');
    expect((await step(by, at(activity), 'announce')).announcedAt).toBeTypeOf('string');
    await step(by, at(activity), 'hold');
    const held = await by.get<Rec>(at(activity));
    await by.put(at(activity), { data: REPORT }, held.data.rev);
    const reported = await step(by, at(activity), 'report');
    expect(reported).toMatchObject({ state: 'reported' });
    expect(Math.abs(Date.parse(String(reported.reportedAt)) - Date.now())).toBeLessThan(60_000);
    const returned = await step(by, at(activity), 'return', '照片不清楚');
    expect(returned.state).toBe('returned');
    await step(by, at(activity), 'report');
    expect(await step(by, at(activity), 'verify')).toMatchObject({ state: 'verified' });
    const history = await by.get<Rec[]>(`${at(activity)}/history`);
    const steps = history.data.filter((entry) => entry.action === 'transition');
    expect(steps.map((entry) => entry.transition).reverse()).toEqual([
      'clear',
      'announce',
      'hold',
      'report',
      'return',
      'report',
      'verify',
    ]);
    expect(steps.find((entry) => entry.transition === 'return')?.reason).toBe('照片不清楚');
  });

  it('takes no step from a wrong state, no unknown step and none without its revision', async () => {
    const activity = await make.activity(READY);
    const refused = await by.step(at(activity), 'verify', 1);
    expect([refused.status, refused.error.details.code]).toEqual([409, 'TRANSITION_REFUSED']);
    for (const name of ['fly', 'toString', '__proto__', 'constructor']) {
      const unknown = await by.step(at(activity), name, 1);
      expect([unknown.status, unknown.error.details.code]).toEqual([404, 'TRANSITION_UNKNOWN']);
    }
    const without = await by.post(`${at(activity)}/transitions/clear`, { data: {} });
    expect([without.status, without.error.details.code]).toEqual([428, 'REV_REQUIRED']);
    const stale = await by.step(at(activity), 'clear', 7);
    expect([stale.status, stale.error.details.code]).toEqual([409, 'REV_CONFLICT']);
  });

  it.each(['', '   ', undefined, 5, ['x'], { a: 1 }])(
    'is not cancelled for the reason %j',
    async (reason) => {
      const activity = await make.activity(READY);
      const answer = await by.post(`${at(activity)}/transitions/cancel`, { data: { reason } }, { rev: 1 });
      expect([answer.status, answer.error.details.code]).toEqual([422, 'REASON_REQUIRED']);
    },
  );

  it('is not reported before numbers and summary are there', async () => {
    const activity = await make.activity(READY);
    for (const name of ['clear', 'announce', 'hold']) await step(by, at(activity), name);
    const { data } = await by.get<Rec>(at(activity));
    const answer = await by.step(at(activity), 'report', data.rev);
    expect([answer.status, answer.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
    expect(answer.error.details.errors?.map(({ path }) => path[0])).toEqual(['actualPeople', 'summary']);
    const { checklist, ...numbers } = REPORT;
    await by.put(at(activity), { data: numbers }, data.rev);
    const unanswered = await by.step(at(activity), 'report', data.rev + 1);
    expect([unanswered.status, unanswered.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
    expect(unanswered.error.details.errors?.map(({ path }) => path[0])).toEqual(Object.keys(checklist));
  });

  it('is not edited once it is verified or cancelled', async () => {
    const activity = await make.activity(READY);
    await step(by, at(activity), 'cancel', '下雨');
    const answer = await by.put(at(activity), { data: { venue: '别处' } }, 2);
    expect([answer.status, answer.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });

  it('of two who take steps at the same moment one wins', async () => {
    const activity = await make.activity(READY);
    const answers = await Promise.all([
      by.step(at(activity), 'clear', 1),
      by.step(at(activity), 'cancel', 1, '撞期'),
      by.step(at(activity), 'clear', 1),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('Annex 1', () => {
  const announce = async (values: Record<string, unknown>) => {
    const activity = await make.activity({ ...READY, ...values });
    await step(by, at(activity), 'clear');
    const { data } = await by.get<Rec>(at(activity));
    return { activity, answer: await by.step(at(activity), 'announce', data.rev) };
  };
  const unmet = (answer: { error: { details: { errors?: { path: unknown[] }[] } } }) =>
    answer.error.details.errors?.map(({ path }) => path[0]);

  it('999 people need no approval of public security', async () => {
    const { answer } = await announce({ expectedPeople: 999 });
    expect(answer.status, answer.text).toBe(200);
  });

  it.each([1000, 1001])(
    '%i people do, and with the document attached it may be announced',
    async (people) => {
      const { activity, answer } = await announce({ expectedPeople: people });
      expect(answer.status).toBe(422);
      expect(unmet(answer)).toEqual(['annex1.1a']);
      await uploadPicture(by, activity, 'publicSecurityApproval');
      const announced = await step(by, at(activity), 'announce');
      expect(announced.state).toBe('announced');
    },
  );

  it.each(['park', 'square', 'mallForecourt', 'otherPublic'])(
    'a public place (%s) needs urban management’s',
    async (venueKind) => {
      const { activity, answer } = await announce({ venueKind, expectedPeople: 10 });
      expect(unmet(answer)).toEqual(['annex1.1b']);
      await uploadPicture(by, activity, 'urbanManagementApproval');
      expect((await step(by, at(activity), 'announce')).state).toBe('announced');
    },
  );

  it('both approvals are asked independently, beside materials and i志愿', async () => {
    const { answer } = await announce({
      venueKind: 'square',
      expectedPeople: 5000,
      materialsReviewed: false,
      ivolunteerNumber: '',
    });
    expect(unmet(answer)).toEqual(['annex1.1a', 'annex1.1b', 'annex1.3b', 'annex1.7a']);
  });

  it('nothing is confirmed without a named first-aid officer', async () => {
    for (const firstAidOfficer of [null, '', '  ']) {
      const activity = await make.activity({ ...READY, firstAidOfficer });
      const answer = await by.step(at(activity), 'clear', 1);
      expect(answer.status, JSON.stringify(firstAidOfficer)).toBe(422);
      expect(unmet(answer)).toEqual(['annex1.6b']);
    }
  });
});

describe('who may take which step', () => {
  /** Steps whose way there is another subject's test. */
  const machines = Object.entries(MACHINES).filter(([resource]) =>
    ['activity', 'project', 'story'].includes(resource),
  ) as [string, Machine][];
  const people = new Map<Role, Person>();
  let of: { unit: string; station: string; category: string };
  let column: string;

  beforeAll(async () => {
    const department = await make.department();
    const town = await make.town();
    const unit = await make.unit({ department: department.documentId });
    const station = await make.station({ town: town.documentId });
    of = {
      unit: unit.documentId,
      station: station.documentId,
      category: (await make.category()).documentId,
    };
    column = (await make.column()).documentId;
    const anchors: Partial<Record<Role, Record<string, string>>> = {
      leadDepartment: { department: department.documentId },
      town: { town: town.documentId },
      station: { station: station.documentId },
      unit: { unit: unit.documentId },
    };
    for (const role of ROLES) people.set(role, await make.person(role, anchors[role]));
  });

  const plural: Record<string, string> = { activity: 'activities', project: 'projects', story: 'stories' };

  /** A record in the state from which a step leads, brought there by the office. */
  async function recordIn(resource: string, machine: Machine, state: string): Promise<string> {
    const values = {
      activity: () => make.activityValues({ ...READY, ...of, ...REPORT }),
      project: async () => ({
        title: `项目${Math.random()}`,
        unit: of.unit,
        category: of.category,
        summary: '好',
      }),
      story: async () => ({
        title: `故事${Math.random()}`,
        unit: of.unit,
        station: of.station,
        column,
        summary: '现场见闻',
        content: paragraphsOf('正文'),
        scheduledFor: '2099-01-01T00:00:00.000Z',
      }),
    }[resource];
    if (!values) throw new Error(resource);
    const record = await create(by, plural[resource] ?? '', await values());
    const path = `/${plural[resource]}/${record.documentId}`;
    for (const name of wayTo(machine, state)) await step(by, path, name, '原因');
    if (state === machine.transitions.republish?.from[0]) await explain(path);
    return path;
  }

  /** A correction is explained by a note of its own. */
  async function explain(path: string): Promise<void> {
    const { data } = await by.get<Rec>(path);
    await by.put(path, { data: { correction: '人数有误,现予更正。' } }, data.rev);
  }

  function wayTo(machine: Machine, goal: string): string[] {
    const ways: [state: string, names: string[]][] = [[machine.initial, []]];
    for (const [state, names] of ways) {
      if (state === goal) return names;
      for (const [name, { from, to }] of Object.entries(machine.transitions)) {
        if (from.includes(state) && !ways.some(([known]) => known === to)) ways.push([to, [...names, name]]);
      }
    }
    throw new Error(`No way leads to ${goal}`);
  }

  const steps = machines.flatMap(([resource, machine]) =>
    Object.entries(machine.transitions).map(([name, transition]) => ({
      resource,
      machine,
      name,
      transition,
    })),
  );

  it.each(steps)('$resource: $name', async ({ resource, machine, name, transition }) => {
    for (const role of ROLES) {
      const path = await recordIn(resource, machine, transition.from[0] ?? '');
      const { data } = await by.get<Rec>(path);
      const { client } = people.get(role) as Person;
      const answer = await client.step(path, name, data.rev, '原因');
      // Everybody here belongs to the record: the row scope is the matrix test's subject.
      const inReach = scopeOf(role, 'transition', resource) !== null;
      const allowed = inReach && transition.by.includes(role);
      expect(answer.status, `${role}: ${answer.text}`).toBe(allowed ? 200 : 403);
      if (allowed) expect(answer.data.state).toBe(transition.to);
    }
  });
});
