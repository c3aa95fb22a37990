import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Scene = { round: Rec; units: Rec[]; raters: Person[] };
type Words = { zh: string } | null;
type Progress = {
  assignments: number;
  submitted: number;
  recused: number;
  byEvaluator: { evaluator: { documentId: string }; total: number; recused: number }[];
  connection: { groups: string[][]; advice: Words; replacements: Words };
};

const REASON = '亲属在该单位任职';
const ENTRIES = { A1: { points: 30 }, A2: { deductions: [] }, B1: { points: 20 } };

/** An open round of two units: the first two evaluators score both, a third one only the second. */
async function openScene(): Promise<Scene> {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const units = [await make.unit(), await make.unit()];
  const raters = [
    await make.person('evaluator'),
    await make.person('evaluator'),
    await make.person('evaluator'),
  ];
  for (const [at, unit] of units.entries()) {
    for (const { staff } of raters.slice(0, at + 2)) await assign(round, unit, staff);
  }
  return { round: await step(by, `/rounds/${round.documentId}`, 'open'), units, raters };
}

const assign = (round: Rec, unit: Rec, staff: Rec) =>
  make.assignment({ round: round.documentId, unit: unit.documentId, evaluator: staff.documentId });

const sheetQuery = ({ round }: Scene, unit: Rec) =>
  `/evaluations?filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`;

async function sheetOf(scene: Scene, at: { rater: number; unit: number }) {
  const rater = scene.raters[at.rater] as Person;
  const unit = scene.units[at.unit] as Rec;
  const sheet = (await rater.client.get(sheetQuery(scene, unit))).data[0] as Rec;
  return { rater, unit, sheet, path: `/evaluations/${sheet.documentId}` };
}

const progressOf = async ({ round }: Scene) =>
  (await by.get<Progress>(`/rounds/${round.documentId}/progress`)).data;

describe('a recusal declared on the sheet', () => {
  it('needs a reason, and takes the sheet out of its evaluator’s hands by every way', async () => {
    const scene = await openScene();
    const { rater, unit, sheet, path } = await sheetOf(scene, { rater: 0, unit: 0 });
    await rater.client.put(path, { data: { entries: ENTRIES } }, sheet.rev);
    const without = await rater.client.step(path, 'recuse', sheet.rev + 1);
    expect([without.status, without.error.details.code]).toEqual([422, 'REASON_REQUIRED']);
    expect((await rater.client.step(path, 'recuse', sheet.rev + 1, REASON)).status).toBe(204);

    for (const address of [path, `${path}/sheet`, `${path}/history`])
      expect((await rater.client.get(address)).status, address).toBe(404);
    const put = await rater.client.put(path, { data: { entries: {} } }, sheet.rev + 2);
    expect(put.status).toBe(404);
    for (const name of ['submit', 'recuse', 'reinstate'])
      expect((await rater.client.step(path, name, sheet.rev + 2, REASON)).status, name).toBe(404);
    for (const query of [
      '',
      '&filters[state]=recused',
      '&filters[state][$in][0]=recused',
      `&filters[$or][0][documentId]=${sheet.documentId}&filters[$or][1][state]=recused`,
      '&sort=total:desc',
      '&populate[0]=evaluator',
    ]) {
      const list = await rater.client.get(`${sheetQuery(scene, unit)}${query}`);
      expect(list.status, query + list.text).toBe(200);
      expect([list.data, list.meta.pagination.total], query).toEqual([[], 0]);
    }
    for (const address of ['summary', 'progress', 'trust', `units/${unit.documentId}/explanation`])
      expect((await rater.client.get(`/rounds/${scene.round.documentId}/${address}`)).status, address).toBe(
        403,
      );

    const kept = (await by.get<Rec>(path)).data;
    expect(kept).toMatchObject({ state: 'recused', entries: ENTRIES, total: null });
    const history = await by.get<{ transition: string; reason: string }[]>(`${path}/history`);
    expect(history.data[0]).toMatchObject({ transition: 'recuse', reason: REASON });
  });

  it('comes through once, however often it is sent', async () => {
    const { rater, sheet, path } = await sheetOf(await openScene(), { rater: 0, unit: 0 });
    const send = () =>
      rater.client.call('POST', `${path}/transitions/recuse`, {
        body: { data: { reason: REASON } },
        headers: { 'If-Match': `"${sheet.rev}"`, 'Idempotency-Key': `recuse-${sheet.documentId}` },
      });
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
  });

  it('does not count, shows in progress and coverage, and advises who could go instead', async () => {
    const scene = await openScene();
    const { rater, path, sheet } = await sheetOf(scene, { rater: 0, unit: 0 });
    expect((await progressOf(scene)).connection.replacements).toBeNull();
    await rater.client.step(path, 'recuse', sheet.rev, REASON);
    const progress = await progressOf(scene);
    expect(progress).toMatchObject({ assignments: 5, submitted: 0, recused: 1 });
    const own = progress.byEvaluator.find(({ evaluator }) => evaluator.documentId === rater.staff.documentId);
    expect(own).toMatchObject({ total: 2, recused: 1 });
    // The third one is the only one who does not score the unit yet.
    const words = progress.connection.replacements?.zh;
    expect(words).toContain(String(scene.raters[2]?.staff.displayName));
    expect(words).toContain(String(scene.units[0]?.name));
    const { client } = scene.raters[1] as Person;
    expect((await client.get(`/rounds/${scene.round.documentId}/progress`)).status).toBe(403);

    type Trust = { state: string; trust: { coverage: { total: { missing: { recused: number } } } } };
    const trust = await expect.poll(async () => {
      const { data } = await by.get<Trust>(`/rounds/${scene.round.documentId}/trust`);
      return data.state === 'ready' ? data.trust.coverage.total.missing.recused : null;
    });
    await trust.toBe(3);
  });

  it('is possible while the sheet can be filled in only; the office may declare it and take it back', async () => {
    const scene = await openScene();
    const { rater, path, sheet } = await sheetOf(scene, { rater: 0, unit: 0 });
    await rater.client.put(path, { data: { entries: ENTRIES } }, sheet.rev);
    await step(rater.client, path, 'submit');
    const late = await rater.client.step(path, 'recuse', sheet.rev + 2, REASON);
    expect([late.status, late.error.details.code]).toEqual([409, 'TRANSITION_REFUSED']);
    await step(by, path, 'return', '请核对');
    await step(by, path, 'recuse', REASON);
    expect((await rater.client.get(path)).status).toBe(404);

    const recused = (await by.get<Rec>(path)).data;
    const held = await by.step(path, 'reinstate', recused.rev, '申明有误');
    expect([held.status, held.error.details.code]).toEqual([422, 'RECUSAL']);
    const filter = `filters[evaluator][documentId]=${rater.staff.documentId}`;
    const [standing] = (await by.get<Rec[]>(`/recusals?${filter}`)).data;
    await by.remove(`/recusals/${standing?.documentId}`, Number(standing?.rev));
    expect(await step(by, path, 'reinstate', '申明有误')).toMatchObject({ state: 'draft', entries: ENTRIES });
    expect((await rater.client.get(path)).status).toBe(200);

    await step(by, `/rounds/${scene.round.documentId}`, 'close');
    const other = await sheetOf(scene, { rater: 0, unit: 1 });
    const closed = await other.rater.client.step(other.path, 'recuse', other.sheet.rev, REASON);
    expect([closed.status, closed.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });
});

describe('a standing recusal', () => {
  it('keeps the evaluator off the unit, planned and by hand', async () => {
    const [unit, other] = [await make.unit(), await make.unit()];
    const [rater, second] = [await make.person('evaluator'), await make.person('evaluator')];
    await make.recusal({ evaluator: rater.staff.documentId, unit: unit.documentId });
    const round = await make.round();
    const data = {
      units: [unit.documentId, other.documentId],
      evaluators: [rater.staff.documentId, second.staff.documentId],
      perUnit: 2,
    };
    type Planned = {
      created: number;
      refused: { evaluator: string; unit: string; reason: { zh: string } }[];
    };
    const planned = await by.post<Planned>(`/rounds/${round.documentId}/plan`, { data });
    expect(planned.data).toMatchObject({
      created: 3,
      refused: [{ evaluator: rater.staff.displayName, unit: unit.name }],
    });
    expect(planned.data.refused[0]?.reason.zh).toContain('回避');
    const byHand = await by.post('/assignments', {
      data: {
        round: round.documentId,
        unit: unit.documentId,
        evaluator: rater.staff.documentId,
        source: 'district',
        reason: '补充',
      },
    });
    expect(byHand.error.details.errors).toMatchObject([{ path: ['evaluator'], code: 'RECUSAL' }]);
  });

  it('declared after the planning keeps the round from opening with it', async () => {
    const rubric = await make.rubric();
    await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
    const round = await make.round({ rubric: rubric.documentId });
    const unit = await make.unit();
    const rater = await make.person('evaluator');
    await assign(round, unit, rater.staff);
    // Assigned to the unit, the evaluator knows of it and may declare it themselves, for nobody else.
    const data = { unit: unit.documentId, reason: REASON };
    const foreign = await rater.client.post('/recusals', {
      data: { ...data, evaluator: (await make.person('evaluator')).staff.documentId },
    });
    expect(foreign.status).toBe(400);
    const declared = await rater.client.post<Rec>('/recusals', { data });
    expect(declared.status).toBe(201);
    expect((await rater.client.remove(`/recusals/${declared.data.documentId}`, 1)).status).toBe(403);
    const again = await rater.client.post('/recusals', { data });
    expect([again.status, again.error.details.code]).toEqual([409, 'DUPLICATE']);
    const { rev } = (await by.get<Rec>(`/rounds/${round.documentId}`)).data;
    const refused = await by.step(`/rounds/${round.documentId}`, 'open', rev);
    expect(refused.error.details.errors).toMatchObject([{ path: ['assignments'], code: 'RECUSAL' }]);
  });

  it('is of somebody who scores, has a reason, and is declared on the sheet where that is out', async () => {
    const scene = await openScene();
    const unit = scene.units[0]?.documentId;
    const post = async (data: Record<string, unknown>) =>
      (await by.post('/recusals', { data })).error.details.errors?.map(({ path, code }) => [path[0], code]);
    const town = (await make.person('town')).staff.documentId;
    const rater = scene.raters[0]?.staff.documentId;
    expect(await post({ unit, reason: REASON })).toEqual([['evaluator', 'REQUIRED']]);
    expect(await post({ unit, reason: REASON, evaluator: town })).toEqual([['evaluator', 'NOT_AN_OPTION']]);
    expect(await post({ unit, evaluator: rater })).toContainEqual(['reason', 'REQUIRED']);
    expect(await post({ unit, reason: REASON, evaluator: rater })).toEqual([['unit', 'GATE_NOT_MET']]);
  });
});
