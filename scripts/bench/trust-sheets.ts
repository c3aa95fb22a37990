import type { Rubric } from '@jiedui/shared/rubric';
import { readRubric } from '@jiedui/shared/rubric';

/** A sheet as the trust thread takes it from the database. */
export type StoredSheet = {
  id: string;
  unit: string;
  rater: string;
  entries: string;
  moderated: null;
  recused: false;
};

const DIMENSIONS = 6;

/** A rubric of points in six dimensions, as many indicators as asked. */
export function pointsRubric(indicators: number): Rubric {
  const each = indicators / DIMENSIONS;
  const read = readRubric({
    name: '统计性能测试体系(示例)',
    example: true,
    dimensions: Array.from({ length: DIMENSIONS }, (_, d) => ({
      code: `D${d}`,
      name: `维度 ${d}`,
      indicators: Array.from({ length: each }, (__, i) => ({
        code: `D${d}-${i}`,
        name: `指标 ${d}-${i}`,
        maxPoints: 5,
        item: { kind: 'points' },
      })),
    })),
  });
  if ('findings' in read) throw new Error('The rubric of the bench cannot be read');
  return read.rubric;
}

/** Sheets of evaluators who are each a little severe or lenient; the same ones in every run. */
export function sheetsOf(rubric: Rubric, units: number, perUnit: number, raters: number): StoredSheet[] {
  const codes = rubric.dimensions.flatMap((dimension) => dimension.indicators.map(({ code }) => code));
  return Array.from({ length: units * perUnit }, (_, n) => {
    const unit = Math.floor(n / perUnit);
    const rater = (unit + (n % perUnit) * 7) % raters;
    const entries = codes.map((code, at) => {
      const quarters = (unit * 5 + at * 3 + ((n * 11 + at) % 4) + (rater % 3)) % 17;
      return [code, { points: 1 + quarters / 4 }];
    });
    return {
      id: `sheet${n}`,
      unit: `unit${String(unit).padStart(6, '0')}`,
      rater: `rater${String(rater).padStart(4, '0')}`,
      entries: JSON.stringify(Object.fromEntries(entries)),
      moderated: null,
      recused: false,
    };
  });
}
