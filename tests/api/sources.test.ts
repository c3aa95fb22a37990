import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { patchwork, upload } from './support/files';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const SOURCES = [
  { code: 'self', weight: 10 },
  { code: 'town', weight: 30 },
  { code: 'district', weight: 60 },
];
const ENTRIES = { A1: { points: 30 }, A2: { deductions: [] }, B1: { points: 20 } };

type Planned = { created: number; kept: number; without: string[] };
type Scene = {
  round: Rec;
  unit: Rec;
  people: Record<'unit' | 'town' | 'evaluator' | 'otherUnit' | 'otherTown', Person>;
};

/** A draft round of one unit with accounts for every source, and others that have nothing to do with it. */
async function draftScene(windows?: unknown): Promise<Scene> {
  const rubric = await make.rubric({ definition: rubricDefinition({ sources: SOURCES }) });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId, ...(windows ? { windows } : {}) });
  const [unit, other, town, far] = [
    await make.unit(),
    await make.unit(),
    await make.town(),
    await make.town(),
  ];
  const station = await make.station({ town: town.documentId });
  await make.pairing({ unit: unit.documentId, station: station.documentId });
  const people = {
    unit: await make.person('unit', { unit: unit.documentId }),
    town: await make.person('town', { town: town.documentId }),
    evaluator: await make.person('evaluator'),
    otherUnit: await make.person('unit', { unit: other.documentId }),
    otherTown: await make.person('town', { town: far.documentId }),
  };
  return { round, unit, people };
}

const plan = ({ round, unit }: Scene, source: string, more: Record<string, unknown> = {}) =>
  by.post<Planned>(`/rounds/${round.documentId}/plan`, {
    data: { units: [unit.documentId], source, ...more },
  });

async function openScene(windows?: unknown): Promise<Scene> {
  const scene = await draftScene(windows);
  for (const source of ['self', 'town']) expect((await plan(scene, source)).data.created, source).toBe(1);
  const evaluators = [scene.people.evaluator.staff.documentId];
  await plan(scene, 'district', { evaluators, perUnit: 1 });
  await step(by, `/rounds/${scene.round.documentId}`, 'open');
  return scene;
}

const sheetsOf = async ({ client }: Person, { round }: Scene) =>
  (await client.get<Rec[]>(`/evaluations?filters[round][documentId]=${round.documentId}`)).data;

async function sheetOf(person: Person, scene: Scene) {
  const [sheet] = await sheetsOf(person, scene);
  return { sheet: sheet as Rec, path: `/evaluations/${sheet?.documentId}` };
}

describe('planning a party’s source', () => {
  it('gives each unit one sheet for its own account, and names those without one', async () => {
    const scene = await draftScene();
    const lonely = await make.unit();
    const units = [scene.unit.documentId, lonely.documentId];
    for (const source of ['self', 'town']) {
      const first = await plan(scene, source, { units });
      expect(first.data, source).toMatchObject({ created: 1, kept: 0, without: [lonely.name] });
      expect((await plan(scene, source, { units })).data).toMatchObject({ created: 0, kept: 1 });
    }
    const chosen = await plan(scene, 'district');
    expect(chosen.error.details.errors).toMatchObject([{ path: ['evaluators'], code: 'REQUIRED' }]);
    const evaluators = [scene.people.unit.staff.documentId];
    const wrong = await plan(scene, 'district', { evaluators, perUnit: 1 });
    expect(wrong.error.details.errors).toMatchObject([{ path: ['evaluators'], code: 'UNKNOWN_RELATION' }]);
  });

  it('takes by hand only who judges for the source', async () => {
    const { round, unit, people } = await draftScene();
    const post = async (person: Person, source: string) => {
      const values = { round: round.documentId, unit: unit.documentId, reason: '补充' };
      const data = { ...values, evaluator: person.staff.documentId, source };
      const answer = await by.post('/assignments', { data });
      return answer.status === 201 ? 201 : answer.error.details.errors?.[0]?.code;
    };
    expect(await post(people.otherUnit, 'self')).toBe('NOT_AN_OPTION');
    expect(await post(people.unit, 'district')).toBe('NOT_AN_OPTION');
    expect(await post(people.unit, 'town')).toBe('NOT_AN_OPTION');
    expect(await post(people.otherTown, 'town')).toBe('NOT_AN_OPTION');
    expect(await post(people.unit, 'self')).toBe(201);
    expect(await post(people.town, 'town')).toBe(201);
  });
});

describe('a unit’s and a town’s own sheet', () => {
  it('is filled in and submitted by them, and weighs as its source', async () => {
    const scene = await openScene();
    for (const person of [scene.people.unit, scene.people.town]) {
      const { sheet, path } = await sheetOf(person, scene);
      expect((await person.client.get(`${path}/sheet`)).status).toBe(200);
      await person.client.put(path, { data: { entries: ENTRIES } }, sheet.rev);
      expect(await step(person.client, path, 'submit')).toMatchObject({ state: 'submitted' });
    }
    type Progress = { bySource: { source: string; total: number; submitted: number }[] };
    const { data } = await by.get<Progress>(`/rounds/${scene.round.documentId}/progress`);
    expect(data.bySource).toMatchObject([
      { source: 'district', total: 1, submitted: 0 },
      { source: 'self', total: 1, submitted: 1 },
      { source: 'town', total: 1, submitted: 1 },
    ]);
    const { path } = await sheetOf(scene.people.unit, scene);
    await step(by, path, 'return', '缺依据');
    expect((await sheetOf(scene.people.unit, scene)).sheet.state).toBe('returned');
  });

  it('is the only one that they see, by any way, and they see no aggregates', async () => {
    const scene = await openScene();
    const { people, round, unit } = scene;
    const judged = await sheetOf(people.evaluator, scene);
    await people.evaluator.client.put(judged.path, { data: { entries: ENTRIES } }, judged.sheet.rev);
    await step(people.evaluator.client, judged.path, 'submit');
    const sheets = await by.get<Rec[]>(`/evaluations?filters[round][documentId]=${round.documentId}`);
    expect(sheets.data).toHaveLength(3);
    for (const [name, person] of Object.entries(people)) {
      const seen = await sheetsOf(person, scene);
      expect(seen, name).toHaveLength(name.startsWith('other') ? 0 : 1);
      const own = seen[0]?.documentId;
      for (const { documentId } of sheets.data.filter((one) => one.documentId !== own)) {
        const path = `/evaluations/${documentId}`;
        for (const address of [path, `${path}/sheet`, `${path}/history`])
          expect((await person.client.get(address)).status, `${name} ${address}`).toBe(404);
        expect((await person.client.put(path, { data: { comment: 'x' } }, 1)).status).toBe(404);
        expect((await person.client.step(path, 'submit', 1)).status).toBe(404);
        expect((await person.client.step(path, 'recuse', 1, 'x')).status).toBe(404);
      }
      for (const query of [
        'filters[total][$gt]=0',
        `filters[unit][documentId]=${unit.documentId}`,
        'filters[source]=district',
        'filters[state]=submitted',
        'sort=total:desc',
      ]) {
        const found = await person.client.get<Rec[]>(`/evaluations?${query}`);
        expect(
          found.data.every(({ documentId }) => documentId === own),
          `${name} ${query}`,
        ).toBe(true);
      }
      for (const address of [
        'summary',
        'summary/export',
        'progress',
        'trust',
        `units/${unit.documentId}/explanation`,
      ])
        expect((await person.client.get(`/rounds/${round.documentId}/${address}`)).status, address).toBe(403);
    }
    for (const name of ['unit', 'town'] as const) {
      const { client } = people[name];
      const shown = await client.get<Rec>(`/rounds/${round.documentId}`);
      expect(shown.status).toBe(200);
      for (const field of ['frozen', 'roster']) {
        expect(Object.hasOwn(shown.data, field), field).toBe(false);
        expect((await client.get(`/rounds?fields[0]=${field}`)).status).toBe(400);
      }
      const nested = await client.get(`/evaluations?populate[round][fields][0]=frozen`);
      expect(nested.text).not.toContain('engineVersion');
      expect((await client.get('/assignments')).status).toBe(403);
      expect((await client.get('/recusals')).status).toBe(403);
    }
    const far = await people.otherUnit.client.get(`/rounds/${round.documentId}`);
    expect(far.status).toBe(404);
  });
});

describe('the evidence of a sheet', () => {
  it('is added by who fills it in while they may, and shown to nobody who may not read the sheet', async () => {
    const scene = await openScene();
    const { people, round } = scene;
    const { sheet, path } = await sheetOf(people.unit, scene);
    const picture = { name: '依据.png', type: 'image/png', content: await patchwork() };
    const send = (person: Person, rev: number) =>
      upload(person.client, sheet, 'files', rev, [picture], 'evaluations');
    expect((await send(people.unit, sheet.rev)).status).toBe(201);
    for (const name of ['town', 'evaluator', 'otherUnit'] as const)
      expect((await send(people[name], sheet.rev + 1)).status, name).toBe(404);
    type Shown = { evaluation: { files: { documentId: string }[] } };
    const shown = await people.unit.client.get<Shown>(`${path}/sheet`);
    const file = `/files/${shown.data.evaluation.files[0]?.documentId}`;
    expect((await people.unit.client.get(file)).status).toBe(200);
    expect((await by.get(file)).status).toBe(200);
    for (const name of ['town', 'evaluator', 'otherUnit', 'otherTown'] as const)
      expect((await people[name].client.get(file)).status, name).toBe(404);
    await step(by, `/rounds/${round.documentId}`, 'close');
    const late = await send(people.unit, sheet.rev + 1);
    expect([late.status, late.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    await step(by, `/rounds/${round.documentId}`, 'reopen', '补交');
    await step(by, path, 'recuse', '应由他人填写');
    expect((await people.unit.client.get(file)).status).toBe(404);
  });
});

describe('a source’s own window', () => {
  it('lies within the round', async () => {
    const { round } = await draftScene();
    const put = (windows: unknown) => by.put(`/rounds/${round.documentId}`, { data: { windows } }, round.rev);
    const early = await put({ self: { opensOn: '2022-10-31', closesOn: '2022-11-05' } });
    expect(early.error.details.errors).toMatchObject([{ path: ['windows', 'self'], code: 'OUT_OF_RANGE' }]);
    expect((await put({ self: { from: 1 } })).error.details.errors).toMatchObject([{ code: 'WRONG_TYPE' }]);
    expect((await put({ self: { opensOn: '2022-11-01', closesOn: '2022-11-05' } })).status).toBe(200);
  });

  it('is the only time for its sheets, but for one that was sent back; other sources go on', async () => {
    // The server of the tests lives today, long after the round's days.
    const scene = await openScene({ self: { opensOn: '2022-11-01', closesOn: '2022-11-05' } });
    const { client } = scene.people.unit;
    const { sheet, path } = await sheetOf(scene.people.unit, scene);
    const shown = await client.get<{ outside: { zh: string }; round: { closesOn: string } }>(`${path}/sheet`);
    expect(shown.data.outside.zh).toContain('2022-11-01 至 2022-11-05');
    expect(shown.data.round.closesOn).toBe('2022-11-05');
    const saved = await client.put(path, { data: { entries: ENTRIES } }, sheet.rev);
    expect([saved.status, saved.error.details.code]).toEqual([409, 'OUTSIDE_WINDOW']);
    expect(saved.error.message).toContain('已经结束');
    const sent = await client.step(path, 'submit', sheet.rev);
    expect([sent.status, sent.error.details.code]).toEqual([409, 'OUTSIDE_WINDOW']);
    const other = await sheetOf(scene.people.town, scene);
    const open = await scene.people.town.client.put(
      other.path,
      { data: { entries: ENTRIES } },
      other.sheet.rev,
    );
    expect(open.status).toBe(200);
  });
});
