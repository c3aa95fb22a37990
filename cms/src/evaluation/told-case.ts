import { type FieldError, fieldError } from '@jiedui/shared/model';
import { comparesCase, owesUnit } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';

const TOLD = {
  zh: '校准反馈已公开,评分表不能再增减或退回,否则会从前后反馈中看出某一个人的评分。需要回避的,在“回避”中申明。',
  en: 'The case has been told of: with one sheet more or fewer, two readings would give away one score. Declare a recusal on “Recusals”.',
};

/** What stands against a calibration case getting a sheet more or fewer: those who read it before would tell whose. */
export async function toldCaseErrors(
  trx: Knex.Transaction,
  roundId: unknown,
  field: string,
): Promise<FieldError[]> {
  const round = await trx('rounds').where({ id: roundId }).first('state', 'calibrates_id');
  if (round?.calibrates_id == null) return [];
  const sheets = await trx('evaluations').where({ round_id: roundId }).select('state');
  const states = sheets.map(({ state }) => state);
  return comparesCase(round.state, states) ? [fieldError([field], 'GATE_NOT_MET', TOLD)] : [];
}

export async function refuseTold(trx: Knex.Transaction, roundId: unknown): Promise<void> {
  const errors = await toldCaseErrors(trx, roundId, 'state');
  if (errors.length > 0) throw new Refusal(422, 'GATE_NOT_MET', { errors });
}

/** Whether an evaluator has still to score the unit of a case for real, in the round that it calibrates. */
export async function owesCaseUnit(
  knex: Knex,
  { calibrated, unit, evaluator }: { calibrated: number; unit: number; evaluator: number },
): Promise<boolean> {
  const round = await knex('rounds').where({ id: calibrated }).first('state');
  const rows = await knex('assignments as a')
    .leftJoin('evaluations as e', 'e.assignment_id', 'a.id')
    .where({ 'a.round_id': calibrated, 'a.unit_id': unit, 'a.evaluator_id': evaluator })
    .select('e.state');
  return owesUnit(
    round?.state,
    rows.map(({ state }) => state),
  );
}
