import { type Dec, dec, sum, ZERO } from '../decimal';
import type { DimensionDraft, RubricDraft } from './draft';
import type { SourceCode } from './sources';
import { judges, roleOf } from './walk';

/**
 * Full marks of a dimension, in points: its base (起评分) if something can be deducted from it, plus its regular
 * indicators. With a source, only what that source judges. What a draft leaves open counts nothing.
 */
export function dimensionMax(dimension: DimensionDraft, source?: SourceCode): Dec {
  const judged = dimension.indicators.filter((indicator) => !source || judges(source, indicator));
  const base = judged.some((indicator) => roleOf(indicator) === 'pool') ? dec(dimension.base ?? 0) : ZERO;
  const regular = judged.filter((indicator) => roleOf(indicator) === 'regular');
  return base.plus(sum(regular.map(({ maxPoints }) => dec(maxPoints ?? 0))));
}

/** Full marks of the rubric, or of what one source judges, in points; bonus excluded. */
export function rubricMax(rubric: Pick<RubricDraft, 'dimensions'>, source?: SourceCode): Dec {
  return sum(rubric.dimensions.map((dimension) => dimensionMax(dimension, source)));
}
