import type { UnitOutcome } from '@jiedui/shared/round';
import { reader } from '../read/reader';

/** The units of a published result, in its order. */
export async function unitOutcomes(resultId: number): Promise<UnitOutcome[]> {
  const rows = await reader().all('SELECT figures FROM unit_results WHERE result_id = ? ORDER BY place', [
    resultId,
  ]);
  return rows.map(
    ({ figures }) => (typeof figures === 'string' ? JSON.parse(figures) : figures) as UnitOutcome,
  );
}
