import { type Figures, figureValues } from '@jiedui/shared/metric';
import { scoreUnit, unitFigureKeys } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { type Run, within } from '../read/run';
import { roundFigures } from './figures/of-round';
import { countedSheetsOf, readFigures } from './results';
import { frozenInputs } from './sheet-rubric';

const ROWS_AT_ONCE = 100;

/** The same of one unit. */
export const refreshResult = (trx: Knex.Transaction, roundId: number, unitId: number): Promise<void> =>
  refreshResults(trx, roundId, [unitId]);

/**
 * Computes the results of units again from their counted sheets and from the figures that no sheet holds, and keeps
 * them, in the transaction of the change. Readers see by the round's version that something changed.
 */
export async function refreshResults(
  trx: Knex.Transaction,
  roundId: number,
  unitIds: readonly number[],
): Promise<void> {
  const round = await trx('rounds').where({ id: roundId }).first('frozen_hash');
  const frozen = await frozenInputs(trx, roundId, round.frozen_hash);
  // First of all: it locks the row until the commit, so that of two sheets of a unit that are submitted at the
  // same moment the second one sees the first.
  const [{ version }] = await trx('round_versions')
    .insert({ round_id: roundId, version: 1 })
    .onConflict('round_id')
    .merge({ version: trx.raw('round_versions.version + 1') })
    .returning('version');
  const sheets = await countedSheetsOf(trx, roundId, unitIds);
  const keys = unitFigureKeys(frozen.rubric);
  const figures = await roundFigures(within(trx), roundId, frozen, keys, unitIds);
  const rows = unitIds.flatMap((unit) => {
    const own = sheets.get(unit);
    if (!own) return [];
    const taken = figures.get(unit) ?? {};
    const { explanation: _, ...kept } = scoreUnit(frozen.rubric, own, figureValues(taken));
    return [
      {
        round_id: roundId,
        unit_id: unit,
        result: JSON.stringify(kept),
        figures: JSON.stringify(taken),
        updated_at: Date.now(),
        version,
      },
    ];
  });
  const without = unitIds.filter((unit) => !sheets.has(unit));
  if (without.length > 0)
    await trx('round_results').where({ round_id: roundId }).whereIn('unit_id', without).delete();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await trx('round_results')
      .insert(rows.slice(start, start + ROWS_AT_ONCE))
      .onConflict(['round_id', 'unit_id'])
      .merge();
}

/** The figures with which a unit's kept result was computed; none where none was asked for. */
export async function keptFigures(run: Run, roundId: number, unitId: number): Promise<Figures> {
  const [row] = await run('SELECT figures FROM round_results WHERE round_id = ? AND unit_id = ?', [
    roundId,
    unitId,
  ]);
  return readFigures(row?.figures);
}
