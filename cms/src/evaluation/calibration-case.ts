import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { acceptsAdditions, COMPARED_SOURCE, LEFT_SHEET_STATES } from '@jiedui/shared/round';
import type { ErrorCode, Words } from '@jiedui/shared/text';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { insertRecords } from '../write/store';
import { CASE_WORDS, caseAssignment, freeOf } from './calibration-evaluators';

const input = z.object({ unit: z.string().max(40) });

/**
 * Makes the calibration case of a round: a small round of its own, with one unit that all evaluators score. Nothing of
 * it is among the sheets of the round, so that it counts nowhere in it.
 */
export function makeCalibration(strapi: Core.Strapi, actor: Actor, roundId: string, data: unknown) {
  const parsed = input.safeParse(data);
  if (!parsed.success) throw refused('unit', 'REQUIRED');
  return transact(strapi, modelOf('round'), async (trx) => {
    const round = await trx('rounds').where({ document_id: roundId }).first();
    if (!round) throw new Refusal(404, 'NOT_FOUND');
    if (!acceptsAdditions(round.state) || round.calibrates_id !== null)
      throw new Refusal(409, 'STATE_LOCKED');
    if (await trx('rounds').where({ calibrates_id: round.id }).first('id'))
      throw new Refusal(409, 'DUPLICATE');
    const unit = await unitOf(trx, round.id, parsed.data.unit);
    const evaluators = await evaluatorsFor(trx, round.id, unit.id);
    const note = { actor, action: 'create' } as const;
    const values = {
      name: `${String(round.name).slice(0, 110)}·${CASE_WORDS}`,
      rubric: round.rubric_id,
      programme: round.programme_id,
      opensOn: round.opens_on,
      closesOn: round.closes_on,
      disagreementPercent: round.disagreement_percent,
      calibrates: round.id,
      state: MACHINES.round.initial,
      example: Boolean(round.example),
    };
    const [made] = await insertRecords(trx, modelOf('round'), [{ values }], note);
    if (!made) throw new Error('The calibration case was not inserted');
    const rows = evaluators.map((evaluator) => caseAssignment(made.id, unit.id, evaluator, values.example));
    await insertRecords(trx, modelOf('assignment'), rows, note);
    return { documentId: made.documentId, evaluators: evaluators.length };
  });
}

/** One of the units that the round judges. */
async function unitOf(trx: Knex.Transaction, roundId: number, documentId: string): Promise<{ id: number }> {
  const unit = await trx('units')
    .where({ document_id: documentId })
    .whereIn('id', trx('assignments').where({ round_id: roundId }).select('unit_id'))
    .first('id');
  if (!unit) throw refused('unit', 'NOT_AN_OPTION', NOT_JUDGED);
  return unit;
}

/** All who score for the round and are not recused from the unit, by row ids. */
async function evaluatorsFor(trx: Knex.Transaction, roundId: number, unitId: number): Promise<number[]> {
  const left = trx('evaluations')
    .where({ round_id: roundId })
    .whereIn('state', [...LEFT_SHEET_STATES])
    .select('assignment_id');
  const scoring = trx('assignments')
    .where({ round_id: roundId, source: COMPARED_SOURCE })
    .whereNotIn('id', left)
    .select('evaluator_id');
  const free = await freeOf(trx, unitId, (query) => query.whereIn('id', scoring));
  if (free.length === 0) throw refused('unit', 'GATE_NOT_MET', NOBODY);
  return free;
}

const refused = (field: string, code: ErrorCode, message?: Words) =>
  new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], code, message)] });

const NOT_JUDGED = { zh: '该单位不在本轮的分工中。', en: 'The round does not judge this unit.' };
const NOBODY = {
  zh: '本轮还没有可以评这个单位的测评员,请先安排分工。',
  en: 'Nobody who may score this unit is assigned yet.',
};
