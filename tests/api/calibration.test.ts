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

const entriesOf = (points: number) => ({ A1: { points }, A2: { deductions: [] }, B1: { points } });

/** An open round of two units that every evaluator scores. */
async function scene(raters: number): Promise<Scene> {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const units = [await make.unit(), await make.unit()];
  const people: Person[] = [];
  for (let at = 0; at < raters; at += 1) people.push(await make.person('evaluator'));
  for (const unit of units) for (const rater of people) await assign(round, unit, rater);
  return { round: await step(by, `/rounds/${round.documentId}`, 'open'), units, raters: people };
}

const assign = (round: Rec, unit: Rec | undefined, rater: Person) =>
  make.assignment({
    round: round.documentId,
    unit: unit?.documentId,
    evaluator: rater.staff.documentId,
  });

const caseAt = ({ round }: Scene) => `/rounds/${round.documentId}/calibration`;

/** The calibration case of the scene's first unit or another, open. */
async function caseOf(at: Scene, unit: Rec | undefined = at.units[0]): Promise<Rec> {
  const answer = await by.post<Rec>(caseAt(at), { data: { unit: unit?.documentId } });
  if (answer.status !== 201) throw new Error(answer.text);
  return step(by, `/rounds/${answer.data.documentId}`, 'open');
}

async function sheetsOf(rater: Person, round: Rec): Promise<Rec[]> {
  const filter = `filters[round][documentId]=${round.documentId}`;
  return (await rater.client.get<Rec[]>(`/evaluations?${filter}&sort=unit.name`)).data;
}

async function submit(rater: Person, sheet: Rec | undefined, points: number) {
  const path = `/evaluations/${sheet?.documentId}`;
  await rater.client.put(path, { data: { entries: entriesOf(points) } }, sheet?.rev);
  return rater.client.step(path, 'submit', Number(sheet?.rev) + 1);
}

async function unitOfCase(one: Rec): Promise<Rec> {
  const sheets = await by.get<Rec[]>(
    `/evaluations?filters[round][documentId]=${one.documentId}&populate[0]=unit`,
  );
  return (sheets.data[0] as Rec).unit as Rec;
}

type Feedback = {
  released: boolean;
  feedback: { raters: number; parts: { code: string | null; own: number; others: number }[] | null } | null;
};
const told = async (rater: Person, sheet: Rec | undefined) =>
  (await rater.client.get<Feedback>(`/evaluations/${sheet?.documentId}/calibration`)).data;

describe('a calibration case', () => {
  it('is scored by all evaluators of the round first', async () => {
    const at = await scene(3);
    const one = await caseOf(at);
    const [rater] = at.raters as [Person];
    const [own] = await sheetsOf(rater, at.round);
    const held = await submit(rater, own, 20);
    expect([held.status, held.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
    expect(held.error.details.errors?.[0]?.message).toContain('校准案例');
    const [sheet, ...more] = await sheetsOf(rater, one);
    expect(more).toEqual([]);
    expect((await submit(rater, sheet, 20)).status).toBe(200);
    expect(
      (await rater.client.step(`/evaluations/${own?.documentId}`, 'submit', Number(own?.rev) + 1)).status,
    ).toBe(200);
  });

  it('tells each evaluator privately, when all are in, how they stand to the mean of the others', async () => {
    const at = await scene(3);
    const one = await caseOf(at, await make.unit());
    const sheets: Rec[] = [];
    for (const rater of at.raters) sheets.push((await sheetsOf(rater, one))[0] as Rec);
    const [first, second, third] = at.raters as [Person, Person, Person];
    await submit(first, sheets[0], 10);
    await submit(second, sheets[1], 20);
    expect(await told(first, sheets[0])).toEqual({ released: false, feedback: null });
    await submit(third, sheets[2], 30);
    const { feedback } = await told(first, sheets[0]);
    // Twice 10 and nothing deducted of 20, against the same with 20 and with 30.
    expect(feedback?.parts?.map(({ code, own, others }) => [code, own, others])).toEqual([
      [null, 40, 70],
      ['A', 30, 45],
      ['B', 10, 25],
    ]);
    const answer = await first.client.get(`/evaluations/${sheets[0]?.documentId}/calibration`);
    for (const other of [second, third]) {
      expect(answer.text).not.toContain(String(other.staff.displayName));
      expect(answer.text).not.toContain(String(other.staff.documentId));
    }
    const notices = await first.client.get<{ link: string }[]>('/notifications');
    expect(notices.data.map(({ link }) => link)).toContain(`/evaluations/${sheets[0]?.documentId}`);

    type Office = {
      agreement: { icc: { icc: { icc2k: number } | null }; raters: { rater: string; difference: number }[] };
    };
    const { data } = await by.get<Office>(caseAt(at));
    expect(data.agreement.icc.icc).not.toBeNull();
    expect(data.agreement.raters.map(({ rater, difference }) => [rater, difference])).toEqual([
      [third.staff.documentId, 30],
      [second.staff.documentId, 0],
      [first.staff.documentId, -30],
    ]);
    for (const role of ['evaluator', 'civilityOffice', 'unit'] as const)
      expect((await (await make.person(role)).client.get(caseAt(at))).status, role).toBe(403);
  });

  it('tells when the office closes it, and nothing among fewer than three', async () => {
    const at = await scene(3);
    const one = await caseOf(at, await make.unit());
    const [first, second] = at.raters as [Person, Person];
    const [sheet] = await sheetsOf(first, one);
    await submit(first, sheet, 10);
    await submit(second, (await sheetsOf(second, one))[0], 30);
    await step(by, `/rounds/${one.documentId}`, 'close');
    expect(await told(first, sheet)).toEqual({
      released: true,
      feedback: { parts: null, raters: 2, reason: 'tooFew' },
    });
    const { rev } = (await by.get<Rec>(`/rounds/${one.documentId}`)).data;
    const published = await by.step(`/rounds/${one.documentId}`, 'publish', rev);
    expect([published.status, published.error.details.code]).toEqual([422, 'GATE_NOT_MET']);
    // Whoever has not scored the case is not held up by it any more.
    const third = at.raters[2] as Person;
    const [own] = await sheetsOf(third, at.round);
    expect((await submit(third, own, 20)).status).toBe(200);
  });

  it('tells nothing of a unit that the evaluator has still to score for real', async () => {
    const at = await scene(3);
    const one = await caseOf(at);
    const sheets: Rec[] = [];
    for (const rater of at.raters) sheets.push((await sheetsOf(rater, one))[0] as Rec);
    for (const [index, rater] of at.raters.entries()) await submit(rater, sheets[index], 10 + index);
    const [first, second] = at.raters as [Person, Person];
    const held = { released: true, feedback: { parts: null, raters: 3, reason: 'unitOwed' } };
    expect(await told(first, sheets[0])).toEqual(held);
    const filter = `filters[round][documentId]=${at.round.documentId}&filters[unit][documentId]=${at.units[0]?.documentId}`;
    const [own] = (await first.client.get<Rec[]>(`/evaluations?${filter}`)).data;
    expect((await submit(first, own, 20)).status).toBe(200);
    expect((await told(first, sheets[0])).feedback?.parts).toHaveLength(3);
    expect(await told(second, sheets[1])).toEqual(held);
    const [left] = (await second.client.get<Rec[]>(`/evaluations?${filter}`)).data;
    await second.client.step(`/evaluations/${left?.documentId}`, 'recuse', Number(left?.rev), '曾任职');
    expect((await told(second, sheets[1])).feedback?.parts).toHaveLength(3);
  });

  it('that has been told of gets no sheet more or fewer: one score would fall out', async () => {
    const at = await scene(3);
    const one = await caseOf(at, await make.unit());
    const late = await make.person('evaluator');
    await assign(one, await unitOfCase(one), late);
    const [other] = await sheetsOf(late, one);
    await late.client.step(`/evaluations/${other?.documentId}`, 'recuse', Number(other?.rev), '曾任职');
    for (const rater of at.raters) await submit(rater, (await sheetsOf(rater, one))[0], 20);
    const [sheet] = await sheetsOf(at.raters[0] as Person, one);
    for (const [id, name] of [
      [sheet?.documentId, 'return'],
      [other?.documentId, 'reinstate'],
    ] as const) {
      const path = `/evaluations/${id}`;
      const recusals = await by.get<Rec[]>(
        `/recusals?filters[evaluator][documentId]=${late.staff.documentId}`,
      );
      for (const { documentId, rev } of recusals.data) await by.remove(`/recusals/${documentId}`, rev);
      const refused = await by.step(path, name, (await by.get<Rec>(path)).data.rev, '核对');
      expect([refused.status, refused.error.details.code], name).toEqual([422, 'GATE_NOT_MET']);
      expect(refused.error.details.errors?.[0]?.message).toContain('校准反馈');
    }
    const more = await by.post('/assignments', {
      data: {
        round: one.documentId,
        unit: (await unitOfCase(one)).documentId,
        evaluator: (await make.person('evaluator')).staff.documentId,
        source: 'district',
        reason: '补充',
      },
    });
    expect(more.error.details.errors).toMatchObject([{ path: ['round'], code: 'GATE_NOT_MET' }]);
  });

  it('shows nobody another’s sheet, by whatever way they ask', async () => {
    const at = await scene(3);
    const one = await caseOf(at);
    const [first, second] = at.raters as [Person, Person];
    const [own] = await sheetsOf(first, one);
    const [foreign] = await sheetsOf(second, one);
    await submit(first, own, 10);
    await submit(second, foreign, 33);
    const { client } = first;
    for (const path of ['', '/sheet', '/history', '/calibration'])
      expect((await client.get(`/evaluations/${foreign?.documentId}${path}`)).status, path).toBe(404);
    for (const query of [
      `filters[documentId]=${foreign?.documentId}`,
      `filters[round][documentId]=${one.documentId}&filters[documentId][$ne]=${own?.documentId}`,
      `filters[evaluator][documentId]=${second.staff.documentId}`,
      `filters[$or][0][total][$gt]=0&filters[$or][1][documentId]=${foreign?.documentId}&filters[documentId][$ne]=${own?.documentId}`,
    ]) {
      const list = await client.get<Rec[]>(`/evaluations?${query}`);
      expect([list.status, list.data, list.meta.pagination.total], query).toEqual([200, [], 0]);
    }
    const sorted = await client.get<Rec[]>(
      `/evaluations?filters[round][documentId]=${one.documentId}&sort=total:desc&populate[0]=evaluator&populate[1]=unit`,
    );
    expect(sorted.data.map(({ documentId }) => documentId)).toEqual([own?.documentId]);
    for (const path of [
      `/rounds/${one.documentId}/summary`,
      `/rounds/${one.documentId}/trust`,
      `/rounds/${one.documentId}/progress`,
      `/rounds/${one.documentId}/units/${at.units[0]?.documentId}/explanation`,
      `/rounds/${one.documentId}/units/${at.units[0]?.documentId}/spread`,
      '/evaluations/export',
    ])
      expect([403, 404], path).toContain((await client.get(path)).status);
    const outsider = await make.person('evaluator');
    expect((await outsider.client.get(`/rounds/${one.documentId}`)).status).toBe(404);
  });

  it('may be of a unit that the round does not judge, which is then not the round’s', async () => {
    const at = await scene(2);
    const outside = await make.unit();
    const answer = await by.post<Rec>(caseAt(at), { data: { unit: outside.documentId } });
    expect(answer.status, answer.text).toBe(201);
    const one = await step(by, `/rounds/${answer.data.documentId}`, 'open');
    for (const rater of at.raters) {
      const [sheet, ...more] = await sheetsOf(rater, one);
      expect(more).toEqual([]);
      expect((await submit(rater, sheet, 20)).status).toBe(200);
    }
    const { data } = await by.get<{ unit: string; submitted: number }>(caseAt(at));
    expect(data).toMatchObject({ unit: outside.name, submitted: 2 });
    const summary = await by.get(`/rounds/${at.round.documentId}/summary`);
    expect(summary.text).not.toContain(String(outside.name));
  });

  it('says before it is made who of its evaluators judges the unit in the round as well', async () => {
    const at = await scene(2);
    const [first, second] = at.raters as [Person, Person];
    const elsewhere = await make.person('evaluator');
    await assign(at.round, at.units[1], elsewhere);
    const read = (unit: Rec | undefined, client = by) =>
      client.get<{ scorers: number; twice: { documentId: string }[] }>(
        `${caseAt(at)}/units/${unit?.documentId}`,
      );
    const idsOf = async (unit: Rec | undefined) =>
      (await read(unit)).data.twice.map(({ documentId }) => documentId).sort();
    const ids = (...people: Person[]) => people.map(({ staff }) => staff.documentId).sort();
    expect((await read(at.units[0])).data.scorers).toBe(3);
    expect(await idsOf(at.units[0])).toEqual(ids(first, second));
    expect(await idsOf(at.units[1])).toEqual(ids(first, second, elsewhere));
    expect((await read(await make.unit())).data).toEqual({ scorers: 3, twice: [] });
    // Whoever is recused from the unit neither scores the case nor judges it.
    const filter = `filters[unit][documentId]=${at.units[0]?.documentId}`;
    const [own] = (await first.client.get<Rec[]>(`/evaluations?${filter}`)).data;
    const path = `/evaluations/${own?.documentId}`;
    // It is out of their sight from then on.
    expect((await first.client.step(path, 'recuse', Number(own?.rev), '曾在该单位任职')).status).toBe(204);
    expect((await read(at.units[0])).data.scorers).toBe(2);
    expect(await idsOf(at.units[0])).toEqual(ids(second));
    for (const { client } of at.raters) expect((await read(at.units[0], client)).status).toBe(403);
    expect((await by.get(`${caseAt(at)}/units/nosuchunit00`)).status).toBe(404);
  });

  it('is made once for a round; latecomers score it too', async () => {
    const at = await scene(1);
    const post = (unit: unknown) => by.post<Rec>(caseAt(at), { data: { unit } });
    const unknown = await post('nosuchunit00');
    expect(unknown.error.details.errors).toMatchObject([{ path: ['unit'], code: 'UNKNOWN_RELATION' }]);
    expect((await post(null)).error.details.errors).toMatchObject([{ path: ['unit'], code: 'REQUIRED' }]);
    const one = await caseOf(at);
    expect((await post(at.units[0]?.documentId)).status).toBe(409);
    const nested = await by.post(`/rounds/${one.documentId}/calibration`, {
      data: { unit: at.units[0]?.documentId },
    });
    expect(nested.status).toBe(409);
    const late = await make.person('evaluator');
    await assign(at.round, at.units[1], late);
    expect(await sheetsOf(late, one)).toHaveLength(1);
    // Recused from the unit of the case, somebody is not asked for it.
    const recused = await make.person('evaluator', { unit: at.units[0]?.documentId });
    await assign(at.round, at.units[1], recused);
    expect(await sheetsOf(recused, one)).toEqual([]);
    for (const role of ['evaluator', 'civilityOffice'] as const) {
      const { client } = await make.person(role);
      expect((await client.post(caseAt(at), { data: {} })).status, role).toBe(403);
    }
  });

  it('changes no figure of the round anywhere, however absurd its scores', async () => {
    const at = await scene(3);
    for (const [index, rater] of at.raters.entries())
      for (const sheet of await sheetsOf(rater, at.round))
        expect((await submit(rater, sheet, 20 + index)).status).toBe(200);
    const of = `/rounds/${at.round.documentId}`;
    const unit = at.units[0]?.documentId;
    const figures = async () => {
      await expect
        .poll(async () => (await by.get<{ state: string }>(`${of}/trust`)).data.state)
        .toBe('ready');
      const parts = ['summary', 'progress', 'trust', `units/${unit}/explanation`, `units/${unit}/spread`];
      const read = await Promise.all(parts.map(async (part) => (await by.get(`${of}/${part}`)).data));
      return { read, round: (await by.get<Rec>(of)).data };
    };
    const before = await figures();
    const one = await caseOf(at);
    for (const [index, rater] of at.raters.entries())
      expect((await submit(rater, (await sheetsOf(rater, one))[0], index === 0 ? 0 : 40)).status).toBe(200);
    expect(await figures()).toEqual(before);

    for (const name of ['close', 'publish']) await step(by, of, name);
    const filter = `filters[round][documentId]=${at.round.documentId}`;
    const results = (await by.get<Rec[]>(`/unit-results?${filter}`)).data;
    expect(results.map(({ total }) => total)).toEqual(['62.00', '62.00']);
    const [result] = (await by.get<Rec[]>(`/results?${filter}`)).data;
    const { severities } = (result as Rec).statistics as { severities: Record<string, number> };
    expect(Object.values(severities).sort((a, b) => a - b)).toEqual([-0.571429, 0, 0.571429]);
    expect((await by.get<Rec[]>(`/results?filters[round][documentId]=${one.documentId}`)).data).toEqual([]);
  });
});
