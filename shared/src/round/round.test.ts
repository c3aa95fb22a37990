import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAssignments } from './plan-assignments';
import { recusalGround } from './recusal';
import { planReplacements, replacementWords } from './replacements';
import { lastReturn } from './scoring-window';

describe('recusal', () => {
  const unit = { unit: 1, department: 7, pairedStations: new Set([3]) };
  const nobody = { unit: null, department: null, station: null, declared: new Set<number>() };
  it.each([
    [nobody, null],
    [{ ...nobody, unit: 1 }, 'ownUnit'],
    [{ ...nobody, unit: 2 }, null],
    [{ ...nobody, department: 7 }, 'supervisingDepartment'],
    [{ ...nobody, department: 8 }, null],
    [{ ...nobody, station: 3 }, 'ownPairing'],
    [{ ...nobody, station: 4 }, null],
    [{ ...nobody, declared: new Set([2, 1]) }, 'declared'],
    [{ ...nobody, declared: new Set([2]) }, null],
    [{ ...nobody, unit: 1, declared: new Set([1]) }, 'ownUnit'],
  ])('%j → %s', (evaluator, ground) => {
    expect(recusalGround(evaluator, unit)).toBe(ground);
  });
  it('does not take two missing departments for the same one', () => {
    expect(recusalGround(nobody, { ...unit, department: null })).toBeNull();
  });
});

describe('planAssignments', () => {
  const numbers = (n: number) => Array.from({ length: n }, (_, at) => at);

  it('balances to within one unit when nobody is recused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (u, e, k) => {
          const pairs = planAssignments(numbers(u), numbers(e), k, () => true);
          const loads = numbers(e).map((id) => pairs.filter(({ evaluator }) => evaluator === id).length);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          expect(pairs).toHaveLength(u * Math.min(k, e));
        },
      ),
    );
  });

  it('never plans a recused pair or one pair twice, and keeps what exists', () => {
    const existing = [{ evaluator: 0, unit: 0 }];
    const pairs = planAssignments(numbers(6), numbers(4), 3, (e, u) => (e + u) % 4 !== 0, existing);
    expect(pairs.every(({ evaluator, unit }) => (evaluator + unit) % 4 !== 0)).toBe(true);
    const keys = [...existing, ...pairs].map(({ evaluator, unit }) => `${evaluator}:${unit}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(pairs.filter(({ unit }) => unit === 0)).toHaveLength(2);
  });

  it('gives the same plan for the same input', () => {
    const plan = () => planAssignments(numbers(10), numbers(5), 3, () => true);
    expect(plan()).toEqual(plan());
  });
});

describe('planReplacements', () => {
  const existing = [
    { evaluator: 'a', unit: 1 },
    { evaluator: 'a', unit: 2 },
    { evaluator: 'b', unit: 2 },
  ];
  it.each([
    [[{ unit: 1, count: 1 }], () => true, ['c1'], 'the one with the fewest units'],
    [[{ unit: 1, count: 2 }], () => true, ['c1', 'b1'], 'as many as are lacking, nobody twice'],
    [[{ unit: 1, count: 3 }], (e: string) => e !== 'b', ['c1'], 'fewer where recusals leave nobody'],
    [
      [
        { unit: 1, count: 1 },
        { unit: 2, count: 1 },
      ],
      () => true,
      ['c1', 'c2'],
      'every unit its own',
    ],
    [[], () => true, [], 'nothing lacking'],
  ])('%j → %j', (lacking, allowed, expected) => {
    const planned = planReplacements(lacking, ['a', 'b', 'c'], allowed, existing);
    expect(planned.map(({ evaluator, unit }) => `${evaluator}${unit}`)).toEqual(expected);
  });
  it('says whom to send, that nobody can go, or nothing', () => {
    expect(replacementWords([], [])).toBeNull();
    expect(replacementWords([{ unit: '二中', count: 1 }], [])?.zh).toContain('没有可改派');
    expect(replacementWords([{ unit: '二中', count: 1 }], [{ rater: '张三', unit: '二中' }])?.zh).toBe(
      '因回避少 1 次评价,建议改派:张三评二中',
    );
  });
});

describe('a sheet sent back', () => {
  it('says why by the newest return, whatever came between', () => {
    const at = (transition: string | null, reason: string | null) => ({ transition, reason });
    const history = [at(null, null), at('return', '再核对'), at('submit', null), at('return', '缺依据')];
    expect(lastReturn(history)?.reason).toBe('再核对');
    expect(lastReturn([at('submit', null)])).toBeUndefined();
  });
});
