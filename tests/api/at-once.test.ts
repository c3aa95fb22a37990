import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, step } from './support/builders';
import { type Answer, type Client, office, type Rec } from './support/client';
import { figureDefinition, summaryTotal } from './support/figure-round';
import { appealUnderReview } from './support/results';

// Two requests at the same moment: what one of them may have is had by one alone, and the other is told by a code. Each
// is tried some times, since who comes first is open; on PostgreSQL the two really run beside each other.
const TIMES = 3;

let by: Client;
let other: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  other = (await make.person('districtOffice')).client;
});

type Scene = { round: Rec; address: string; unit: Rec; raters: Person[] };

/** An open round of one unit that two evaluators have scored, apart from each other. */
async function scene(): Promise<Scene> {
  const rubric = await make.rubric({ definition: figureDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const unit = await make.unit();
  const raters = [await make.person('evaluator'), await make.person('evaluator')];
  for (const { staff } of raters)
    await make.assignment({ round: round.documentId, unit: unit.documentId, evaluator: staff.documentId });
  const address = `/rounds/${round.documentId}`;
  await step(by, address, 'open');
  const at = { round, address, unit, raters };
  for (const [index, { client }] of raters.entries()) {
    const sheet = await sheetOf(at, client);
    const entries = { A1: { points: 10 + 20 * index }, A2: { deductions: [] }, B1: { points: 20 } };
    await client.put(`/evaluations/${sheet.documentId}`, { data: { entries } }, sheet.rev);
    await step(client, `/evaluations/${sheet.documentId}`, 'submit');
  }
  return at;
}

const ofRound = ({ round }: Scene) => `filters[round][documentId]=${round.documentId}`;

const sheetOf = async (at: Scene, client: Client): Promise<Rec> =>
  (await client.get<Rec[]>(`/evaluations?${ofRound(at)}`)).data[0] as Rec;

const talkOn = async ({ round, unit }: Scene, code: string): Promise<Rec> => {
  const talk = await make.moderation({ round: round.documentId, unit: unit.documentId, code });
  return step(by, `/moderations/${talk.documentId}`, 'begin');
};

/** What an evaluator is asked in a talk, with the entries that they would put in place. */
async function answering({ client }: Person, talk: Rec, entries: object) {
  const filter = `filters[moderation][documentId]=${talk.documentId}`;
  const [reply] = (await client.get<Rec[]>(`/moderation-replies?${filter}`)).data as [Rec];
  const path = `/moderation-replies/${reply.documentId}`;
  const saved = await client.put<Rec>(path, { data: { entries } }, reply.rev);
  expect(saved.status, saved.text).toBe(200);
  return () => client.step(path, 'change', Number(saved.data.rev), '漏看了附件');
}

/** The code of an answer, that of a field where it names one. */
const codeOf = ({ status, error }: Answer<unknown>): string =>
  status < 300 ? 'done' : (error.details.errors?.[0]?.code ?? error.details.code);

const together = async (...work: (() => Promise<Answer<unknown>>)[]): Promise<string[]> =>
  (await Promise.all(work.map((one) => one()))).map(codeOf);

describe.each(Array.from({ length: TIMES }, (_, at) => at + 1))('at once, try %i', () => {
  it('two talks about the same: one is made', async () => {
    const { round, unit } = await scene();
    const data = { round: round.documentId, unit: unit.documentId, code: 'A1', question: '依据?' };
    const create = (client: Client) => () => client.post('/moderations', { data });
    const codes = await together(create(by), create(other));
    expect(codes.sort()).toEqual(['DUPLICATE', 'done']);
  });

  it('a talk that is kept and an answer that changes a score: never both', async () => {
    const at = await scene();
    const talk = await talkOn(at, 'A1');
    const change = await answering(at.raters[0] as Person, talk, { A1: { points: 20 } });
    const keep = () => by.step(`/moderations/${talk.documentId}`, 'keep', Number(talk.rev), '维持');
    const codes = await together(keep, change);
    expect([...codes].sort()).toEqual(['GATE_NOT_MET', 'done']);
    const { entries } = await sheetOf(at, (at.raters[0] as Person).client);
    const points = (entries as { A1: { points: number } }).A1.points;
    expect(points).toBe(codes[1] === 'done' ? 20 : 10);
  });

  it('answers to two talks about one sheet: both stand', async () => {
    const at = await scene();
    const [rater] = at.raters as [Person];
    const first = await answering(rater, await talkOn(at, 'A1'), { A1: { points: 21 } });
    const second = await answering(rater, await talkOn(at, 'B1'), { B1: { points: 31 } });
    expect(await together(first, second)).toEqual(['done', 'done']);
    const { entries, moderated } = await sheetOf(at, rater.client);
    expect(entries).toMatchObject({ A1: { points: 21 }, B1: { points: 31 } });
    expect(Object.keys(moderated as object).sort()).toEqual(['A1', 'B1']);
  });

  it('two figures of a unit: one is entered, and one of two changes of it is made', async () => {
    const { round, unit } = await scene();
    const values = { round: round.documentId, unit: unit.documentId, metric: 'satisfaction', method: '问卷' };
    const enter = (client: Client, numerator: number) => () =>
      client.post<Rec>('/metric-entries', { data: { ...values, numerator, denominator: 120 } });
    expect((await together(enter(by, 60), enter(other, 61))).sort()).toEqual(['DUPLICATE', 'done']);
    const [entry] = (await by.get<Rec[]>(`/metric-entries?filters[unit][documentId]=${unit.documentId}`))
      .data;
    const change = (client: Client, numerator: number) => () =>
      client.put(
        `/metric-entries/${entry?.documentId}`,
        { data: { numerator, reason: '补录' } },
        Number(entry?.rev),
      );
    expect((await together(change(by, 90), change(other, 91))).sort()).toEqual(['REV_CONFLICT', 'done']);
  });

  it('a figure and the closing of its round: it counts or it is refused', async () => {
    const at = await scene();
    const { rev } = (await by.get<Rec>(at.address)).data;
    const values = { round: at.round.documentId, unit: at.unit.documentId, metric: 'satisfaction' };
    const data = { ...values, method: '问卷', numerator: 60, denominator: 120 };
    const codes = await together(
      () => other.post('/metric-entries', { data }),
      () => by.step(at.address, 'close', Number(rev)),
    );
    expect(codes[1]).toBe('done');
    expect(['done', 'STATE_LOCKED']).toContain(codes[0]);
    const entered = (await by.get<Rec[]>(`/metric-entries?filters[unit][documentId]=${at.unit.documentId}`))
      .data;
    expect(entered).toHaveLength(codes[0] === 'done' ? 1 : 0);
    // 60 of 100 from the district; half of the public's, where it counts.
    expect(await summaryTotal(by, at, at.unit)).toBe(codes[0] === 'done' ? '116.00' : '120.00');
  });

  it('two calibration cases of a round: one is made', async () => {
    const at = await scene();
    const unit = (await make.unit()).documentId;
    const create = (client: Client) => () => client.post(`${at.address}/calibration`, { data: { unit } });
    expect((await together(create(by), create(other))).sort()).toEqual(['DUPLICATE', 'done']);
  });

  it('two corrections of a published result: the second builds on the first', async () => {
    const at = await scene();
    await step(by, at.address, 'close');
    await step(by, at.address, 'publish');
    const [result] = (await by.get<Rec[]>(`/unit-results?${ofRound(at)}`)).data as [Rec];
    const unit = await make.person('unit', { unit: at.unit.documentId });
    const amend: (() => Promise<Answer<unknown>>)[] = [];
    for (const [indicator, points] of [
      ['A1', 40],
      ['B1', 40],
    ] as const) {
      const reviewer = await make.person('inspector');
      const id = await appealUnderReview(by, unit.client, result, reviewer, indicator);
      const path = `/appeals/${id}`;
      type Case = { rev: number; sheets: { id: string }[] };
      const { sheets, rev } = (await reviewer.client.get<Case>(`${path}/case`)).data;
      const correction = Object.fromEntries(sheets.map((sheet) => [sheet.id, { points }]));
      const saved = await reviewer.client.put<Rec>(path, { data: { correction, decision: '应予计分' } }, rev);
      expect(saved.status, saved.text).toBe(200);
      amend.push(() => reviewer.client.step(path, 'amend', Number(saved.data.rev)));
    }
    expect(await together(...amend)).toEqual(['done', 'done']);
    const results = (await by.get<Rec[]>(`/results?${ofRound(at)}&sort=number`)).data;
    expect(results.map(({ number }) => number)).toEqual([1, 2, 3]);
    const [last] = (await by.get<Rec[]>(`/unit-results?${ofRound(at)}&filters[result][number]=3`)).data as [
      Rec,
    ];
    const points = (last.figures as { score: { indicators: Record<string, string> } }).score.indicators;
    expect([points.A1, points.B1]).toEqual(['40', '40']);
  });
});
