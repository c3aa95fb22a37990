import { type FieldError, fieldError } from '@jiedui/shared/model';
import { acceptsAdditions, acceptsScores, RECUSAL_WORDS } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { layOutSheets } from '../evaluation/lay-out';
import { refreshResult } from '../evaluation/results';
import { frozenInputs } from '../evaluation/sheet-rubric';
import { evaluatorsWithTies, groundOf, unitsWithTies } from '../evaluation/ties';
import { Refusal } from '../guard/errors';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

type Round = { state: string; frozen_hash: string | null; example: unknown };

/**
 * Recusal is checked where the assignment is made, whoever makes it, and a change by hand says why. In an open round
 * an assignment is an addition: what the round froze stays as it is, and the row itself keeps what came later and
 * why; its sheet, laid out at once, keeps it from being deleted.
 */
export const assignmentHooks: Hooks = {
  async check(trx, values) {
    const round = await roundOf(trx, values);
    if (round && !acceptsAdditions(round.state)) throw new Refusal(409, 'STATE_LOCKED');
    const ground = await recusalOf(trx, Number(values.evaluator), Number(values.unit));
    const errors = ground ? [fieldError(['evaluator'], 'RECUSAL', RECUSAL_WORDS[ground])] : [];
    if (!String(values.reason ?? '').trim()) errors.push(fieldError(['reason'], 'REASON_REQUIRED'));
    if (round && acceptsScores(round.state)) errors.push(...(await outsideRoster(trx, values, round)));
    return errors;
  },
  async inserted(trx, rows, actor) {
    for (const { id, values } of rows) {
      const round = await openRoundOf(trx, values);
      if (!round) continue;
      const asked = { round: Number(values.round), unit: Number(values.unit) };
      const sheet = { id, ...asked, evaluator: Number(values.evaluator), source: String(values.source) };
      await layOutSheets(trx, [sheet], round.example, actor);
      // What is asked for has changed, which readers see by the round's version.
      await refreshResult(trx, asked.round, asked.unit);
    }
  },
};

const roundOf = (trx: Knex.Transaction, { round }: Values): Promise<Round | undefined> =>
  trx('rounds')
    .where({ id: round ?? null })
    .first('state', 'frozen_hash', 'example');

async function openRoundOf(trx: Knex.Transaction, values: Values): Promise<Round | null> {
  const round = await roundOf(trx, values);
  return round && acceptsScores(round.state) ? round : null;
}

/** A unit that is not in the frozen roster has no place in the results. */
async function outsideRoster(trx: Knex.Transaction, values: Values, round: Round): Promise<FieldError[]> {
  const { roster } = await frozenInputs(trx, values.round, round.frozen_hash);
  const unit = await trx('units').where({ id: values.unit }).first('document_id');
  if (!unit || roster.some(({ documentId }) => documentId === unit.document_id)) return [];
  const message = { zh: '该单位不在本轮冻结的参评名册中。', en: 'The unit is not in the frozen roster.' };
  return [fieldError(['unit'], 'NOT_AN_OPTION', message)];
}

async function recusalOf(trx: Knex.Transaction, evaluatorId: number, unitId: number) {
  const [evaluator] = await evaluatorsWithTies(trx, (query) => query.where({ id: evaluatorId }));
  const [unit] = await unitsWithTies(trx, (query) => query.where({ id: unitId }));
  return evaluator && unit ? groundOf(evaluator, unit) : null;
}
