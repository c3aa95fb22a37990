import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rubricSchema } from '../rubric';
import type { Sheet, UnitScore } from '../scoring';
import type { RosterUnit } from './frozen-round';
import { inputsHashOf, outcomeDifferences, outcomeHashOf, outcomeOf, scoreOf } from './outcome';
import { standingOf } from './standing';

const rubric = rubricSchema.parse({
  name: '示例',
  minRaters: 1,
  dimensions: [
    {
      code: 'D',
      name: '维度',
      indicators: [
        { code: 'a', name: '甲项', maxPoints: 60, item: { kind: 'points' } },
        { code: 'b', name: '乙项', maxPoints: 40, item: { kind: 'points' } },
        { code: 'v', name: '否决', maxPoints: 0, item: { kind: 'veto', effect: 'zero' } },
      ],
    },
  ],
});

const sheet = (unit: string, a: number, b: number, more: object = {}): Sheet => ({
  id: `${unit}-1`,
  evaluatorId: 'x',
  source: 'district',
  entries: { a: { points: a }, b: { points: b }, ...more },
});

const roster = (units: string[], unitClass = 'office'): RosterUnit[] =>
  units.map((documentId) => ({ documentId, name: `单位${documentId}`, unitClass }));

function outcome(points: Record<string, [number, number, object?]>, units = Object.keys(points)) {
  const scores = Object.entries(points).flatMap(([unit, [a, b, more]]) => {
    const score = scoreOf(rubric, { sheets: [sheet(unit, a, b, more)], metrics: {} });
    return score ? [[unit, score] as const] : [];
  });
  return outcomeOf({ rubric, roster: roster(units) }, new Map<string, UnitScore>(scores));
}

describe('the outcome of a round', () => {
  it('has every unit of the roster: ranked, without a rank and without a sheet', () => {
    const units = outcome({ p: [50, 35], q: [60, 39], r: [60, 40, { v: { triggered: true } }] }, [
      'p',
      'q',
      'r',
      's',
    ]);
    expect(units.map(({ unit, rank, band, unranked }) => [unit, rank, band, unranked])).toEqual([
      ['q', 1, 'excellent', null],
      ['p', 2, 'good', null],
      ['r', null, 'unqualified', 'vetoed'],
      ['s', null, null, null],
    ]);
    expect(units.map(({ members, ranked }) => [members, ranked])).toEqual([0, 1, 2, 3].map(() => [4, 2]));
  });

  it('holds figures and no words, so that another wording is no other result', () => {
    const text = JSON.stringify(outcome({ r: [60, 40, { v: { triggered: true } }] }));
    expect(text).not.toContain('"words"');
    expect(text).toContain('"effect":"zero"');
  });

  it('is the same whatever the order of the scores, and its hash notices any change', () => {
    const points = fc.record({ a: fc.integer({ min: 0, max: 60 }), b: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(points, { minLength: 2, maxLength: 8 }), (all) => {
        const scores = all.map(({ a, b }, at): [string, [number, number]] => [`u${at}`, [a, b]]);
        const names = scores.map(([unit]) => unit);
        const one = outcome(Object.fromEntries(scores), names);
        const other = outcome(Object.fromEntries([...scores].reverse()), names);
        expect(other).toEqual(one);
        expect(outcomeDifferences(one, other)).toEqual([]);
        const [first] = scores;
        const a = first?.[1][0] === 0 ? 1 : 0;
        const changed = outcome(
          Object.fromEntries([['u0', [a, first?.[1][1] ?? 0]], ...scores.slice(1)]),
          names,
        );
        expect(outcomeHashOf('i', changed, null)).not.toBe(outcomeHashOf('i', one, null));
        expect(
          outcomeDifferences(one, changed).some(({ unit, what }) => unit === 'u0' && what === 'total'),
        ).toBe(true);
      }),
    );
  });

  it('names the classes in their own order, whatever the order of the roster', () => {
    const mixed = [...roster(['s'], 'school'), ...roster(['x'], 'other'), ...roster(['l'], 'liaison')];
    expect(outcomeOf({ rubric, roster: mixed }, new Map()).map(({ unit }) => unit)).toEqual(['l', 's', 'x']);
  });

  it('tells a unit that came or went', () => {
    const both = outcome({ p: [1, 1], q: [2, 2] });
    const [first] = both;
    if (!first) throw new Error('Nobody is there');
    expect(outcomeDifferences(both, [first])).toMatchObject([
      { unit: 'p', what: 'unit', before: true, after: false },
    ]);
  });

  it('takes the inputs of each unit by their fingerprint, in no order', () => {
    expect(inputsHashOf('f', { a: '1', b: '2' })).toBe(inputsHashOf('f', { b: '2', a: '1' }));
    expect(inputsHashOf('f', { a: '1', b: '2' })).not.toBe(inputsHashOf('f', { a: '2', b: '1' }));
  });
});

describe('where a unit stands', () => {
  const of = (points: Record<string, [number, number, object?]>, unit: string, units?: string[]) => {
    const found = outcome(points, units).find((one) => one.unit === unit);
    if (!found) throw new Error('Not there');
    return standingOf(rubric, found);
  };

  it('says what is missing to the next band and where points were lost', () => {
    expect(of({ p: [50, 35], q: [60, 39], r: [10, 10] }, 'p')).toEqual({
      percentile: 50,
      band: { zh: '良好', en: 'Good' },
      lift: { band: 'excellent', label: { zh: '优秀', en: 'Excellent' }, min: 90, gap: '5', full: false },
      lost: [
        { code: 'a', name: '甲项', lost: '10.00', max: '60' },
        { code: 'b', name: '乙项', lost: '5.00', max: '40' },
      ],
    });
  });

  it('promises no band to whom points would not have lifted: few evaluators, or a veto', () => {
    const few = { ...rubric, minRaters: 2 };
    const scores = new Map(
      ['p', 'q'].flatMap((unit) => {
        const score = scoreOf(few, { sheets: [sheet(unit, 50, 37)], metrics: {} });
        return score ? [[unit, score] as const] : [];
      }),
    );
    const [first] = outcomeOf({ rubric: few, roster: roster(['p', 'q']) }, scores);
    expect(first).toMatchObject({ unranked: 'tooFewRaters', band: null });
    if (!first) throw new Error('Not there');
    expect(standingOf(few, first).lift).toBeNull();
    expect(of({ p: [50, 35], r: [60, 40, { v: { triggered: true } }] }, 'r').lift).toBeNull();
  });

  it('has nothing above the best band, and no percentile for a single unit', () => {
    expect(of({ q: [60, 40] }, 'q')).toEqual({
      percentile: null,
      band: { zh: '优秀', en: 'Excellent' },
      lift: null,
      lost: [],
    });
  });

  it('shares a percentile among equals, and gives none to whom nobody scored', () => {
    const points: Record<string, [number, number]> = { p: [50, 30], q: [50, 30], r: [10, 10] };
    expect(of(points, 'p').percentile).toBe(50);
    expect(of(points, 's', ['p', 'q', 'r', 's'])).toEqual({
      percentile: null,
      band: null,
      lift: null,
      lost: [],
    });
  });
});
