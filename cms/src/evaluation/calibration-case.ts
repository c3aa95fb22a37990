import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import {
  acceptsAdditions,
  type CaseScorer,
  COMPARED_SOURCE,
  LEFT_SHEET_STATES,
  scoringTwice,
} from '@jiedui/shared/round';
import type { ErrorCode, Words } from '@jiedui/shared/text';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { lockToChange } from '../write/row-locks';
import { insertRecords } from '../write/store';
import { CASE_WORDS, caseAssignment, freeOf } from './calibration-evaluators';

const input = z.object({ unit: z.string().max(40) });

/**
 * Makes the calibration case of a round: a small round of its own, with one unit that all evaluators score, best one
 * that the round itself does not judge. Nothing of it is among the sheets of the round, so that it counts nowhere in it.
 */
export function makeCalibration(strapi: Core.Strapi, actor: Actor, roundId: string, data: unknown) {
  const parsed = input.safeParse(data);
  if (!parsed.success) throw refused('unit', 'REQUIRED');
  return transact(strapi, modelOf('round'), async (trx) => {
    // Whoever comes to the round meanwhile either is there already or finds the case.
    const round = await lockToChange(trx, trx('rounds').where({ document_id: roundId }).first());
    if (!round) throw new Refusal(404, 'NOT_FOUND');
    if (!acceptsAdditions(round.state) || round.calibrates_id !== null)
      throw new Refusal(409, 'STATE_LOCKED');
    if (await trx('rounds').where({ calibrates_id: round.id }).first('id'))
      throw new Refusal(409, 'DUPLICATE');
    const unit = await unitOf(trx, parsed.data.unit);
    const evaluators = await scorersOf(trx, round.id, unit.id);
    if (evaluators.length === 0) throw refused('unit', 'GATE_NOT_MET', NOBODY);
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

async function unitOf(trx: Knex.Transaction, documentId: string): Promise<{ id: number }> {
  const unit = await trx('units').where({ document_id: documentId }).first('id');
  if (!unit) throw refused('unit', 'UNKNOWN_RELATION');
  return unit;
}

/** Who would score the case of a unit, and who of them judges the unit in the round besides. */
export async function caseScorers(strapi: Core.Strapi, actor: Actor, roundId: string, unitId: string) {
  const knex = strapi.db.connection;
  const round = await findRecord(modelOf('round'), actor, roundId, { fields: ['name'] });
  const unit = await findRecord(modelOf('unit'), actor, unitId, { fields: ['name'] });
  const rows = await knex('up_users')
    .whereIn('id', await scorersOf(knex, round.id, unit.id))
    .orderBy('display_name')
    .orderBy('id')
    .select('document_id', 'display_name');
  const judging = await knex('up_users')
    .whereIn('id', judgesOf(knex, round.id).where({ unit_id: unit.id }))
    .select('document_id');
  const scorers = rows.map(
    (row): CaseScorer => ({
      documentId: row.document_id,
      displayName: row.display_name,
    }),
  );
  const twice = scoringTwice(scorers, new Set(judging.map((row) => String(row.document_id))));
  return { scorers: scorers.length, twice };
}

/** Who judges in the round, by row ids; who has left a sheet does so no more where it was. */
function judgesOf(knex: Knex, roundId: number): Knex.QueryBuilder {
  const left = knex('evaluations')
    .where({ round_id: roundId })
    .whereIn('state', [...LEFT_SHEET_STATES])
    .select('assignment_id');
  return knex('assignments')
    .where({ round_id: roundId, source: COMPARED_SOURCE })
    .whereNotIn('id', left)
    .select('evaluator_id');
}

/** All who judge in the round and are not recused from the unit, by row ids. */
const scorersOf = (knex: Knex, roundId: number, unitId: number): Promise<number[]> =>
  freeOf(knex, unitId, (query) => query.whereIn('id', judgesOf(knex, roundId)));

const refused = (field: string, code: ErrorCode, message?: Words) =>
  new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], code, message)] });

const NOBODY = {
  zh: '本轮还没有可以评这个单位的测评员,请先安排分工。',
  en: 'Nobody who may score this unit is assigned yet.',
};
