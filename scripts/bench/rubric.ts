import type { Entries } from '@jiedui/shared/scoring';

const DIMENSIONS = 5;
const INDICATORS_EACH = 6;

/** A rubric of 30 indicators in 5 dimensions, points and deductions, 100 points in all. */
export function benchRubric() {
  return {
    name: '性能测试体系(示例)',
    example: true,
    minRaters: 3,
    dimensions: Array.from({ length: DIMENSIONS }, (_, d) => ({
      code: `D${d + 1}`,
      name: `维度 ${d + 1}`,
      indicators: Array.from({ length: INDICATORS_EACH }, (__, i) => ({
        code: codeOf(d, i),
        name: `指标 ${codeOf(d, i)}`,
        maxPoints: i < 2 ? 4 : 3,
        item:
          i === 5
            ? { kind: 'deduct', from: 'item', rule: { mode: 'judged', min: 0.5, max: 3 } }
            : { kind: 'points' },
      })),
    })),
  };
}

const codeOf = (dimension: number, indicator: number) => `D${dimension + 1}-${indicator + 1}`;

/** A complete sheet whose points follow from a number, so that every run fills in the same. */
export function benchEntries(seed: number): Entries {
  const entries: Entries = {};
  for (let d = 0; d < DIMENSIONS; d += 1) {
    for (let i = 0; i < INDICATORS_EACH; i += 1) {
      const quarters = (seed * 7 + d * 3 + i * 5) % 9;
      entries[codeOf(d, i)] =
        i === 5
          ? { deductions: quarters > 6 ? [{ reason: '台账不全', points: 0.5 }] : [] }
          : { points: 3 - quarters / 4 };
    }
  }
  return entries;
}
