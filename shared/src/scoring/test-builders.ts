import { type Indicator, type Item, type Rubric, type RubricInput, rubricSchema } from '../rubric';
import type { Entries, Sheet } from './entries';
import type { RankFacts, RankInput } from './rank';

/** Builders of test data with overrides. Plain means and one rater suffice unless a test says otherwise. */
export function makeIndicator(
  code: string,
  maxPoints = 10,
  item: Item = { kind: 'points' },
  more: Partial<Indicator> = {},
): Indicator {
  return { code, name: `指标 ${code}`, maxPoints, item, ...more };
}

export function makeRubric(indicators: Indicator[], more: Partial<RubricInput> = {}): Rubric {
  return rubricSchema.parse({
    name: '测试',
    aggregation: { policy: 'mean' },
    minRaters: 1,
    dimensions: [{ code: 'D', name: '维度', indicators }],
    ...more,
  });
}

export function makeSheet(id: string, entries: Entries, more: Partial<Sheet> = {}): Sheet {
  return { id, evaluatorId: `of ${id}`, source: 'district', entries, ...more };
}

export const points = (...values: number[]): Entries =>
  Object.fromEntries(values.map((value, at) => [`P${at + 1}`, { points: value }]));

export function makeFacts(total: string | null, more: Partial<RankFacts> = {}): RankFacts {
  return {
    total,
    shown: total,
    composite: total,
    rawMean: total,
    bonus: '0',
    penalty: '0',
    vetoes: [],
    sources: {},
    dimensionTotals: [],
    indicators: {},
    raters: 5,
    coverage: { scored: '100', possible: '100', percent: '100', missing: {} },
    ...more,
  };
}

export function makeUnit(
  unitId: string,
  total: string | null,
  more: Partial<RankFacts> = {},
  unitClass = 'key',
): RankInput {
  return { unitId, unitName: `单位 ${unitId}`, unitClass, result: makeFacts(total, more) };
}
