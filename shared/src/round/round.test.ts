import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAssignments } from './plan-assignments';
import { recusalGround } from './recusal';
import { lastReturn } from './scoring-window';

describe('recusal', () => {
  const unit = { unit: 1, department: 7, pairedStations: new Set([3]) };
  const nobody = { unit: null, department: null, station: null };
  it.each([
    [nobody, null],
    [{ ...nobody, unit: 1 }, 'ownUnit'],
    [{ ...nobody, unit: 2 }, null],
    [{ ...nobody, department: 7 }, 'supervisingDepartment'],
    [{ ...nobody, department: 8 }, null],
    [{ ...nobody, station: 3 }, 'ownPairing'],
    [{ ...nobody, station: 4 }, null],
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

describe('a sheet sent back', () => {
  it('says why by the newest return, whatever came between', () => {
    const at = (transition: string | null, reason: string | null) => ({ transition, reason });
    const history = [at(null, null), at('return', '再核对'), at('submit', null), at('return', '缺依据')];
    expect(lastReturn(history)?.reason).toBe('再核对');
    expect(lastReturn([at('submit', null)])).toBeUndefined();
  });
});
