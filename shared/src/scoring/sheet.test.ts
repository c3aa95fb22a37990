import { describe, expect, it } from 'vitest';
import { type Item, type RubricInput, rubricSchema } from '../rubric';
import type { Entries } from './entries';
import { scoreSheet } from './sheet';
import { makeIndicator, makeRubric, makeSheet, points } from './test-builders';

const two = [makeIndicator('P1', 30), makeIndicator('P2', 10)];
const other = [makeIndicator('P3', 60)];
const rubric = makeRubric([], {
  dimensions: [
    { code: 'A', name: '甲', indicators: two },
    { code: 'B', name: '乙', indicators: other },
  ],
});

describe('re-weighting on a sheet', () => {
  it.each([
    ['complete', points(30, 5, 30), '65', ['35', '30'], '100'],
    [
      'P2 missing: P1 stands for the dimension',
      { P1: { points: 15 }, P3: { points: 60 } },
      '80',
      ['20', '60'],
      '90',
    ],
    ['the other dimension missing', points(30, 10), '100', ['40', null], '40'],
    ['nothing', {}, null, [null, null], '0'],
    [
      'not applicable leaves no gap',
      { ...points(30, 5), P3: { missing: 'notApplicable' as const } },
      '87.5',
      ['35', null],
      '100',
    ],
    [
      'recused leaves a gap',
      { ...points(30, 5), P3: { missing: 'recused' as const } },
      '87.5',
      ['35', null],
      '40',
    ],
  ])('%s', (_name, entries, total, dimensions, coverage) => {
    const score = scoreSheet(rubric, makeSheet('s', entries));
    expect(score.total).toBe(total);
    expect(score.dimensions.map(({ value }) => value)).toEqual(dimensions);
    expect(score.coverage.percent).toBe(coverage);
  });

  it('counts the reasons', () => {
    const entries = { P1: { missing: 'lost' as const }, P3: { points: 1 } };
    expect(scoreSheet(rubric, makeSheet('s', entries)).coverage.missing).toEqual({ lost: 1, notScored: 1 });
  });

  it('takes a whole sheet as not given', () => {
    expect(scoreSheet(rubric, makeSheet('s', points(30, 10, 60), { missing: 'recused' })).total).toBeNull();
  });
});

describe('deductions from a base of 100', () => {
  const deduct = (code: string, most: number) => {
    const item: Item = { kind: 'deduct', from: 'dimension', rule: { mode: 'judged', min: 0, max: most } };
    return { ...makeIndicator(code, most), item };
  };
  const based = makeRubric([], {
    dimensions: [{ code: 'J', name: '起评分', base: 100, indicators: [deduct('J1', 20), deduct('J2', 80)] }],
  });

  it.each<[Entries, string | null, string]>([
    [{ J1: { deducted: 5 }, J2: { deducted: 10 } }, '85', 'both judged'],
    [{ J1: { deducted: 5 }, J2: { missing: 'notApplicable' } }, '95', 'nothing to take away'],
    [{ J1: { deducted: 5 }, J2: { missing: 'lost' } }, '75', 'what is not known is as the rest'],
    [{ J1: { deducted: 5 } }, '75', 'not judged yet'],
    [{ J1: { missing: 'notApplicable' }, J2: { missing: 'lost' } }, null, 'nothing judged'],
    [{ J1: { missing: 'notApplicable' }, J2: { missing: 'notApplicable' } }, null, 'nothing applies'],
  ])('%j: %s (%s)', (entries, total) => {
    expect(scoreSheet(based, makeSheet('s', entries)).total).toBe(total);
  });
});

it('rounds only what is shown', () => {
  const score = scoreSheet(
    makeRubric([makeIndicator('P1', 3), makeIndicator('P2', 3)]),
    makeSheet('s', { P1: { points: 1.005 } }),
  );
  expect([score.total, score.shown]).toEqual(['2.01', '2.01']);
  const thirds = scoreSheet(
    makeRubric([makeIndicator('P1', 3), makeIndicator('P2', 7)]),
    makeSheet('s', points(1)),
  );
  expect([thirds.total, thirds.shown]).toEqual(['3.33333333333333333333', '3.33']);
});

describe('a dimension with base points (起评分)', () => {
  const item: Item = { kind: 'deduct', from: 'dimension', rule: { mode: 'judged', min: 1, max: 5 } };
  const base: RubricInput = {
    name: '扣分',
    dimensions: [
      {
        code: 'K',
        name: '扣',
        base: 50,
        indicators: [makeIndicator('K1', 40, item), makeIndicator('K2', 40, item)],
      },
    ],
  };
  it.each([
    [0, 0, '50', 'nothing found'],
    [9, 40, '1', 'one above the floor'],
    [10, 40, '0', 'on the floor'],
    [40, 40, '0', '扣完为止'],
    [45, 0, '10', 'an indicator takes at most its own points'],
    [10, null, '30', 'a missing deduction is not a deduction of 0: scaled'],
    [null, null, null, 'nothing judged'],
  ])('%s and %s → %s (%s)', (first, second, total, _why) => {
    const entries = {
      ...(first === null ? {} : { K1: { deducted: first } }),
      ...(second === null ? {} : { K2: { deducted: second } }),
    };
    expect(scoreSheet(rubricSchema.parse(base), makeSheet('s', entries)).total).toBe(total);
  });
});

it('scores a source by what it judges only', () => {
  const sourced = makeRubric([
    makeIndicator('P1', 30),
    makeIndicator('P2', 70, { kind: 'points' }, { sources: ['public'] }),
  ]);
  const score = scoreSheet(sourced, makeSheet('s', points(15, 70)));
  expect([score.total, score.max, score.items.length]).toEqual(['15', '30', 1]);
});

it('keeps bonus, penalty and veto out of the total', () => {
  const full = makeRubric([
    makeIndicator('P1', 10),
    makeIndicator('B', 5, { kind: 'bonus', options: [{ code: 'city', points: 1 }] }),
    makeIndicator('N', 20, { kind: 'deduct', from: 'total', rule: { mode: 'judged', min: 1, max: 10 } }),
    makeIndicator('V', 0, { kind: 'veto', effect: 'zero' }),
  ]);
  const entries = {
    P1: { points: 8 },
    B: { uses: [{ option: 'city', count: 2 }] },
    N: { deducted: 3 },
    V: { triggered: true },
  };
  const score = scoreSheet(full, makeSheet('s', entries));
  expect([score.total, score.max, score.bonus, score.penalty, score.vetoes]).toEqual([
    '8',
    '10',
    '2',
    '3',
    ['V'],
  ]);
  expect(score.coverage.percent).toBe('100');
});
