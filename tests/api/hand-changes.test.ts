import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Scene = { round: Rec; unit: Rec; rater: Person; assignment: Rec };

async function draftScene(): Promise<Scene> {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const [unit, rater] = [await make.unit(), await make.person('evaluator')];
  const assignment = await make.assignment(valuesOf({ round, unit, rater }));
  return { round, unit, rater, assignment };
}

const open = async (scene: Scene) => step(by, `/rounds/${scene.round.documentId}`, 'open');

const valuesOf = ({ round, unit, rater }: Pick<Scene, 'round' | 'unit' | 'rater'>) => ({
  round: round.documentId,
  unit: unit.documentId,
  evaluator: rater.staff.documentId,
  source: 'district',
});

const remove = (path: string, rev: number, reason?: string) =>
  by.call('DELETE', path, { rev, body: { data: { reason } } });

const sheetsOf = async ({ client }: Person, { round }: Scene) =>
  (await client.get<Rec[]>(`/evaluations?filters[round][documentId]=${round.documentId}`)).data;

describe('an assignment by hand', () => {
  it('says why, or the field is named', async () => {
    const scene = await draftScene();
    const data = valuesOf({ ...scene, rater: await make.person('evaluator') });
    for (const reason of [undefined, null, '  ']) {
      const refused = await by.post('/assignments', { data: { ...data, reason } });
      expect(refused.status).toBe(400);
      expect(refused.error.details.errors).toMatchObject([{ path: ['reason'], code: 'REASON_REQUIRED' }]);
    }
    const made = await by.post<Rec>('/assignments', { data: { ...data, reason: '人手不足' } });
    expect(made.data).toMatchObject({ reason: '人手不足' });
  });

  it('is removed before the round opens with a reason, which the audit keeps', async () => {
    const { assignment } = await draftScene();
    const path = `/assignments/${assignment.documentId}`;
    for (const reason of [undefined, ' ']) {
      const refused = await remove(path, assignment.rev, reason);
      expect([refused.status, refused.error.details.code]).toEqual([422, 'REASON_REQUIRED']);
      expect(refused.error.details.errors).toMatchObject([{ path: ['reason'] }]);
    }
    expect((await remove(path, assignment.rev, '调离')).status).toBe(204);
    expect((await by.get(path)).status).toBe(404);
    const entries = await by.get<Rec[]>('/audit?resource=assignment');
    expect(JSON.stringify(entries.data)).toContain('调离');
  });
});

describe('an open round', () => {
  it('takes an evaluator on: the sheet is laid out, and what was frozen stays as it was', async () => {
    const scene = await draftScene();
    const opened = await open(scene);
    const late = await make.person('evaluator');
    const data = { ...valuesOf({ ...scene, rater: late }), reason: '接替回避的测评员' };
    const added = await by.post<Rec>('/assignments', { data });
    expect(added.status).toBe(201);
    const after = (await by.get<Rec>(`/rounds/${scene.round.documentId}`)).data;
    expect([after.frozenHash, after.frozen]).toEqual([opened.frozenHash, opened.frozen]);
    const [sheet] = await sheetsOf(late, scene);
    expect(sheet).toMatchObject({ state: 'draft', total: null });
    const entries = { A1: { points: 30 }, A2: { deductions: [] }, B1: { points: 20 } };
    await late.client.put(`/evaluations/${sheet?.documentId}`, { data: { entries } }, sheet?.rev);
    await step(late.client, `/evaluations/${sheet?.documentId}`, 'submit');
    type Summary = { classes: { rows: { raters: number }[] }[] };
    const summary = await by.get<Summary>(`/rounds/${scene.round.documentId}/summary`);
    expect(summary.data.classes[0]?.rows[0]?.raters).toBe(1);
    // It came later and is kept for good, as what it is.
    const gone = await remove(`/assignments/${added.data.documentId}`, added.data.rev, '误加');
    expect([gone.status, gone.error.details.code]).toEqual([409, 'IN_USE']);
    const twice = await by.post('/assignments', { data });
    expect(twice.error.details.code).toBe('DUPLICATE');
  });

  it('takes none for a unit outside its roster, without a reason, or once it is closed', async () => {
    const scene = await draftScene();
    await open(scene);
    const late = await make.person('evaluator');
    const post = (data: Record<string, unknown>) => by.post('/assignments', { data });
    const outside = valuesOf({ ...scene, unit: await make.unit(), rater: late });
    const refused = await post({ ...outside, reason: '补充' });
    expect(refused.error.details.errors).toMatchObject([{ path: ['unit'], code: 'NOT_AN_OPTION' }]);
    const bare = await post(valuesOf({ ...scene, rater: late }));
    expect(bare.error.details.errors).toMatchObject([{ path: ['reason'], code: 'REASON_REQUIRED' }]);
    const person = await make.person('evaluator');
    expect((await person.client.post('/assignments', { data: outside })).status).toBe(403);
    await step(by, `/rounds/${scene.round.documentId}`, 'close');
    const closed = await post({ ...valuesOf({ ...scene, rater: late }), reason: '补充' });
    expect([closed.status, closed.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    expect(await sheetsOf(late, scene)).toEqual([]);
  });

  it('withdraws a sheet that is not in yet, with a reason, and may give it back', async () => {
    const scene = await draftScene();
    await open(scene);
    const [sheet] = await sheetsOf(scene.rater, scene);
    const path = `/evaluations/${sheet?.documentId}`;
    const own = await scene.rater.client.step(path, 'withdraw', Number(sheet?.rev), '不想评');
    expect([own.status, own.error.details.code]).toEqual([403, 'NOT_ALLOWED']);
    const bare = await by.step(path, 'withdraw', Number(sheet?.rev));
    expect(bare.error.details.code).toBe('REASON_REQUIRED');
    await step(by, path, 'withdraw', '测评员调离');
    expect(await sheetsOf(scene.rater, scene)).toEqual([]);
    expect((await scene.rater.client.get(path)).status).toBe(404);
    type Progress = { assignments: number; connection: { replacements: unknown } };
    const progress = await by.get<Progress>(`/rounds/${scene.round.documentId}/progress`);
    expect(progress.data).toMatchObject({ assignments: 0, connection: { replacements: null } });
    expect(await step(by, path, 'reinstate', '调离取消')).toMatchObject({ state: 'draft' });
    expect(await sheetsOf(scene.rater, scene)).toHaveLength(1);
  });
});
