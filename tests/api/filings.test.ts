import { addDays, monthOf } from '@jiedui/shared/calendar';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { PICTURE } from './support/files';

let by: Client;
let make: Builders;
let today: string;

beforeAll(async () => {
  by = await office();
  make = builders(by);
  today = (await by.get<{ today: string }>('/session')).data.today;
});

/** A station below an institute, in a town, with a person at each. */
async function place() {
  const town = await make.town();
  const institute = await make.station({ level: 'institute', town: town.documentId });
  const station = await make.station({ town: town.documentId, parent: institute.documentId });
  const unit = await make.unit();
  return {
    town,
    institute,
    station,
    unit,
    clerk: await make.person('station', { station: station.documentId }),
    above: await make.person('station', { station: institute.documentId }),
    townClerk: await make.person('town', { town: town.documentId }),
    contact: await make.person('unit', { unit: unit.documentId }),
  };
}

const address = (plural: string, record: Rec) => `/${plural}/${record.documentId}`;

async function addPicture(client: Client, at: string, name = '照片.png') {
  const { rev } = (await client.get<Rec>(at)).data;
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(PICTURE)], { type: 'image/png' }), name);
  const answer = await client.call('POST', `${at}/files/files`, { raw: form, rev });
  expect(answer.status, answer.text).toBe(201);
}

async function tried(client: Client, at: string, name: string, reason?: string) {
  const { rev } = (await client.get<Rec>(at)).data;
  return client.step(at, name, rev, reason);
}

/** What was sent back; that something is owed is told as well, by whatever the database asks for. */
const returnsOf = async ({ client }: Person) =>
  (await client.get<{ kind: string; link: string }[]>('/notifications')).data.filter(
    ({ kind }) => kind === 'returned',
  );

describe('a report', () => {
  it('is sent in with a receipt, sent back with a reason, mended and accepted, and keeps its number', async () => {
    const { unit, contact } = await place();
    const requirement = await make.reportRequirement({ dueOn: today });
    const made = await contact.client.post<Rec>('/reports', {
      data: { requirement: requirement.documentId, unit: unit.documentId, text: '小结' },
    });
    expect(made.status, made.text).toBe(201);
    expect(made.data.title).toBe(`${requirement.title} · ${unit.name}`);
    const at = address('reports', made.data);
    const sent = await step(contact.client, at, 'submit');
    expect(sent).toMatchObject({ state: 'submitted', lateDays: 0, submittedBy: contact.username });
    expect(sent.receiptNumber).toBe(
      `BG${today.replaceAll('-', '')}-${String(made.data.id).padStart(5, '0')}`,
    );
    expect(sent.firstSubmittedAt).toBe(sent.submittedAt);
    await step(by, at, 'return', '缺少数据');
    expect(await returnsOf(contact)).toMatchObject([{ kind: 'returned', link: at }]);
    const again = await step(contact.client, at, 'submit');
    expect(again.receiptNumber).toBe(sent.receiptNumber);
    expect(again.firstSubmittedAt).toBe(sent.firstSubmittedAt);
    const accepted = await step(by, at, 'accept');
    expect(accepted.state).toBe('accepted');
    expect(accepted.acceptedAt).not.toBeNull();
    expect((await tried(contact.client, at, 'submit')).status).toBe(409);
  });

  it.each([
    [0, true, 0, 'on the last day'],
    [-1, true, 1, 'the day after'],
    [-5, true, 5, 'five days after'],
    [0, false, 1, 'on the day, where 前 leaves it out'],
    [1, false, 0, 'the day before it'],
  ])('due in %i days (the day itself: %s) is late by %i (%s)', async (days, dayIncluded, expected) => {
    const { unit, contact } = await place();
    const requirement = await make.reportRequirement({ dueOn: addDays(today, days), dayIncluded });
    const report = await make.report({ requirement: requirement.documentId, unit: unit.documentId });
    expect((await step(contact.client, address('reports', report), 'submit')).lateDays).toBe(expected);
  });

  it('is one for a requirement and a party, who owes it', async () => {
    const { unit, station, contact } = await place();
    const requirement = (await make.reportRequirement({ appliesTo: { unitClasses: ['liaison'] } }))
      .documentId;
    const values = { requirement, unit: unit.documentId };
    await make.report(values);
    const twice = await contact.client.post('/reports', { data: values });
    expect([twice.status, twice.error.details.code]).toEqual([409, 'DUPLICATE']);
    const wrong: [object, string][] = [
      [{ requirement }, 'unit'],
      [{ ...values, station: station.documentId }, 'station'],
      [{ requirement, station: station.documentId }, 'requirement'],
      [{ requirement, unit: (await make.unit({ unitClass: 'school' })).documentId }, 'requirement'],
    ];
    for (const [data, field] of wrong) {
      const answer = await by.post('/reports', { data });
      expect(answer.status, JSON.stringify(data)).toBe(400);
      expect(answer.error.details.errors?.[0]?.path).toEqual([field]);
    }
  });

  it('is not asked for where the requirement has been stopped', async () => {
    const { unit } = await place();
    const requirement = await make.reportRequirement({ active: false });
    const answer = await by.post('/reports', {
      data: { requirement: requirement.documentId, unit: unit.documentId },
    });
    expect(answer.error.details.errors?.[0]?.path).toEqual(['requirement']);
  });

  it('is nobody else’s: another unit neither reads nor sends it', async () => {
    const mine = await place();
    const other = await place();
    const report = await make.report({ unit: mine.unit.documentId });
    const at = address('reports', report);
    expect((await other.contact.client.get(at)).status).toBe(404);
    expect((await other.contact.client.step(at, 'submit', report.rev)).status).toBe(404);
    expect((await mine.contact.client.step(at, 'accept', report.rev)).status).toBe(403);
  });

  it('takes no receipt, number or lateness from anybody', async () => {
    const { unit, contact } = await place();
    const requirement = (await make.reportRequirement()).documentId;
    for (const field of [
      'receiptNumber',
      'lateDays',
      'submittedAt',
      'firstSubmittedAt',
      'title',
      'acceptedBy',
    ]) {
      const data = {
        requirement,
        unit: unit.documentId,
        [field]: field.endsWith('At') ? `${today}T00:00:00Z` : 1,
      };
      const answer = await contact.client.post('/reports', { data });
      expect(answer.error.details.errors, field).toMatchObject([{ path: [field], code: 'UNKNOWN_FIELD' }]);
    }
  });

  it('is added to after it came in, until the last day for it, and the addendum is not judged', async () => {
    const { unit, contact } = await place();
    const requirement = await make.reportRequirement({
      dueOn: addDays(today, -3),
      addendaUntil: today,
    });
    const values = { requirement: requirement.documentId, unit: unit.documentId };
    const report = await make.report(values);
    const at = address('reports', report);
    const addendum = { ...values, addendumTo: report.documentId };
    const early = await contact.client.post('/reports', { data: addendum });
    expect(early.error.details.errors).toMatchObject([{ path: ['addendumTo'] }]);
    expect((await step(contact.client, at, 'submit')).lateDays).toBe(3);
    const added = await contact.client.post<Rec>('/reports', { data: addendum });
    expect(added.status, added.text).toBe(201);
    const sent = await step(contact.client, address('reports', added.data), 'submit');
    expect(sent).toMatchObject({ lateDays: null, state: 'submitted' });
    expect(sent.receiptNumber).not.toBe(null);
    const ofAddendum = { ...values, addendumTo: added.data.documentId };
    expect((await contact.client.post('/reports', { data: ofAddendum })).status).toBe(400);
    // Shut meanwhile: a draft that was begun in time is too late as well.
    const draft = await contact.client.post<Rec>('/reports', { data: addendum });
    expect(draft.status, draft.text).toBe(201);
    const open = (await by.get<Rec>(address('report-requirements', requirement))).data;
    const shut = { data: { addendaUntil: addDays(today, -1) } };
    expect((await by.put(address('report-requirements', requirement), shut, open.rev)).status).toBe(200);
    expect((await tried(contact.client, address('reports', draft.data), 'submit')).status).toBe(422);
  });

  it('keeps what its receipt is for', async () => {
    const { unit, contact } = await place();
    const report = await make.report({ unit: unit.documentId });
    const at = address('reports', report);
    await step(contact.client, at, 'submit');
    const { rev } = await step(by, at, 'return', '补充');
    const other = (await make.reportRequirement()).documentId;
    const answer = await contact.client.put(at, { data: { requirement: other } }, rev);
    expect(answer.error.details.errors).toMatchObject([{ path: ['requirement'], code: 'STATE_LOCKED' }]);
  });
});

describe('the rules of a requirement', () => {
  const rules = { kinds: ['picture'], megabytes: 1, files: { min: 1, max: 2 }, text: { min: 4, max: 10 } };

  it('are asked by the server when something is sent in', async () => {
    const { unit, contact } = await place();
    const requirement = await make.reportRequirement({ rules });
    const values = { requirement: requirement.documentId, unit: unit.documentId, text: '太短' };
    const report = await make.report(values);
    const at = address('reports', report);
    const refused = await tried(contact.client, at, 'submit');
    expect(refused.status).toBe(422);
    expect(refused.error.details.errors).toMatchObject([
      { path: ['text'], code: 'OUT_OF_RANGE', message: '文字至少 4 字,现有 2 字。' },
      { path: ['files'], code: 'REQUIRED' },
    ]);
    await addPicture(contact.client, at);
    const { rev } = (await contact.client.get<Rec>(at)).data;
    await contact.client.put(at, { data: { text: '刚好四字' } }, rev);
    expect((await step(contact.client, at, 'submit')).state).toBe('submitted');
  });

  it('have their form', async () => {
    const values = { title: '一', dueOn: today, kind: 'other', appliesTo: { departments: true } };
    const wrong: [object, string][] = [
      [{ appliesTo: { unitClasses: ['nobody'] } }, 'appliesTo'],
      [{ appliesTo: [] }, 'appliesTo'],
      [{ rules: { ...rules, megabytes: 500 } }, 'rules'],
      [{ rules: 'x' }, 'rules'],
      [{ addendaUntil: addDays(today, -1) }, 'addendaUntil'],
    ];
    for (const [at, [more, field]] of wrong.entries()) {
      const answer = await by.post('/report-requirements', { data: { ...values, code: `x${at}`, ...more } });
      expect(answer.error.details.errors?.[0]?.path, JSON.stringify(more)).toEqual([field]);
    }
  });

  it('keep the day by which somebody was found late', async () => {
    const { unit, contact } = await place();
    const requirement = await make.reportRequirement({ dueOn: addDays(today, -1) });
    const at = address('report-requirements', requirement);
    const later = await by.put<Rec>(at, { data: { dueOn: addDays(today, -2) } }, requirement.rev);
    expect(later.status).toBe(200);
    const report = await make.report({ requirement: requirement.documentId, unit: unit.documentId });
    await step(contact.client, address('reports', report), 'submit');
    const moved = await by.put(at, { data: { dueOn: today } }, later.data.rev);
    expect([moved.status, moved.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    const renamed = await by.put(at, { data: { title: '改名' } }, later.data.rev);
    expect(renamed.status, renamed.text).toBe(200);
  });
});

describe('materials on their way upward', () => {
  const monthly = () => ({
    startsOn: addDays(today, -40),
    endsOn: addDays(today, 40),
    cutoff: { every: 'once', on: today, addendaDays: 5 },
  });

  it('go from the station by the institute to the district, with a receipt at each level', async () => {
    const { station, clerk, above } = await place();
    const requirement = await make.filingRequirement(monthly());
    const data = { requirement: requirement.documentId, period: 'once', station: station.documentId };
    const made = await clerk.client.post<Rec>('/material-submissions', { data });
    expect(made.status, made.text).toBe(201);
    const at = address('material-submissions', made.data);
    expect((await tried(above.client, at, 'submit')).status).toBe(200);
    const own = await tried(clerk.client, at, 'forward');
    expect([own.status, own.error.details.code]).toEqual([422, 'NOT_ALLOWED']);
    expect((await tried(clerk.client, at, 'return', '我退')).status).toBe(422);
    const forwarded = await step(above.client, at, 'forward');
    expect(forwarded).toMatchObject({ state: 'forwarded', forwardedBy: above.username, lateDays: 0 });
    expect((await tried(above.client, at, 'accept')).status).toBe(403);
    const accepted = await step(by, at, 'accept');
    expect(accepted.state).toBe('accepted');
    for (const stamp of ['submittedAt', 'forwardedAt', 'acceptedAt'])
      expect(accepted[stamp], stamp).not.toBeNull();
    expect(accepted.receiptNumber).toMatch(/^CL\d{8}-\d{5,}$/);
  });

  it('come back to the station from the institute, the town or the district, with the reason', async () => {
    const { station, clerk, above, townClerk } = await place();
    const requirement = await make.filingRequirement(monthly());
    const made = await make.materials({
      requirement: requirement.documentId,
      period: 'once',
      station: station.documentId,
    });
    const at = address('material-submissions', made);
    await step(clerk.client, at, 'submit');
    expect((await tried(above.client, at, 'return')).status).toBe(422);
    await step(above.client, at, 'return', '照片不清楚');
    await step(clerk.client, at, 'submit');
    await step(townClerk.client, at, 'return', '缺签到表');
    await step(clerk.client, at, 'submit');
    await step(townClerk.client, at, 'forward');
    const back = await step(by, at, 'sendBack', '说明太短');
    expect(back.state).toBe('returned');
    expect(await returnsOf(clerk)).toHaveLength(3);
    expect(await returnsOf(above)).toEqual([]);
    const again = await step(clerk.client, at, 'submit');
    expect(again).toMatchObject({ state: 'submitted', forwardedAt: null, forwardedBy: null });
  });

  it('are for a period that the requirement has, once each', async () => {
    const { station, clerk } = await place();
    const month = monthOf(today);
    const requirement = await make.filingRequirement({
      startsOn: `${month}-01`,
      endsOn: addDays(today, 60),
      cutoff: { every: 'month', day: 5, monthsLater: 1, addendaDays: 0 },
    });
    const data = { requirement: requirement.documentId, station: station.documentId };
    const post = (period: unknown) =>
      clerk.client.post('/material-submissions', { data: { ...data, period } });
    expect((await post(month)).status).toBe(201);
    expect((await post(month)).error.details.code).toBe('DUPLICATE');
    for (const period of ['once', '2001-01', '2022-1', '20221', ''])
      expect((await post(period)).error.details.errors?.[0]?.path, period).toEqual(['period']);
  });

  it('are not seen by another station, and only by the own institute', async () => {
    const mine = await place();
    const other = await place();
    const made = await make.materials({ station: mine.station.documentId });
    const at = address('material-submissions', made);
    for (const { client } of [other.clerk, other.above, other.townClerk])
      expect((await client.get(at)).status).toBe(404);
    for (const { client } of [mine.clerk, mine.above, mine.townClerk])
      expect((await client.get(at)).status).toBe(200);
    expect((await mine.contact.client.get(at)).status).toBe(403);
  });
});
