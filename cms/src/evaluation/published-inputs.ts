import type { UnitInputs } from '@jiedui/shared/round';
import type { Row } from '../read/database';
import { reader } from '../read/reader';

const INPUTS =
  'SELECT u.document_id, i.inputs FROM result_inputs i JOIN units u ON u.id = i.unit_id WHERE i.result_id = ?';

/** What a published result was computed from, by the address of the unit. */
export async function publishedInputs(resultId: number): Promise<Map<string, UnitInputs>> {
  return inputsOf(await reader().all(INPUTS, [resultId]));
}

/** The same of some units of the result. */
export async function publishedInputsOf(
  resultId: number,
  units: readonly string[],
): Promise<Map<string, UnitInputs>> {
  const marks = units.map(() => '?').join(',');
  return inputsOf(await reader().all(`${INPUTS} AND u.document_id IN (${marks})`, [resultId, ...units]));
}

const inputsOf = (rows: readonly Row[]) =>
  new Map(rows.map((row) => [String(row.document_id), JSON.parse(String(row.inputs)) as UnitInputs]));
