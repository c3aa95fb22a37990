import { unitFigureKeys } from '@jiedui/shared/scoring';
import type { Effects } from '../../guard/steps';
import { refreshResults } from '../refresh-results';
import { frozenInputs } from '../sheet-rubric';

const UNITS_AT_ONCE = 200;

export const figureEffects: Effects = {
  /** What no sheet holds is taken a last time: from now on it is what the result is made of. */
  async close({ trx, stored }) {
    const { rubric } = await frozenInputs(trx, stored.id, stored.values.frozenHash);
    if (unitFigureKeys(rubric).length === 0) return {};
    const rows = await trx('assignments')
      .where({ round_id: stored.id })
      .distinct('unit_id')
      .orderBy('unit_id');
    const units = rows.map((row) => Number(row.unit_id));
    for (let start = 0; start < units.length; start += UNITS_AT_ONCE)
      await refreshResults(trx, stored.id, units.slice(start, start + UNITS_AT_ONCE));
    return {};
  },
};
