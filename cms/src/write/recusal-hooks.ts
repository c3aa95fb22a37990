import { type FieldError, fieldError } from '@jiedui/shared/model';
import { acceptsScores, COMPARED_SOURCE, rolesOfSource } from '@jiedui/shared/round';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import type { Hooks, Writer } from './hooks';

const SCORING_ROLES: readonly string[] = rolesOfSource(COMPARED_SOURCE);

/** A recusal is of somebody who scores; where their sheet lies open already, it is declared on the sheet. */
export const recusalHooks: Hooks = {
  async check(trx, values, _before, { actor }: Writer) {
    const own = SCORING_ROLES.includes(actor.role);
    const evaluator = Number(values.evaluator ?? (own ? actor.id : 0));
    if (!evaluator) return [fieldError(['evaluator'], 'REQUIRED')];
    const account = await trx('up_users').where({ id: evaluator }).first('staff_role');
    if (!SCORING_ROLES.includes(account?.staff_role)) return [fieldError(['evaluator'], 'NOT_AN_OPTION')];
    return (await hasOpenSheet(trx, evaluator, Number(values.unit))) ? [declareOnSheet()] : [];
  },
};

async function hasOpenSheet(trx: Knex.Transaction, evaluator: number, unit: number): Promise<boolean> {
  const sheets = await trx('evaluations as e')
    .join('rounds as r', 'r.id', 'e.round_id')
    .where({ 'e.evaluator_id': evaluator, 'e.unit_id': unit })
    .select('e.state', 'r.state as round');
  return sheets.some(({ state, round }) => isEditable(MACHINES.evaluation, state) && acceptsScores(round));
}

const declareOnSheet = (): FieldError =>
  fieldError(['unit'], 'GATE_NOT_MET', {
    zh: '评分表已下发,请在该单位的评分表上点“需要回避”。',
    en: 'The sheet is out already: declare it there with “Recuse”.',
  });
