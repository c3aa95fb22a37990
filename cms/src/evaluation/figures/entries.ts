import { type EnteredMetric, entryFigure, type Figures } from '@jiedui/shared/metric';
import { amongIds } from '../../read/reader';
import type { Run } from '../../read/run';
import { type Asked, type FiguresByUnit, marks } from './source';

const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value));

/** What the office has entered of units for a round. */
export async function enteredFigures(
  run: Run,
  keys: readonly EnteredMetric[],
  { units, round }: Pick<Asked, 'units' | 'round'>,
): Promise<FiguresByUnit> {
  const among = amongIds('m.unit_id', units);
  const rows = await run(
    `SELECT m.unit_id, m.metric, m.numerator, m.denominator, m.value FROM metric_entries m
     WHERE m.round_id = ? AND ${among.text} AND m.metric IN (${marks(keys)})`,
    [round, ...among.params, ...keys],
  );
  const found = new Map<number, Figures>();
  for (const row of rows) {
    const metric = row.metric as EnteredMetric;
    const figure = entryFigure({
      metric,
      numerator: numberOf(row.numerator),
      denominator: numberOf(row.denominator),
      value: numberOf(row.value),
    });
    const unit = Number(row.unit_id);
    found.set(unit, { ...found.get(unit), [metric]: figure });
  }
  return found;
}
