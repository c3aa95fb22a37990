import { addDays, dayOf } from '@jiedui/shared/calendar';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const today = () => dayOf(new Date().toISOString());
const REASON = '受台风影响';
const ENTRIES = { A1: { points: 30 }, A2: { deductions: [] }, B1: { points: 20 } };
const WINDOWS = { self: { opensOn: '2022-11-01', closesOn: '2022-11-10' } };

type Scene = { round: Rec; unit: Rec; self: Person; rater: Person };

/** A round whose units' own time is long over, with a sheet of the unit and one of an evaluator. */
async function scene(open = true): Promise<Scene> {
  const sources = [
    { code: 'self', weight: 20 },
    { code: 'district', weight: 80 },
  ];
  const rubric = await make.rubric({ definition: rubricDefinition({ sources }) });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId, windows: WINDOWS });
  const unit = await make.unit();
  const self = await make.person('unit', { unit: unit.documentId });
  const rater = await make.person('evaluator');
  for (const [person, source] of [
    [self, 'self'],
    [rater, 'district'],
  ] as const) {
    const judged = { round: round.documentId, unit: unit.documentId };
    await make.assignment({ ...judged, evaluator: person.staff.documentId, source });
  }
  if (open) await step(by, `/rounds/${round.documentId}`, 'open');
  return { round, unit, self, rater };
}

const extend = ({ round }: Scene, data: object) => by.post(`/rounds/${round.documentId}/extend`, { data });
const stored = async ({ round }: Scene) => (await by.get<Rec>(`/rounds/${round.documentId}`)).data;

async function tries({ self, round }: Scene): Promise<number> {
  const filter = `filters[round][documentId]=${round.documentId}`;
  const [sheet] = (await self.client.get<Rec[]>(`/evaluations?${filter}`)).data;
  const data = { entries: ENTRIES };
  return (await self.client.put(`/evaluations/${sheet?.documentId}`, { data }, sheet?.rev)).status;
}

const toldOf = async ({ client }: Person) =>
  (await client.get<{ kind: string; title: { zh: string }; detail: { zh: string } }[]>('/notifications')).data
    .filter(({ kind }) => kind === 'evaluation')
    .map(({ title, detail }) => `${title.zh} ${detail.zh}`);

describe('more time in an open round', () => {
  it('opens a source again whose days were over; it is on the record, and whoever is late is told', async () => {
    const at = await scene();
    expect(await tries(at)).toBe(409);
    const closesOn = addDays(today(), 3);
    expect((await extend(at, { source: 'self', closesOn, reason: REASON })).status).toBe(200);
    expect(await tries(at)).toBe(200);
    expect(await stored(at)).toMatchObject({
      closesOn,
      windows: { self: { opensOn: '2022-11-01', closesOn } },
    });
    const history = await by.get<{ reason: string; changes: object }[]>(
      `/rounds/${at.round.documentId}/history`,
    );
    expect(history.data[0]?.reason).toBe(REASON);
    const told = await toldOf(at.self);
    expect(told.filter((text) => text.includes(closesOn) && text.includes(REASON))).toHaveLength(1);
    expect((await toldOf(at.rater)).filter((text) => text.includes(REASON))).toEqual([]);
  });

  it('is of the round for the sources without days of their own, whose late ones alone are told', async () => {
    const at = await scene();
    const closesOn = addDays(today(), 1);
    expect((await extend(at, { closesOn, reason: REASON })).status).toBe(200);
    expect(await stored(at)).toMatchObject({ closesOn, windows: WINDOWS });
    expect((await toldOf(at.rater)).join()).toContain(REASON);
    expect(await toldOf(at.self)).toEqual([]);
  });

  it('is never shorter, never past, never without a reason, and only while the round is open', async () => {
    const at = await scene();
    const later = addDays(today(), 3);
    const wrong = async (data: object) =>
      (await extend(at, data)).error.details.errors?.map(({ path, code }) => [path[0], code]);
    expect(await wrong({ source: 'self', closesOn: '2022-11-09', reason: REASON })).toEqual([
      ['closesOn', 'OUT_OF_RANGE'],
    ]);
    expect(await wrong({ source: 'self', closesOn: addDays(today(), -1), reason: REASON })).toEqual([
      ['closesOn', 'OUT_OF_RANGE'],
    ]);
    expect(await wrong({ source: 'self', closesOn: later })).toEqual([['reason', 'REASON_REQUIRED']]);
    expect(await wrong({ source: 'self', closesOn: '2099-13-45', reason: REASON })).toEqual([
      ['closesOn', 'WRONG_TYPE'],
    ]);
    expect(await wrong({ source: 'nobody', closesOn: later, reason: REASON })).toEqual([
      ['source', 'WRONG_TYPE'],
    ]);
    expect(await stored(at)).toMatchObject({ closesOn: '2022-12-31', windows: WINDOWS });
    for (const role of ['evaluator', 'civilityOffice', 'unit'] as const) {
      const { client } = await make.person(role);
      const data = { closesOn: later, reason: REASON };
      expect((await client.post(`/rounds/${at.round.documentId}/extend`, { data })).status, role).toBe(403);
    }
    await step(by, `/rounds/${at.round.documentId}`, 'close');
    const closed = await extend(at, { closesOn: later, reason: REASON });
    expect([closed.status, closed.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    const draft = await extend(await scene(false), { closesOn: later, reason: REASON });
    expect(draft.status).toBe(409);
  });

  it('tells whoever is given a sheet while the round goes on', async () => {
    const at = await scene();
    const late = await make.person('evaluator');
    await make.assignment({
      round: at.round.documentId,
      unit: at.unit.documentId,
      evaluator: late.staff.documentId,
    });
    expect((await toldOf(late)).join()).toContain(String(at.unit.name));
    expect((await toldOf(at.rater)).join()).not.toContain('新增评分表');
  });
});
