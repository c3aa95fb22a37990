import type { UnitInputs } from '@jiedui/shared/round';
import type { Knex } from 'knex';

/** The last published result of a round. */
export type LastResult = { id: number; number: number; frozenHash: string; inputsHash: string };

/** With `before`, the last one ahead of that number. Throws where nothing has been published. */
export async function lastResult(knex: Knex, roundId: number, before?: number): Promise<LastResult> {
  const query = knex('results').where({ round_id: roundId }).orderBy('number', 'desc');
  if (before !== undefined) query.where('number', '<', before);
  const row = await query.first();
  if (!row) throw new Error(`No result of round ${roundId} has been published`);
  return {
    id: Number(row.id),
    number: Number(row.number),
    frozenHash: String(row.frozen_hash),
    inputsHash: String(row.inputs_hash),
  };
}

/** What a result was computed from, by the address of the unit; of one unit alone where it is named. */
export async function inputsBehind(
  knex: Knex,
  resultId: number,
  unitId?: number,
): Promise<Map<string, UnitInputs>> {
  const query = knex('result_inputs as i')
    .join('units as u', 'u.id', 'i.unit_id')
    .where('i.result_id', resultId)
    .select('u.document_id', 'i.inputs');
  if (unitId !== undefined) query.where('i.unit_id', unitId);
  const rows = await query;
  return new Map(rows.map(({ document_id, inputs }) => [String(document_id), JSON.parse(inputs)]));
}
