import { type EnteredMetric, isEntered } from '@jiedui/shared/metric';
import type { Rubric, SourceCode } from '@jiedui/shared/rubric';
import { enteredFigures } from '@jiedui/shared/scoring';
import { reader } from '../../read/reader';
import { fromReader } from '../../read/run';
import { enteredFigures as entriesOf } from './entries';

const MOST_NAMES = 20;

/** How far the office has entered a figure that a round waits for. */
export type FigureCoverage = {
  metric: EnteredMetric;
  sources: SourceCode[];
  units: number;
  entered: number;
  /** Those of the others for whom there are answers, but too few. */
  tooFew: number;
  /** Units without the figure by name, some of them where there are many. */
  lacking: string[];
};

/** Of every figure that the office has to enter for a round, which units still lack it. */
export async function figureCoverage(roundId: number, rubric: Rubric): Promise<FigureCoverage[]> {
  const asked = [...enteredFigures(rubric)].flatMap(([key, sources]) =>
    isEntered(key) ? [{ key, sources }] : [],
  );
  if (asked.length === 0) return [];
  const units = await reader().all(
    'SELECT u.id, u.name FROM units u WHERE u.id IN (SELECT unit_id FROM assignments WHERE round_id = ?) ORDER BY u.name, u.id',
    [roundId],
  );
  const found = await entriesOf(
    fromReader,
    asked.map(({ key }) => key),
    { round: roundId, units: units.map(({ id }) => Number(id)) },
  );
  return asked.map(({ key, sources }) => {
    const without = units.filter(({ id }) => (found.get(Number(id))?.[key]?.value ?? null) === null);
    return {
      metric: key,
      sources,
      units: units.length,
      entered: units.length - without.length,
      tooFew: without.filter(({ id }) => found.get(Number(id))?.[key]?.tooFew).length,
      lacking: without.slice(0, MOST_NAMES).map(({ name }) => String(name)),
    };
  });
}
