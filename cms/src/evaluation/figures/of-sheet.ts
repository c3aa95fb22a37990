import type { Figures } from '@jiedui/shared/metric';
import { acceptsScores } from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import { askedFigures, type Entries } from '@jiedui/shared/scoring';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import { fromReader } from '../../read/run';
import type { Frozen } from '../frozen';
import { keptFigures } from '../refresh-results';
import { roundFigures } from './of-round';

type Sheet = {
  round: { id: number; state: unknown };
  unit: number;
  source: SourceCode;
  state: unknown;
  entries: Entries;
};

/**
 * The figures that a sheet shows: while it is filled in as the records stand, later as they were written on it when it
 * was handed in, or as the unit's result was computed with them.
 */
export async function sheetFigures(
  frozen: Pick<Frozen, 'rubric' | 'period'>,
  { round, unit, source, state, entries }: Sheet,
): Promise<Figures> {
  const asked = askedFigures(frozen.rubric, source);
  if (asked.size === 0) return {};
  if (isEditable(MACHINES.evaluation, state) && acceptsScores(round.state)) {
    const figures = await roundFigures(fromReader, round.id, frozen, [...asked.values()], [unit]);
    return figures.get(unit) ?? {};
  }
  const kept = await keptFigures(fromReader, round.id, unit);
  return Object.fromEntries(
    [...asked].map(([code, metric]) => [metric, kept[metric] ?? { value: entries[code]?.value ?? null }]),
  );
}
