import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Severity = { rater: string; units: number; fitted: number; applied: number };
type Adjusted = { unit: string; raw: number; fitted: number };
type Ready = {
  state: 'ready';
  trust: {
    total: { alpha: { alpha: number | null; pairable: number; reason?: string } };
    dimensions: { code: string; alpha: { alpha: number | null; reason?: string } }[];
    icc: { icc: object | null; reason?: string };
    severity: { fit: { raters: Severity[]; units: Adjusted[] } | null; reason?: string };
    ranks: { ranks: object | null; reason?: string };
    disagreements: { unit: string; dimension: string | null; percent: number }[];
    coverage: { total: { scored: number; percent: number | null } };
  };
  connection: { groups: string[][]; advice: { zh: string } | null };
  units: Record<string, string>;
  raters: Record<string, string>;
};
type Answer = Ready | { state: 'computing'; done: number; of: number };

async function trustOf({ documentId }: Rec): Promise<Ready> {
  for (;;) {
    const { status, data, text } = await by.get<Answer>(`/rounds/${documentId}/trust`);
    if (status !== 200 && status !== 202) throw new Error(text);
    if (data.state === 'ready') return data;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function draft(units: number, raters: number) {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const several = async <T>(count: number, one: () => Promise<T>) => {
    const made: T[] = [];
    for (let at = 0; at < count; at += 1) made.push(await one());
    return made;
  };
  return {
    round: await make.round({ rubric: rubric.documentId }),
    units: await several(units, () => make.unit({ unitClass: 'liaison' })),
    raters: await several(raters, () => make.person('evaluator')),
  };
}

const assign = (round: Rec, unit: Rec | undefined, rater: Person | undefined) =>
  make.assignment({
    round: round.documentId,
    unit: unit?.documentId,
    evaluator: rater?.staff.documentId,
  });

async function score(round: Rec, rater: Person, unit: Rec, points: number): Promise<void> {
  const query = `filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`;
  const [sheet] = (await rater.client.get<Rec[]>(`/evaluations?${query}`)).data;
  const entries = { A1: { points }, A2: { deductions: [] }, B1: { points: 20 } };
  const address = `/evaluations/${sheet?.documentId}`;
  await rater.client.put(address, { data: { entries } }, sheet?.rev);
  await step(rater.client, address, 'submit');
}

describe('how far a round can be trusted', () => {
  /** T4: Shrout & Fleiss's table with only some of its cells; what was scored by which judge. */
  const CELLS: [unit: number, rater: number, points: number][] = [
    [0, 0, 9],
    [0, 1, 2],
    [1, 1, 1],
    [1, 2, 3],
    [2, 2, 6],
    [2, 3, 8],
    [3, 3, 6],
    [3, 0, 7],
    [4, 0, 10],
    [4, 2, 6],
    [5, 1, 2],
    [5, 3, 7],
  ];

  it('gives the published severities and scores, and says what cannot be had', async () => {
    const { round, units, raters } = await draft(6, 4);
    for (const [unit, rater] of CELLS) await assign(round, units[unit], raters[rater]);
    await step(by, `/rounds/${round.documentId}`, 'open');
    const empty = await trustOf(round);
    expect(empty.trust.severity).toMatchObject({ fit: null, reason: 'noScores' });
    expect(empty.trust.coverage.total).toMatchObject({ scored: 0, percent: 0 });
    for (const [unit, rater, points] of CELLS)
      await score(round, raters[rater] as Person, units[unit] as Rec, points);
    const { trust, connection } = await trustOf(round);
    const { fit } = trust.severity;
    const severities = raters.map(
      ({ staff }) => fit?.raters.find(({ rater }) => rater === staff.documentId)?.fitted,
    );
    for (const [at, expected] of [-3, 3.5, 1, -1.5].entries())
      expect(severities[at]).toBeCloseTo(expected, 6);
    const rows = units.map(({ documentId }) => fit?.units.find(({ unit }) => unit === documentId));
    const base = (rows[0]?.raw ?? 0) - 5.5;
    for (const [at, raw] of [5.5, 2, 7, 6.5, 8, 4.5].entries())
      expect((rows[at]?.raw ?? 0) - base).toBeCloseTo(raw, 6);
    for (const [at, fitted] of [5.75, 4.25, 6.75, 4.25, 7, 5.5].entries())
      expect((rows[at]?.fitted ?? 0) - base).toBeCloseTo(fitted, 6);
    expect(trust.icc).toMatchObject({ icc: null, reason: 'incomplete' });
    expect(trust.ranks).toMatchObject({ ranks: null, reason: 'tooFewResiduals' });
    expect(trust.total.alpha.pairable).toBe(12);
    // Everybody gave the same here: nothing to agree about.
    expect(trust.dimensions.at(-1)?.alpha).toMatchObject({ alpha: null, reason: 'onlyOneValue' });
    expect(trust.coverage.total.percent).toBe(100);
    expect(connection).toMatchObject({ advice: null });
    expect(connection.groups).toHaveLength(1);
  });

  it('is the district office’s to read', async () => {
    const { round } = await draft(1, 0);
    for (const role of ['evaluator', 'civilityOffice', 'inspector'] as const) {
      const { client } = await make.person(role);
      expect((await client.get(`/rounds/${round.documentId}/trust`)).status, role).toBe(403);
    }
    const { data } = await by.get<{ state: string }>(`/rounds/${round.documentId}/trust`);
    expect(data.state).toBe('notOpen');
  });
});

describe('a round whose assignments fall apart', () => {
  it('does not open, is told which visit joins its groups, and opens with it', async () => {
    const { round, units, raters } = await draft(2, 2);
    for (const at of [0, 1]) await assign(round, units[at], raters[at]);
    const { rev } = (await by.get<Rec>(`/rounds/${round.documentId}`)).data;
    const refused = await by.step(`/rounds/${round.documentId}`, 'open', rev);
    expect(refused.status).toBe(422);
    const [error] = refused.error.details.errors ?? [];
    expect(error).toMatchObject({ path: ['assignments'], code: 'GATE_NOT_MET' });
    const named = raters.findIndex(({ staff }) => error?.message.includes(String(staff.displayName)));
    expect(named).toBeGreaterThanOrEqual(0);
    await assign(round, units[1 - named], raters[named]);
    expect((await step(by, `/rounds/${round.documentId}`, 'open')).state).toBe('open');
  });

  it('opens all the same where recusals leave no way, and says that nothing can be compared', async () => {
    const { round, units } = await draft(2, 0);
    const raters = [
      await make.person('evaluator', { unit: units[1]?.documentId }),
      await make.person('evaluator', { unit: units[0]?.documentId }),
    ];
    for (const at of [0, 1]) await assign(round, units[at], raters[at]);
    await step(by, `/rounds/${round.documentId}`, 'open');
    for (const at of [0, 1]) await score(round, raters[at] as Person, units[at] as Rec, 10);
    const { trust, connection } = await trustOf(round);
    expect(connection.groups).toHaveLength(2);
    expect(connection.advice).toBeNull();
    expect(trust.severity).toMatchObject({ fit: null, reason: 'notConnected' });
  });
});
