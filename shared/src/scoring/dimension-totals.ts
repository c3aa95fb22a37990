import { brief, type Dec, exact, HUNDRED, shown } from '../decimal';
import { type Dimension, dimensionMax, type Rubric } from '../rubric';
import { keptMean, type SourceCalc, weightedMean } from './source-calc';

/** A unit's points in one dimension over all sources (a cell of the heat map). */
export interface DimensionTotal {
  code: string;
  name: string;
  value: string | null;
  shown: string | null;
  max: string;
  /** 0…100, at most four places. */
  percent: string | null;
}

/**
 * Points per dimension: kept sheets averaged within a source, each source brought to the dimension's full marks,
 * weighted over the sources that judged it. They add up to the composite only where every source judges everything.
 */
export function dimensionTotals(rubric: Rubric, sources: readonly SourceCalc[]): DimensionTotal[] {
  return rubric.dimensions
    .map((dimension) => ({ dimension, max: dimensionMax(dimension) }))
    .filter(({ max }) => !max.isZero())
    .map(({ dimension, max }) => {
      const value = weightedMean(
        sources.map((source) => ({ value: inSource(source, dimension, max), weight: source.weight })),
      );
      return {
        code: dimension.code,
        name: dimension.name,
        value: value && exact(value),
        shown: value && shown(value, rubric.digits),
        max: exact(max),
        percent: value && brief(value.times(HUNDRED).div(max)),
      };
    });
}

function inSource(source: SourceCalc, dimension: Dimension, max: Dec): Dec | null {
  const own = dimensionMax(dimension, source.code);
  const value = dimensionMean(source, dimension.code);
  return value ? value.times(max).div(own) : null;
}

/** A dimension's mean over the kept sheets of a source, out of what that source judges. */
export function dimensionMean({ sheets }: SourceCalc, code: string): Dec | null {
  return keptMean(
    sheets.map(({ calc, keep }) => ({
      keep,
      value: calc.dimensions.find(({ dimension }) => dimension.code === code)?.value ?? null,
    })),
  );
}

/** An indicator's mean over the kept sheets of a source. */
export function indicatorMean({ sheets }: SourceCalc, code: string): Dec | null {
  return keptMean(
    sheets.map(({ calc, keep }) => ({
      keep,
      value: calc.items.get(code)?.value ?? null,
    })),
  );
}
