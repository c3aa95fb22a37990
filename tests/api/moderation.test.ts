import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Scene = { round: Rec; unit: Rec; raters: Person[] };
type Entries = Record<string, object>;

const REASON = '漏看了方案附件';
const entriesOf = (points: number): Entries => ({
  A1: { points },
  A2: { deductions: [] },
  B1: { points: 20 },
});

/** An open round of one unit, with the points that each evaluator submitted; null: not submitted. */
async function scene(...points: (number | null)[]): Promise<Scene> {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId, disagreementPercent: 15 });
  const unit = await make.unit();
  const raters: Person[] = [];
  for (const _ of points) {
    const rater = await make.person('evaluator');
    await make.assignment({
      round: round.documentId,
      unit: unit.documentId,
      evaluator: rater.staff.documentId,
    });
    raters.push(rater);
  }
  const opened = await step(by, `/rounds/${round.documentId}`, 'open');
  const made = { round: opened, unit, raters };
  for (const [at, value] of points.entries()) if (value !== null) await submit(made, at, value);
  return made;
}

const filter = ({ round }: Scene) => `filters[round][documentId]=${round.documentId}`;

async function sheetOf(at: Scene, rater: number): Promise<Rec> {
  return (await (at.raters[rater] as Person).client.get<Rec[]>(`/evaluations?${filter(at)}`)).data[0] as Rec;
}

async function submit(at: Scene, rater: number, points: number): Promise<void> {
  const { client } = at.raters[rater] as Person;
  const sheet = await sheetOf(at, rater);
  const address = `/evaluations/${sheet.documentId}`;
  await client.put(address, { data: { entries: entriesOf(points) } }, sheet.rev);
  await step(client, address, 'submit');
}

const talkOn = async ({ round, unit }: Scene, values: Record<string, unknown> = {}) => {
  const of = { round: round.documentId, unit: unit.documentId };
  const talk = await make.moderation({ ...of, code: 'A1', ...values });
  return step(by, `/moderations/${talk.documentId}`, 'begin');
};

/** What an evaluator is asked, with its address. */
async function askedOf(at: Scene, rater: number) {
  const { client } = at.raters[rater] as Person;
  const rows = (await client.get<Rec[]>(`/moderation-replies?${filter(at)}`)).data;
  return { client, rows, path: `/moderation-replies/${rows[0]?.documentId}` };
}

async function change(client: Client, path: string, entries: Entries, reason = REASON) {
  const { rev } = (await client.get<Rec>(path)).data;
  const put = await client.put(path, { data: { entries } }, rev);
  if (put.status !== 200) return put;
  return client.step(path, 'change', Number(rev) + 1, reason);
}

type Talk = {
  own: Entries;
  others: { given: { letter: string; points: number }[] } | null;
  indicators: Rec[];
};
type Spread = { spreads: { code: string; percent: number | null; given: { points: number }[] }[] };

describe('a talk about points that are apart', () => {
  it('shows the office alone who gave what, of submitted sheets only', async () => {
    const at = await scene(30, 10, null);
    const address = `/rounds/${at.round.documentId}/units/${at.unit.documentId}/spread`;
    const { data } = await by.get<Spread>(address);
    const a1 = data.spreads.find(({ code }) => code === 'A1');
    expect(a1).toMatchObject({ percent: 50, given: [{ points: 30 }, { points: 10 }] });
    expect(data.spreads.find(({ code }) => code === 'B1')).toMatchObject({ percent: 0 });
    for (const role of ['evaluator', 'civilityOffice', 'unit'] as const)
      expect((await (await make.person(role)).client.get(address)).status, role).toBe(403);
    expect((await at.raters[0]?.client.get(address))?.status).toBe(403);
  });

  it('asks those who have submitted, each of whom sees the question and nothing of the others', async () => {
    const at = await scene(30, 10, null);
    const talk = await talkOn(at);
    expect(talk).toMatchObject({ state: 'talking', spread: { percent: 50 } });
    const [first, second, third] = [await askedOf(at, 0), await askedOf(at, 1), await askedOf(at, 2)];
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([1, 1, 0]);
    expect((await second.client.get(first.path)).status).toBe(404);
    expect((await second.client.get(`${first.path}/talk`)).status).toBe(404);
    expect((await third.client.get(`/moderations/${talk.documentId}`)).status).toBe(404);

    const shown = await first.client.get<Rec>(`/moderations/${talk.documentId}`);
    expect(shown.data.question).toBe(talk.question);
    for (const field of ['spread', 'asked']) {
      expect(Object.hasOwn(shown.data, field), field).toBe(false);
      for (const query of [`filters[${field}][$notNull]=true`, `sort=${field}`, `fields[0]=${field}`])
        expect((await first.client.get(`/moderations?${query}`)).status, query).toBe(400);
    }
    const foreign = `filters[evaluator][documentId]=${at.raters[1]?.staff.documentId}`;
    expect((await first.client.get<Rec[]>(`/moderation-replies?${foreign}`)).data).toEqual([]);
    const { data } = await first.client.get<Talk>(`${first.path}/talk`);
    expect(data).toMatchObject({ own: { A1: { points: 30 } }, others: null, indicators: [{ code: 'A1' }] });
    const told = await first.client.get<{ kind: string; link: string }[]>('/notifications');
    expect(told.data).toContainEqual(expect.objectContaining({ kind: 'evaluation', link: first.path }));
  });

  it('shows the others’ points under letters where the office says so, and only when all are in', async () => {
    const at = await scene(30, 10, null);
    await talkOn(at, { disclose: true });
    const first = await askedOf(at, 0);
    const others = async () => (await first.client.get<Talk>(`${first.path}/talk`)).data.others;
    expect(await others()).toBeNull();
    await submit(at, 2, 20);
    expect(await others()).toEqual({ max: 40, given: [{ letter: 'A', points: 10 }] });
    const { text } = await first.client.get(`${first.path}/talk`);
    expect(text).not.toContain(String(at.raters[1]?.staff.displayName));
    expect(text).not.toContain(String(at.raters[1]?.staff.documentId));
  });

  it('is no business of whoever has left the sheet: neither read nor answered', async () => {
    const at = await scene(30, 10);
    const talk = await talkOn(at);
    const [first, second] = [await askedOf(at, 0), await askedOf(at, 1)];
    const asked = (await first.client.get<Rec>(first.path)).data;
    const sheet = `/evaluations/${(await sheetOf(at, 0)).documentId}`;
    await step(by, sheet, 'return', '核对');
    await step(first.client, sheet, 'recuse', '曾在该单位任职').catch(() => null);
    expect((await by.get<Rec>(sheet)).data.state).toBe('recused');
    const query = `${filter(at)}&populate[evaluation][fields]=entries,total`;
    expect((await first.client.get<Rec[]>(`/moderation-replies?${query}`)).data).toEqual([]);
    for (const path of [first.path, `${first.path}/talk`, `/moderations/${talk.documentId}`])
      expect((await first.client.get(path)).status, path).toBe(404);
    expect((await first.client.get<Rec[]>('/moderations')).data).toEqual([]);
    const kept = await first.client.step(first.path, 'keep', asked.rev, '维持');
    expect([kept.status, kept.error.details.code]).toEqual([404, 'NOT_FOUND']);
    // Who has not left reads and answers as before.
    expect((await second.client.get(`/moderations/${talk.documentId}`)).status).toBe(200);
    expect(await step(second.client, second.path, 'keep', '维持')).toMatchObject({ state: 'kept' });
  });

  it('lets an evaluator change the own sheet in this item alone, with a reason; the sheet keeps what was', async () => {
    const at = await scene(30, 10);
    await talkOn(at);
    const { client, path } = await askedOf(at, 1);
    const sheet = await sheetOf(at, 1);
    expect((await change(client, path, { B1: { points: 40 } })).error.details.errors?.[0]?.path).toEqual([
      'entries',
      'B1',
    ]);
    expect((await change(client, path, { A1: { points: 41 } })).status).toBe(400);
    const { rev } = (await client.get<Rec>(path)).data;
    await client.put(path, { data: { entries: { A1: { points: 25 } } } }, rev);
    const bare = await client.step(path, 'change', Number(rev) + 1);
    expect([bare.status, bare.error.details.code]).toEqual([422, 'REASON_REQUIRED']);
    for (const other of [by, (await askedOf(at, 0)).client])
      expect([403, 404]).toContain((await other.step(path, 'change', Number(rev) + 1, REASON)).status);
    expect((await client.step(path, 'change', Number(rev) + 1, REASON)).status).toBe(200);

    const after = await sheetOf(at, 1);
    expect(after).toMatchObject({
      state: 'submitted',
      total: '65',
      entries: { A1: { points: 25 } },
      moderated: { A1: { former: { points: 10 }, reason: REASON } },
    });
    const address = `/evaluations/${sheet.documentId}`;
    const history = await client.get<{ reason: string; changes: object }[]>(`${address}/history`);
    expect(history.data[0]?.reason).toContain(REASON);
    expect(JSON.stringify(history.data[0])).toContain('10');
    const locked = await client.put(address, { data: { entries: entriesOf(40) } }, after.rev);
    expect([locked.status, locked.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    const again = await client.step(path, 'change', Number(rev) + 2, REASON);
    expect([again.status, again.error.details.code]).toEqual([409, 'TRANSITION_REFUSED']);
    const why = await by.get(`/rounds/${at.round.documentId}/units/${at.unit.documentId}/explanation`);
    expect(why.text).toContain(`经会商由 10 改为 25，理由：${REASON}`);
    expect((await sheetOf(at, 0)).entries).toEqual(entriesOf(30));
  });

  it('is settled where somebody changed, kept where nobody did, always with words', async () => {
    const changed = await scene(30, 10);
    const talk = await talkOn(changed);
    const { client, path } = await askedOf(changed, 1);
    await change(client, path, { A1: { points: 25 } });
    await step((await askedOf(changed, 0)).client, (await askedOf(changed, 0)).path, 'keep', '依据充分');
    const held = await by.step(`/moderations/${talk.documentId}`, 'keep', Number(talk.rev), '维持');
    expect([held.status, held.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
    const settled = await step(by, `/moderations/${talk.documentId}`, 'settle', '一人改评');
    expect(settled).toMatchObject({ state: 'settled', outcome: '一人改评' });

    const left = await scene(30, 10);
    const other = await talkOn(left);
    const refused = await by.step(`/moderations/${other.documentId}`, 'settle', Number(other.rev), '无');
    expect(refused.status).toBe(422);
    expect(await step(by, `/moderations/${other.documentId}`, 'keep', '各有依据')).toMatchObject({
      state: 'kept',
    });
    const late = await change((await askedOf(left, 0)).client, (await askedOf(left, 0)).path, {
      A1: { points: 20 },
    });
    expect([late.status, late.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
  });

  it('is over with the round, and there is one at a time about the same', async () => {
    const at = await scene(30, 10);
    const of = { round: at.round.documentId, unit: at.unit.documentId };
    await talkOn(at);
    const data = { ...of, code: 'A1', question: '再问' };
    const twice = await by.post('/moderations', { data });
    expect(twice.error.details.errors).toMatchObject([{ path: ['code'], code: 'DUPLICATE' }]);
    const unknown = await by.post('/moderations', { data: { ...data, code: 'Z9' } });
    expect(unknown.error.details.errors).toMatchObject([{ path: ['code'], code: 'NOT_AN_OPTION' }]);
    const stranger = (await make.person('evaluator')).staff.documentId;
    const asked = await by.post('/moderations', { data: { ...data, code: 'B', asked: [stranger] } });
    expect(asked.error.details.errors).toMatchObject([{ path: ['asked'], code: 'UNKNOWN_RELATION' }]);
    const waiting = await make.moderation({ ...of, code: 'B' });
    await step(by, `/rounds/${at.round.documentId}`, 'close');
    const begun = await by.step(`/moderations/${waiting.documentId}`, 'begin', waiting.rev);
    expect([begun.status, begun.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
    const { client, path } = await askedOf(at, 1);
    expect((await change(client, path, { A1: { points: 25 } })).status).toBe(422);
    const closed = await by.post('/moderations', { data: { ...data, code: 'A2' } });
    expect([closed.status, closed.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });

  it('shows in the trust panel, with the agreement before it, by the round’s own threshold', async () => {
    const at = await scene(30, 10);
    await talkOn(at);
    const { client, path } = await askedOf(at, 1);
    await change(client, path, { A1: { points: 28 } });
    type Trust = {
      state: string;
      trust: { threshold: number; disagreements: object[]; moderated: { sheets: number; entries: number } };
    };
    const read = async () => (await by.get<Trust>(`/rounds/${at.round.documentId}/trust`)).data;
    await expect.poll(async () => (await read()).state).toBe('ready');
    const { trust } = await read();
    expect(trust.threshold).toBe(15);
    expect(trust.disagreements).toEqual([]);
    expect(trust.moderated).toMatchObject({ sheets: 1, entries: 1, before: { total: {} } });
  });
});
