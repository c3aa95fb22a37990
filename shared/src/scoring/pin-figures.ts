import { isEntered } from '../metric';
import { indicatorsOf, isSystemFilled, judges, type Rubric, type SourceCode } from '../rubric';
import type { Entries, Metrics } from './entries';

/** The figures that the indicators judged by this source take from the system's records, by indicator code. */
export function askedFigures(rubric: Rubric, source: SourceCode): ReadonlyMap<string, string> {
  const asked = indicatorsOf(rubric)
    .map(({ indicator }) => indicator)
    .filter((indicator) => judges(source, indicator) && isSystemFilled(indicator));
  return new Map(asked.flatMap(({ code, item }) => (item.kind === 'metric' ? [[code, item.metric]] : [])));
}

/**
 * The entries of a sheet with the system's figures written into them, as they stand when the sheet is submitted: the
 * records go on changing, and a result must not change with them. A figure that cannot be had (null) takes an older one
 * away; an indicator whose figure is not among `metrics` stays as it is. What the office enters is not written on sheets:
 * it is one figure for the unit, and counts until the round is closed.
 */
export function pinFigures(rubric: Rubric, source: SourceCode, entries: Entries, metrics: Metrics): Entries {
  const pinned = [...askedFigures(rubric, source)]
    .filter(([, metric]) => Object.hasOwn(metrics, metric) && !isEntered(metric))
    .map(([code, metric]) => {
      const { value: _, ...rest } = Object.hasOwn(entries, code) ? (entries[code] ?? {}) : {};
      const value = metrics[metric] ?? null;
      return [code, value === null ? rest : { ...rest, value }];
    });
  return { ...entries, ...Object.fromEntries(pinned) };
}
