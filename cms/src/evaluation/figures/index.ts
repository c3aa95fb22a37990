import { type Figure, type Figures, isEntered, isMetric, type MetricKey } from '@jiedui/shared/metric';
import type { Row } from '../../read/database';
import type { Run } from '../../read/run';
import { announcedActivities, heldActivities } from './activities';
import { cadenceDuties } from './duties';
import { enteredFigures } from './entries';
import { mediaPlacements } from './placements';
import { listedProjects, publishedStories, volunteerHours } from './records';
import { owedReports } from './reports';
import type { Asked, FigureSource, FiguresByUnit } from './source';

export type { Asked, FiguresByUnit } from './source';

const SOURCES: readonly FigureSource[] = [
  cadenceDuties,
  heldActivities,
  announcedActivities,
  owedReports,
  listedProjects,
  volunteerHours,
  publishedStories,
  mediaPlacements,
];

/**
 * Figures of units by their keys, one statement for all of the units and all that comes from the same records. A unit
 * without any record has the figure of none: no things, or no rate. A key that nobody can source has no figure.
 */
export async function figuresOf(run: Run, keys: readonly string[], asked: Asked): Promise<FiguresByUnit> {
  const found: FiguresByUnit = new Map(asked.units.map((unit) => [unit, {}]));
  const wanted = keys.filter(isMetric);
  if (wanted.length === 0 || asked.units.length === 0) return found;
  for (const source of SOURCES) await addFrom(source, wanted, run, asked, found);
  const entered = wanted.filter(isEntered);
  if (entered.length > 0) {
    const figures = await enteredFigures(run, entered, asked);
    for (const unit of asked.units) add(found, unit, { ...noFigures(entered), ...figures.get(unit) });
  }
  return found;
}

async function addFrom(
  { gives, sql }: FigureSource,
  wanted: readonly MetricKey[],
  run: Run,
  asked: Asked,
  found: FiguresByUnit,
): Promise<void> {
  const own = Object.entries(gives).filter(([key]) => wanted.includes(key as MetricKey));
  if (own.length === 0) return;
  const statement = await sql(asked, run);
  const rows = statement ? await run(statement.text, statement.params) : [];
  const byUnit = new Map(rows.map((row) => [Number(row.unit), row]));
  for (const unit of asked.units) {
    const numbers = numbersOf(byUnit.get(unit));
    add(found, unit, Object.fromEntries(own.map(([key, figure]) => [key, figure(numbers)])));
  }
}

const numbersOf = (row: Row | undefined) => (column: string) => Number(row?.[column] ?? 0);

const add = (found: FiguresByUnit, unit: number, figures: Figures) =>
  found.set(unit, { ...found.get(unit), ...figures });

const noFigures = (keys: readonly string[]): Record<string, Figure> =>
  Object.fromEntries(keys.map((key) => [key, { value: null }]));
