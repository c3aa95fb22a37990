import { canonicalJson } from '@jiedui/shared/canonical';
import { type Correction, correctedInputs, type UnitInputs } from '@jiedui/shared/round';
import type { Rubric } from '@jiedui/shared/rubric';
import type { Knex } from 'knex';
import { jsonOf } from '../read/codec';

type Corrected = { round_id: number; number: number; appeal_id: number | null };

/**
 * What of a corrected result's inputs is neither as in the result before it nor as the appeal decided: nothing else
 * may have changed. `now` are the inputs as text, by the address of the unit.
 */
export async function correctionFaults(
  knex: Knex,
  row: Corrected,
  rubric: Rubric,
  now: ReadonlyMap<string, string>,
): Promise<string[]> {
  if (row.appeal_id === null) return [];
  const appeal = await knex('appeals as a')
    .join('units as u', 'u.id', 'a.unit_id')
    .where('a.id', row.appeal_id)
    .first('a.indicator', 'a.correction', 'u.document_id');
  const before = await knex('result_inputs as i')
    .join('results as r', 'r.id', 'i.result_id')
    .join('units as u', 'u.id', 'i.unit_id')
    .where({ 'r.round_id': row.round_id, 'r.number': row.number - 1 })
    .select('u.document_id', 'u.name', 'i.inputs');
  if (!appeal) return ['更正所依据的申诉不见了。'];
  return before
    .filter(({ document_id: unit, inputs }) => {
      const expected = unit === appeal.document_id ? corrected(rubric, inputs, appeal) : inputs;
      return now.get(unit) !== expected;
    })
    .map(({ name }) => `“${name}”的评分与上一号结果不同,且不是复核决定的更正。`);
}

type Decided = { indicator: string; correction: unknown };

/** The inputs as the appeal decided them; null where they cannot be read any more, which is told elsewhere. */
function corrected(rubric: Rubric, text: string, { indicator, correction }: Decided): string | null {
  try {
    const inputs = JSON.parse(text) as UnitInputs;
    return canonicalJson(
      correctedInputs(rubric, inputs, indicator, jsonOf<Correction | null>(correction) ?? {}),
    );
  } catch {
    return null;
  }
}
