import { beforeAll, describe, expect, inject, it } from 'vitest';
import { recomputeResults } from '../../cms/src/evaluation/recompute';
import { openDatabase } from '../../scripts/lib/open-database';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import {
  type FigureRound,
  figureDefinition,
  plannedFigureRound,
  submitSheet,
  summaryTotal,
} from './support/figure-round';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Coverage = {
  metric: string;
  sources: string[];
  units: number;
  entered: number;
  tooFew: number;
  lacking: string[];
};

/** An open round in which the first of two units has full marks (of 200) from the district. */
async function openScene(more: Record<string, unknown> = {}): Promise<FigureRound> {
  const planned = await plannedFigureRound(by, make, figureDefinition(more));
  const scene = { ...planned, round: await step(by, planned.address, 'open') };
  await submitSheet(scene, scene.units[0]);
  return scene;
}

const totalOf = (scene: FigureRound, unit: Rec) => summaryTotal(by, scene, unit);

const enter = ({ round, units }: FigureRound, more: Record<string, unknown> = {}) =>
  make.metricEntry({
    round: round.documentId,
    unit: units[0]?.documentId,
    numerator: 60,
    denominator: 120,
    ...more,
  });
const put = (entry: Rec, data: object, rev = entry.rev) =>
  by.put<Rec>(`/metric-entries/${entry.documentId}`, { data }, rev);

describe('a figure that the office enters', () => {
  it('counts at once, in the result and in its explanation, and its source is missing before', async () => {
    const scene = await openScene();
    const [unit] = scene.units as [Rec];
    expect(await totalOf(scene, unit)).toBe('200.00');
    await enter(scene);
    // 80 parts of the full marks and 20 parts of half of them.
    expect(await totalOf(scene, unit)).toBe('180.00');
    const told = await by.get(`${scene.address}/units/${unit.documentId}/explanation`);
    expect(told.text).toContain('群众满意度 50%');
  });

  it.each([
    ['reweight', '200.00'],
    ['noTotal', null],
  ])(
    'that has too few answers is missing, and the frozen policy %s says what then: %s',
    async (missingSource, total) => {
      const scene = await openScene({ missingSource });
      await enter(scene, { numerator: 3, denominator: 9 });
      expect(await totalOf(scene, scene.units[0] as Rec)).toBe(total);
    },
  );

  it.each([
    ['more than all', { numerator: 121 }, ['numerator']],
    ['no answers', { denominator: null }, ['denominator']],
    ['fewer asked than answered', { invited: 100 }, ['invited']],
    ['points of a rate', { value: 5 }, ['value']],
    ['no method', { method: '' }, ['method']],
    ['a figure that the records give', { metric: 'activitiesHeld' }, ['metric']],
  ])('is refused with %s', async (_, more, fields) => {
    const values = { metric: 'satisfaction', numerator: 60, denominator: 120, method: '问卷', ...more };
    const round = (await make.round()).documentId;
    const unit = (await make.unit()).documentId;
    const answer = await by.post('/metric-entries', { data: { ...values, round, unit } });
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors?.map(({ path }) => path[0])).toEqual(fields);
  });

  it('is one for a unit and a round, of the frozen roster', async () => {
    const scene = await openScene();
    await enter(scene);
    const again = await by.post('/metric-entries', {
      data: {
        round: scene.round.documentId,
        unit: scene.units[0]?.documentId,
        metric: 'satisfaction',
        numerator: 1,
        denominator: 20,
        method: '问卷',
      },
    });
    expect([again.status, again.error.details.code]).toEqual([409, 'DUPLICATE']);
    const stranger = await by.post('/metric-entries', {
      data: {
        round: scene.round.documentId,
        unit: (await make.unit()).documentId,
        metric: 'awareness',
        numerator: 1,
        denominator: 20,
        method: '问卷',
      },
    });
    expect(stranger.error.details.errors).toMatchObject([{ path: ['unit'], code: 'NOT_AN_OPTION' }]);
  });

  it('is changed with a reason once the round is open, each time anew, and the audit tells it', async () => {
    const scene = await openScene();
    const [unit] = scene.units as [Rec];
    const entry = await enter(scene);
    const silent = await put(entry, { numerator: 90 });
    expect(silent.error.details.errors).toMatchObject([{ path: ['reason'], code: 'REASON_REQUIRED' }]);
    const changed = await put(entry, { numerator: 90, reason: '补录纸质问卷' });
    expect(changed.status, changed.text).toBe(200);
    expect(await totalOf(scene, unit)).toBe('190.00');
    const same = await put(changed.data, { numerator: 120, reason: '补录纸质问卷' });
    expect(same.error.details.errors).toMatchObject([{ path: ['reason'] }]);
    expect((await put(changed.data, { method: '电话回访' })).status).toBe(200);
    type Entry = { changes: Record<string, [unknown, unknown]> };
    const history = await by.get<Entry[]>(`/metric-entries/${entry.documentId}/history`);
    expect(history.text).toContain('补录纸质问卷');
  });

  it('is changed without one while the round is prepared', async () => {
    const entry = await make.metricEntry();
    expect((await put(entry, { numerator: 91 })).status).toBe(200);
  });

  it('is taken away with a reason only, and the result is what it was without it', async () => {
    const scene = await openScene();
    const entry = await enter(scene);
    const address = `/metric-entries/${entry.documentId}`;
    expect((await by.remove(address, entry.rev)).error.details.code).toBe('REASON_REQUIRED');
    const gone = await by.call('DELETE', address, { rev: entry.rev, body: { data: { reason: '录错单位' } } });
    expect(gone.status, gone.text).toBe(204);
    expect(await totalOf(scene, scene.units[0] as Rec)).toBe('200.00');
  });

  it('stays as it is once the round is closed: no change, no new one, none taken away', async () => {
    const scene = await openScene();
    const entry = await enter(scene);
    await step(by, scene.address, 'close');
    const locked = (answer: { status: number; error: { details: { code: string } } }) =>
      expect([answer.status, answer.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    locked(await put(entry, { numerator: 90, reason: '更正' }));
    locked(
      await by.call('DELETE', `/metric-entries/${entry.documentId}`, {
        rev: entry.rev,
        body: { data: { reason: '录错' } },
      }),
    );
    locked(
      await by.post('/metric-entries', {
        data: {
          round: scene.round.documentId,
          unit: scene.units[1]?.documentId,
          metric: 'satisfaction',
          numerator: 60,
          denominator: 120,
          method: '问卷',
        },
      }),
    );
    await step(by, scene.address, 'reopen', '复核');
    expect((await put(entry, { numerator: 90, reason: '更正' })).status).toBe(200);
  });

  it('is nothing to those who are judged or judge', async () => {
    for (const role of ['evaluator', 'unit', 'town', 'station', 'inspector', 'leadDepartment'] as const) {
      const { client } = await make.person(role);
      expect((await client.get('/metric-entries')).status, role).toBe(403);
    }
  });
});

describe('the progress of a round', () => {
  it('tells which units lack which figure, and what a missing source means', async () => {
    const scene = await openScene({ missingSource: 'noTotal' });
    const progress = async () =>
      (await by.get<{ figures: Coverage[]; missingSource: string }>(`${scene.address}/progress`)).data;
    const [first, second] = scene.units as [Rec, Rec];
    const before = await progress();
    expect(before.missingSource).toBe('noTotal');
    expect(before.figures).toMatchObject([
      { metric: 'satisfaction', sources: ['public'], units: 2, entered: 0, tooFew: 0 },
    ]);
    expect(before.figures[0]?.lacking.sort()).toEqual([String(first.name), String(second.name)].sort());
    await enter(scene);
    await enter(scene, { unit: second.documentId, numerator: 4, denominator: 5 });
    expect((await progress()).figures).toMatchObject([{ entered: 1, tooFew: 1, lacking: [second.name] }]);
  });
});

describe('a published result', () => {
  it('holds the figures, so that it is computed again from its frozen inputs alone', async () => {
    const scene = await openScene();
    await enter(scene, { numerator: 80 });
    await submitSheet(scene, scene.units[1]);
    await step(by, scene.address, 'close');
    await step(by, scene.address, 'publish');
    const [database, hand] = [openDatabase(inject('server')), connect(inject('server'))];
    try {
      const id = await database('rounds').where({ document_id: scene.round.documentId }).first('id');
      // Whatever becomes of the entries: the result does not look at them.
      const entries = () => hand('metric_entries').where({ round_id: id.id });
      await entries().update({ numerator: 1 });
      const [again] = await recomputeResults(database, scene.round.documentId);
      await entries().update({ numerator: 80 });
      expect(again).toMatchObject({ faults: [], differences: [], statisticsDiffer: false, units: 2 });
      const inputs = await database('result_inputs as i')
        .join('results as r', 'r.id', 'i.result_id')
        .where('r.round_id', id.id)
        .select('i.inputs');
      const metrics = inputs.map((row) => JSON.parse(row.inputs).metrics);
      expect(metrics).toContainEqual({ satisfaction: (80 / 120) * 100 });
      expect(metrics).toContainEqual({ satisfaction: null });
    } finally {
      await hand.destroy();
      await database.destroy();
    }
  });
});
