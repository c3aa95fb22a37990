import { fieldError } from '@jiedui/shared/model';
import { acceptsPlanning, RECUSAL_WORDS } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { evaluatorsWithTies, groundOf, unitsWithTies } from '../evaluation/ties';
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
  const [evaluator] = await evaluatorsWithTies(trx, (query) => query.where({ id: evaluatorId }));
  const [unit] = await unitsWithTies(trx, (query) => query.where({ id: unitId }));
  return evaluator && unit ? groundOf(evaluator, unit) : null;
}
