import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rubric, rubricSchema } from '../rubric';
import type { Entry, Sheet } from '../scoring';
import type { UnitInputs } from './outcome';
import { correctedInputs, correctionProblems, movedUnits, OWN_FIGURE, replayOutcome } from './replay';

const rubric: Rubric = rubricSchema.parse({
  name: '示例',
  minRaters: 1,
  aggregation: { policy: 'mean' },
  dimensions: [
    {
      code: 'D',
      name: '维度',
      indicators: [
        { code: 'a', name: '甲项', maxPoints: 60, item: { kind: 'points' } },
        { code: 'b', name: '乙项', maxPoints: 30, item: { kind: 'points' } },
        {
          code: 'm',
          name: '取数',
          maxPoints: 10,
          item: { kind: 'metric', metric: 'k', rule: { mode: 'linear', zeroAt: 0, fullAt: 1 } },
        },
      ],
    },
  ],
});

const sheet = (id: string, a: number, b: number, value = 1): Sheet => ({
  id,
  evaluatorId: id,
  source: 'district',
  entries: { a: { points: a, comment: '台账' }, b: { points: b }, m: { value } },
});

const roster = ['p', 'q'].map((documentId) => ({
  documentId,
  name: `单位${documentId}`,
  unitClass: 'liaison',
}));
const inputs = (p: Sheet[], q: Sheet[] = [sheet('q1', 50, 20)]): Map<string, UnitInputs> =>
  new Map([
    ['p', { sheets: p, metrics: {} }],
    ['q', { sheets: q, metrics: {} }],
  ]);

const own: UnitInputs = { sheets: [sheet('p1', 40, 20), sheet('p2', 50, 20)], metrics: {} };

describe('what is wrong with a correction', () => {
  it.each<[Record<string, Entry> | null, string | null]>([
    [{ p1: { points: 45 } }, null],
    [{ p1: { missing: 'notApplicable' } }, null],
    [{ p1: { points: 61 } }, 'outOfRange'],
    [{ p1: { level: 'A' } as Entry }, 'unknownField'],
    [{ zz: { points: 45 } }, 'unknownSheet'],
    [{ p1: { points: 40 } }, 'nothingChanged'],
    [{ p1: { points: 40, comment: '只改了备注' } }, 'nothingChanged'],
    [[] as never, 'shape'],
    [{}, 'nothingChanged'],
    [null, 'nothingChanged'],
  ])('%j: %s', (correction, code) => {
    const [first] = correctionProblems(rubric, own, 'a', correction);
    expect(first?.code ?? null).toBe(code);
  });

  it('names the sheet first, so that a form shows it in its place', () => {
    expect(correctionProblems(rubric, own, 'a', { p2: { points: -1 } })[0]?.path).toEqual([
      'p2',
      'a',
      'points',
    ]);
  });
});

describe('a round computed again', () => {
  it('puts the corrected entry in place and moves the ranks, and no other sheet', () => {
    const before = replayOutcome({ rubric, roster }, inputs(own.sheets));
    expect(before.map(({ unit, rank, score }) => [unit, rank, score?.total])).toEqual([
      ['q', 1, '80'],
      ['p', 2, '75'],
    ]);
    const corrected = correctedInputs(rubric, own, 'a', { p1: { points: 60 } });
    expect(corrected.sheets.map(({ entries }) => entries.a?.points)).toEqual([60, 50]);
    const after = replayOutcome({ rubric, roster }, inputs(corrected.sheets));
    expect(movedUnits(before, after)).toMatchObject([
      { unit: 'p', before: { rank: 2, total: '75.00' }, after: { rank: 1, total: '85.00' } },
      { unit: 'q', before: { rank: 1, total: '80.00' }, after: { rank: 2, total: '80.00' } },
    ]);
    expect(own.sheets[0]?.entries.a?.points).toBe(40);
  });

  it('corrects a figure where it comes from: the unit itself, or a sheet', () => {
    const held = { sheets: own.sheets, metrics: { k: 0.5 } };
    const corrected = correctedInputs(rubric, held, 'm', { [OWN_FIGURE]: { value: 0.8 } });
    expect(corrected).toEqual({ sheets: own.sheets, metrics: { k: 0.8 } });
    expect(correctedInputs(rubric, own, 'm', { p1: { value: 0.8 } }).metrics).toEqual({});
    const codeOf = (correction: object) => correctionProblems(rubric, held, 'm', correction)[0]?.code ?? null;
    expect(codeOf({ [OWN_FIGURE]: { value: 0.8 } })).toBeNull();
    expect(codeOf({ [OWN_FIGURE]: { value: 0.5 } })).toBe('nothingChanged');
    expect(codeOf({ [OWN_FIGURE]: { points: 5 } })).toBe('unknownField');
    // A sheet's own figure is not what counted.
    expect(codeOf({ p1: { value: 0.8 } })).toBe('unknownSheet');
  });

  it('is what it was when the correction is taken back', () => {
    const points = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(points, points, (now, then) => {
        const first = { sheets: [sheet('p1', now, 20)], metrics: {} };
        const changed = correctedInputs(rubric, first, 'a', { p1: { points: then } });
        const back = correctedInputs(rubric, changed, 'a', { p1: { points: now, comment: '台账' } });
        expect(back).toEqual(first);
        expect(
          movedUnits(
            replayOutcome({ rubric, roster }, inputs(first.sheets)),
            replayOutcome({ rubric, roster }, inputs(back.sheets)),
          ),
        ).toEqual([]);
      }),
    );
  });
});
