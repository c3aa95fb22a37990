import { type Dec, dec, sum, ZERO } from '../decimal';
import type { Dimension, Rubric } from './schema';
import type { SourceCode } from './sources';
import { judges, roleOf } from './walk';

/**
 * Full marks of a dimension, in points: its base (起评分) if something can be deducted from it, plus its regular
 * indicators. With a source, only what that source judges.
 */
export function dimensionMax(dimension: Dimension, source?: SourceCode): Dec {
  const judged = dimension.indicators.filter((indicator) => !source || judges(source, indicator));
  const base = judged.some((indicator) => roleOf(indicator) === 'pool') ? dec(dimension.base ?? 0) : ZERO;
  const regular = judged.filter((indicator) => roleOf(indicator) === 'regular');
  return base.plus(sum(regular.map(({ maxPoints }) => dec(maxPoints))));
}

/** Full marks of the rubric, or of what one source judges, in points; bonus excluded. */
export function rubricMax(rubric: Rubric, source?: SourceCode): Dec {
  return sum(rubric.dimensions.map((dimension) => dimensionMax(dimension, source)));
}
