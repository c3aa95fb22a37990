import { fieldError } from '@jiedui/shared/model';
import { acceptsPlanning, RECUSAL_WORDS, recusalGround } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import type { Hooks } from './hooks';

/** Recusal is checked where the assignment is made, whoever makes it; assignments are made before a round opens. */
export const assignmentHooks: Hooks = {
  async check(trx, values) {
    const round = await trx('rounds')
      .where({ id: values.round ?? null })
      .first('state');
    if (round && !acceptsPlanning(round.state)) throw new Refusal(409, 'STATE_LOCKED');
    const ground = await recusalOf(trx, Number(values.evaluator), Number(values.unit));
    return ground ? [fieldError(['evaluator'], 'RECUSAL', RECUSAL_WORDS[ground])] : [];
  },
};

async function recusalOf(trx: Knex.Transaction, evaluatorId: number, unitId: number) {
  const evaluator = await trx('up_users')
    .where({ id: evaluatorId })
    .first('unit_id', 'department_id', 'station_id');
  const unit = await trx('units').where({ id: unitId }).first('id', 'department_id');
  if (!evaluator || !unit) return null;
  const paired = await trx('pairings').where({ unit_id: unitId }).select('station_id');
  return recusalGround(
    { unit: evaluator.unit_id, department: evaluator.department_id, station: evaluator.station_id },
    {
      unit: unit.id,
      department: unit.department_id,
      pairedStations: new Set(paired.map((row) => Number(row.station_id))),
    },
  );
}
