import { brief, type Dec, dec, sum, ZERO } from '../decimal';
import { type Finding, warning } from './finding';
import { rubricMax } from './maxima';
import type { Indicator, Rubric } from './schema';
import { indicatorsOf, judges, roleOf } from './walk';

/** Indicators that a finding names. */
const MOST_NAMED = 3;

/** An indicator that not all sources judge weighs other than its points say: right, but nobody would guess it. */
export function checkRealPoints(rubric: Rubric): Finding[] {
  const all = realPoints(rubric);
  // A source without indicators and an indicator without source are errors of their own.
  if (all.some(({ points }) => points.isZero())) return [];
  if (rubric.sources.some(({ code }) => rubricMax(rubric, code).isZero())) return [];
  const shifted = all
    .map(({ indicator, points }) => ({ indicator, points: points.toDecimalPlaces(2) }))
    .filter(({ indicator, points }) => !points.equals(dec(indicator.maxPoints).toDecimalPlaces(2)))
    .sort((a, b) => shiftOf(b).comparedTo(shiftOf(a)));
  if (shifted.length === 0) return [];
  const named = shifted.slice(0, MOST_NAMED);
  const list = named.map(
    ({ indicator, points }) =>
      `“${indicator.name}”${brief(dec(indicator.maxPoints))} 分实占 ${brief(points)} 分`,
  );
  const codes = named.map(
    ({ indicator, points }) => `${indicator.code} ${brief(dec(indicator.maxPoints))} → ${brief(points)}`,
  );
  return [
    warning(
      'pointsShifted',
      ['sources'],
      `各评价主体所评指标不同，按主体权重折算后：${list.join('，')}${shifted.length > MOST_NAMED ? ` 等 ${shifted.length} 项` : ''}。如不符合本意，请调整权重或评价主体`,
      `Not every source judges the same, so that weights change what indicators are worth: ${codes.join(', ')}`,
    ),
  ];
}

const shiftOf = ({ indicator, points }: { indicator: { maxPoints: number }; points: Dec }): Dec =>
  points.minus(indicator.maxPoints).abs();

/** What an indicator is worth in the composite, beside the points written for it. */
interface RealPoints {
  indicator: Indicator;
  points: Dec;
}

/**
 * The points of the composite that full marks on each regular indicator earn, where every source scores all that it
 * judges: each source is brought to the full marks of the rubric before its weight counts (domain §4). They are the
 * written ones wherever all sources judge the same.
 */
function realPoints(rubric: Rubric): RealPoints[] {
  const full = rubricMax(rubric);
  const weights = sum(rubric.sources.map(({ weight }) => dec(weight)));
  const factors = rubric.sources.map(({ code, weight }) => {
    const own = rubricMax(rubric, code);
    const factor = own.isZero() || weights.isZero() ? ZERO : dec(weight).div(weights).times(full).div(own);
    return { code, factor };
  });
  return indicatorsOf(rubric)
    .filter(({ indicator }) => roleOf(indicator) === 'regular' && indicator.maxPoints > 0)
    .map(({ indicator }) => ({
      indicator,
      points: sum(factors.filter(({ code }) => judges(code, indicator)).map(({ factor }) => factor)).times(
        indicator.maxPoints,
      ),
    }));
}
