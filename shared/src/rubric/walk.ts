import type { IndicatorDraft } from './draft';
import type { Dimension, Indicator, Rubric } from './schema';
import type { SourceCode } from './sources';

/**
 * What an indicator does to the score. `regular` earns points; `pool` takes from its dimension's base; `bonus`,
 * `penalty` and `veto` act on the unit's total, after the composite.
 */
export type ItemRole = 'regular' | 'pool' | 'bonus' | 'penalty' | 'veto';

/** The role that follows from an indicator's item. */
export function roleOf({ item }: Pick<IndicatorDraft, 'item'>): ItemRole {
  if (item.kind === 'bonus' || item.kind === 'veto') return item.kind;
  if (item.kind !== 'deduct' || item.from === 'item') return 'regular';
  return item.from === 'total' ? 'penalty' : 'pool';
}

/** Whether sheets of this source judge the indicator. */
export function judges(source: SourceCode, indicator: Pick<Indicator, 'sources'>): boolean {
  return indicator.sources?.includes(source) ?? true;
}

/** Whether the system fills the indicator from its own records, so that nobody waits for an evaluator. */
export function isSystemFilled({ item }: Indicator): boolean {
  return item.kind === 'metric';
}

/** All indicators with their dimension, in the rubric's order. */
export function indicatorsOf(rubric: Rubric): { dimension: Dimension; indicator: Indicator }[] {
  return rubric.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({ dimension, indicator })),
  );
}

/** The indicator with this code, or null. */
export function findIndicator(rubric: Rubric, code: string): Indicator | null {
  for (const dimension of rubric.dimensions) {
    const found = dimension.indicators.find((indicator) => indicator.code === code);
    if (found) return found;
  }
  return null;
}

/** The band with this code in the list of a unit class; null where there is none. */
export function bandIn(
  rubric: Rubric,
  unitClass: string,
  code: string | null,
): Rubric['bands'][number] | null {
  return bandsFor(rubric, unitClass).find((band) => band.code === code) ?? null;
}

/** Bands of a unit class, best first. */
export function bandsFor(rubric: Rubric, unitClass: string): Rubric['bands'] {
  return rubric.bandsByClass[unitClass] ?? rubric.bands;
}
