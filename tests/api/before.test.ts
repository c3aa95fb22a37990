import { LEGAL_EXTRA_RULES } from '@jiedui/shared/activity';
import { PLAN_PRESET } from '@jiedui/shared/programme';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, REPORT, step } from './support/builders';
import { type Answer, type Client, office, type Rec } from './support/client';
import { uploadPicture } from './support/files';

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
const SHOWN = { showsTheme: true, showsHost: true, showsTime: true };

const at = (plural: string, record: Rec) => `/${plural}/${record.documentId}`;
const pathOf = (activity: Rec) => at('activities', activity);

async function tried(client: Client, path: string, name: string, reason?: string) {
  const { rev } = (await client.get<Rec>(path)).data;
  return client.step(path, name, rev, reason);
}
const fields = (answer: Answer<unknown>) => answer.error.details.errors?.map(({ path }) => path[0]);

/** A site in a town with a unit that has an activity there, and the people around it. */
async function place(values: Record<string, unknown> = {}) {
  const town = await make.town();
  const station = await make.station({ town: town.documentId });
  const unit = await make.unit();
  const activity = await make.activity({
    ...READY,
    station: station.documentId,
    unit: unit.documentId,
    ...values,
  });
  return {
    activity,
    contact: await make.person('unit', { unit: unit.documentId }),
    clerk: await make.person('station', { station: station.documentId }),
    townClerk: await make.person('town', { town: town.documentId }),
  };
}

describe('the materials of an activity', () => {
  it('are reviewed one by one by somebody else than who made them', async () => {
    const { activity, contact, clerk, townClerk } = await place({ materialsReviewed: false });
    const data = { activity: activity.documentId, kind: 'banner', showsTheme: true };
    const made = await contact.client.post<Rec>('/activity-materials', { data });
    expect(made.data.title).toBe('横幅');
    const path = at('activity-materials', made.data);
    const early = await tried(contact.client, path, 'submit');
    expect([early.status, fields(early)]).toEqual([422, ['showsHost', 'showsTime']]);
    await contact.client.put(path, { data: SHOWN }, 1);
    await step(contact.client, path, 'submit');
    for (const { client } of [contact, clerk])
      expect((await tried(client, path, 'approve')).status).toBe(403);
    const approved = await step(townClerk.client, path, 'approve');
    expect(approved).toMatchObject({ state: 'approved', reviewedBy: townClerk.username });
    expect(approved.reviewedAt).toBeTypeOf('string');
    const changed = await contact.client.put(path, { data: { showsTime: false } }, approved.rev);
    expect([changed.status, changed.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    const back = await step(contact.client, path, 'revise');
    expect(back).toMatchObject({ state: 'draft', reviewedAt: null, reviewedBy: null });
  });

  it('hold the announcement back until each has passed; the person who is to mend one is told', async () => {
    const { activity, contact, clerk, townClerk } = await place({ materialsReviewed: false });
    await step(clerk.client, pathOf(activity), 'clear');
    const piece = await make.material({ activity: activity.documentId, ...SHOWN });
    const path = at('activity-materials', piece);
    const refused = await tried(clerk.client, pathOf(activity), 'announce');
    expect([refused.status, fields(refused)]).toEqual([422, ['annex1.3b']]);
    expect(refused.text).toContain('横幅未审核');
    await step(contact.client, path, 'submit');
    await step(townClerk.client, path, 'return', '主办单位写错');
    const notices = (await contact.client.get<{ link: string; kind: string }[]>('/notifications')).data;
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'returned', link: path }));
    await step(contact.client, path, 'submit');
    await step(townClerk.client, path, 'approve');
    expect((await step(clerk.client, pathOf(activity), 'announce')).state).toBe('announced');
  });

  it('need a backdrop unless the activity is routine', async () => {
    for (const [routine, unmet] of [
      [false, ['annex1.3a']],
      [true, null],
    ] as const) {
      const activity = await make.activity({ ...READY, routine });
      const piece = await make.material({ activity: activity.documentId, ...SHOWN });
      for (const name of ['submit', 'approve']) await step(by, at('activity-materials', piece), name);
      await step(by, pathOf(activity), 'clear');
      const answer = await tried(by, pathOf(activity), 'announce');
      expect(answer.status === 200 ? null : fields(answer)).toEqual(unmet);
    }
  });

  it('cannot be marked as reviewed by who writes them, in no way', async () => {
    const { activity, contact, clerk } = await place({ materialsReviewed: false });
    for (const { client } of [contact, clerk]) {
      const answer = await client.put(pathOf(activity), { data: { materialsReviewed: true } }, 1);
      expect([answer.status, fields(answer)]).toEqual([400, ['materialsReviewed']]);
      for (const field of ['reviewedAt', 'reviewedBy', 'state']) {
        const data = { activity: activity.documentId, kind: 'board', [field]: '2022-11-11T00:00:00.000Z' };
        const made = await client.post('/activity-materials', { data });
        expect([made.status, fields(made)], field).toEqual([400, [field]]);
      }
    }
  });

  it('are listed by mistake and taken away again; those of another unit are not there', async () => {
    const { activity, contact } = await place();
    const stranger = (await place()).contact;
    const piece = await make.material({ activity: activity.documentId });
    const path = at('activity-materials', piece);
    expect((await stranger.client.get(path)).status).toBe(404);
    expect((await stranger.client.remove(path, 1)).status).toBe(404);
    expect((await contact.client.remove(path, 1)).status).toBe(204);
  });
});

describe('before an activity is announced', () => {
  it('guide volunteers are named', async () => {
    const activity = await make.activity({ ...READY, guides: ' ' });
    await step(by, pathOf(activity), 'clear');
    expect(fields(await tried(by, pathOf(activity), 'announce'))).toEqual(['annex1.6c']);
  });

  it('an activity for minors names who is answerable, and again when it becomes one later', async () => {
    const early = await make.activity({ ...READY, forMinors: true });
    await step(by, pathOf(early), 'clear');
    expect(fields(await tried(by, pathOf(early), 'announce'))).toEqual(['minors.1a']);

    const activity = await make.activity(READY);
    for (const name of ['clear', 'announce']) await step(by, pathOf(activity), name);
    const set = async (data: Record<string, unknown>) =>
      by.put(pathOf(activity), { data }, (await by.get<Rec>(pathOf(activity))).data.rev);
    await set({ forMinors: true });
    expect(fields(await tried(by, pathOf(activity), 'hold'))).toEqual(['minors.1b']);
    await set({ safeguardingPerson: '张保护' });
    expect((await step(by, pathOf(activity), 'hold')).state).toBe('held');
  });
});

describe('guardians’ consents', () => {
  const minors = { forMinors: true, safeguardingPerson: '张保护', ...REPORT };

  it('are kept before an activity for minors is reported, as many as minors signed up', async () => {
    const { activity, contact } = await place({ ...minors, minorsSignedUp: 2 });
    for (const name of ['clear', 'announce', 'hold']) await step(by, pathOf(activity), name);
    const consent = { activity: activity.documentId, guardian: '李大明', consentOn: '2022-11-10' };
    for (const childName of ['李小明', '欧阳小红']) {
      expect(fields(await tried(contact.client, pathOf(activity), 'report'))).toEqual(['minors.2']);
      const made = await contact.client.post<Rec>('/guardian-consents', { data: { ...consent, childName } });
      expect(made.status, made.text).toBe(201);
      expect(made.data.childName).not.toContain('小');
    }
    expect((await step(contact.client, pathOf(activity), 'report')).state).toBe('reported');
    // What was reported rests on them.
    const [kept] = (await contact.client.get<Rec[]>('/guardian-consents')).data;
    const removed = await contact.client.remove(`/guardian-consents/${kept?.documentId}`, kept?.rev);
    expect(removed.error.details.code).toBe('STATE_LOCKED');
  });

  it('are seen by the unit, the site and the office, and by nobody else', async () => {
    const { activity, contact, clerk, townClerk } = await place(minors);
    const consent = await make.consent({ activity: activity.documentId });
    await uploadPicture(by, consent, 'paper', 'guardian-consents');
    const path = at('guardian-consents', consent);
    for (const client of [by, contact.client, clerk.client])
      expect((await client.get<Rec>(path)).data.childName).toBe('李**');
    expect((await townClerk.client.get(path)).status).toBe(403);
    for (const role of ['civilityOffice', 'inspector', 'publicity', 'evaluator'] as const) {
      const { client } = await make.person(role);
      expect((await client.get(path)).status, role).toBe(403);
      expect((await client.get(`${path}/history`)).status, role).toBe(403);
    }
    expect((await (await place()).contact.client.get(path)).status).toBe(404);
    const paper = (await by.get<Rec>(`${path}?populate[0]=paper`)).data.paper as Rec[];
    const file = `/files/${paper[0]?.documentId}`;
    expect((await by.get(file)).status).toBe(200);
    expect((await townClerk.client.get(file)).status).toBe(404);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ childName: '123' }, 'childName'],
    [{ childName: '' }, 'childName'],
    [{ childName: 5 }, 'childName'],
    [{ childName: '李'.repeat(21) }, 'childName'],
    [{ consentOn: '2122-11-10' }, 'consentOn'],
    [{ consentOn: '2022-11-31' }, 'consentOn'],
    [{ guardian: null }, 'guardian'],
  ])('are refused with %j', async (values, field) => {
    const { activity } = await place(minors);
    const data = {
      activity: activity.documentId,
      childName: '李小明',
      guardian: '李大明',
      consentOn: '2022-11-10',
      ...values,
    };
    const answer = await by.post('/guardian-consents', { data });
    expect([answer.status, fields(answer)]).toEqual([400, [field]]);
  });
});

describe('the law’s pack', () => {
  const made: Rec[] = [];
  const setActive = async (programme: Rec, active: boolean) => {
    const path = at('programmes', programme);
    const { rev } = (await by.get<Rec>(path)).data;
    expect((await by.put(path, { data: { active } }, rev)).status).toBe(200);
  };
  afterEach(async () => {
    for (const programme of made.splice(0)) await setActive(programme, !programme.active);
  });

  /** The programme becomes the only one in force, until the test is over. */
  async function inForce(activityRules: unknown): Promise<Rec> {
    const others = (await by.get<Rec[]>('/programmes?filters[active][$eq]=true')).data;
    for (const programme of others) {
      await setActive(programme, false);
      made.push({ ...programme, active: false });
    }
    const programme = await make.programme({ active: true, activityRules });
    made.push({ ...programme, active: true });
    return programme;
  }

  it('asks for the city’s licence from 5000 people on, once the office has put it in', async () => {
    const large = { ...READY, expectedPeople: 5000 };
    const announce = async (values: Record<string, unknown> = {}) => {
      const activity = await make.activity({ ...large, ...values });
      await uploadPicture(by, activity, 'publicSecurityApproval');
      await step(by, pathOf(activity), 'clear');
      return tried(by, pathOf(activity), 'announce');
    };
    await inForce(PLAN_PRESET.activityRules);
    expect((await announce()).status).toBe(200);
    await inForce([...PLAN_PRESET.activityRules, ...LEGAL_EXTRA_RULES]);
    expect(fields(await announce({ publicSecurityLevel: 'county' }))).toEqual(['legal.city']);
    expect((await announce({ publicSecurityLevel: 'city' })).status).toBe(200);
    const before = { startsAt: '2007-09-30T01:00:00.000Z', endsAt: '2007-09-30T03:00:00.000Z' };
    expect((await announce({ ...before, publicSecurityLevel: 'county' })).status).toBe(200);
  });

  it('is put in by the office alone, and only whole rules', async () => {
    const programme = await inForce(PLAN_PRESET.activityRules);
    const { client } = await make.person('civilityOffice');
    const path = at('programmes', programme);
    expect((await client.put(path, { data: { activityRules: [] } }, 1)).status).toBe(403);
    const [rule] = LEGAL_EXTRA_RULES;
    for (const inForceFrom of ['1 October 2007', '2007-13-01', 20071001]) {
      const data = { activityRules: [{ ...rule, inForceFrom }] };
      const answer = await by.put(path, { data }, 1);
      expect([answer.status, fields(answer)]).toEqual([400, ['activityRules']]);
    }
  });
});
