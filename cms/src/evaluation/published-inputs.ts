import type { UnitInputs } from '@jiedui/shared/round';
import { reader } from '../read/reader';

/** What a published result was computed from, by the address of the unit. */
export async function publishedInputs(resultId: number): Promise<Map<string, UnitInputs>> {
  const rows = await reader().all(
    'SELECT u.document_id, i.inputs FROM result_inputs i JOIN units u ON u.id = i.unit_id WHERE i.result_id = ?',
    [resultId],
  );
  return new Map(rows.map((row) => [String(row.document_id), JSON.parse(String(row.inputs)) as UnitInputs]));
}
