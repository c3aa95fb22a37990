import type { Actor } from '@jiedui/shared/access';
import {
  type CalibrationAgreement,
  type CalibrationFeedback,
  COMPARED_SOURCE,
  calibrationAgreement,
  calibrationFeedback,
  tellsCalibration,
} from '@jiedui/shared/round';
import type { Sheet } from '@jiedui/shared/scoring';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { countedSheets } from './results';
import { frozenOf } from './summary';
import { owesCaseUnit } from './told-case';

type Case = { id: number; document_id: string; name: string; state: string; frozen_hash: string | null };

/** The calibration case of a round, as the office reads it; null where there is none. */
export type RoundCalibration = {
  round: { documentId: string; name: string; state: string };
  unit: string | null;
  asked: number;
  submitted: number;
  /** Null before it opens. */
  agreement: CalibrationAgreement | null;
  names: Record<string, string>;
} | null;

export async function roundCalibration(
  strapi: Core.Strapi,
  actor: Actor,
  roundId: string,
): Promise<RoundCalibration> {
  const knex = strapi.db.connection;
  const parent = await findRecord(modelOf('round'), actor, roundId, { fields: ['name'] });
  const one = await caseOf(knex, { calibrates_id: parent.id });
  if (!one) return null;
  const { unit, sheets, states } = await sheetsOf(knex, one.id);
  const rubric = one.frozen_hash ? (await frozenOf(one.id, one.frozen_hash)).rubric : null;
  return {
    round: { documentId: one.document_id, name: one.name, state: one.state },
    unit,
    asked: states.length,
    submitted: sheets.length,
    agreement: rubric && calibrationAgreement(rubric, sheets),
    names: Object.fromEntries(
      sheets.map(({ evaluatorId, evaluatorName }) => [evaluatorId, evaluatorName ?? '']),
    ),
  };
}

/** What the evaluator of a sheet is told of the case: nothing before it is released. */
export async function ownCalibration(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
): Promise<{ released: boolean; feedback: CalibrationFeedback | null }> {
  const knex = strapi.db.connection;
  const record = await findRecord(modelOf('evaluation'), actor, documentId, { fields: ['state'] });
  const row = await knex('evaluations as e')
    .join('up_users as u', 'u.id', 'e.evaluator_id')
    .where({ 'e.id': record.id })
    .first('e.round_id', 'e.unit_id', 'e.evaluator_id', 'u.document_id as rater');
  const one = await caseOf(knex, { id: row.round_id });
  if (!one?.frozen_hash || one.calibrates_id === null) throw new Refusal(404, 'NOT_FOUND');
  const { sheets, states } = await sheetsOf(knex, one.id);
  if (!tellsCalibration(one.state, states)) return { released: false, feedback: null };
  const own = { calibrated: one.calibrates_id, unit: row.unit_id, evaluator: row.evaluator_id };
  if (await owesCaseUnit(knex, own))
    return { released: true, feedback: { parts: null, raters: sheets.length, reason: 'unitOwed' } };
  const { rubric } = await frozenOf(one.id, one.frozen_hash);
  return { released: true, feedback: calibrationFeedback(rubric, sheets, row.rater) };
}

const caseOf = (
  knex: Knex,
  where: Record<string, number>,
): Promise<(Case & { calibrates_id: number | null }) | undefined> =>
  knex('rounds').where(where).first('id', 'document_id', 'name', 'state', 'frozen_hash', 'calibrates_id');

async function sheetsOf(
  knex: Knex,
  roundId: number,
): Promise<{ unit: string | null; sheets: Sheet[]; states: unknown[] }> {
  const unit = await knex('assignments as a')
    .join('units as u', 'u.id', 'a.unit_id')
    .where({ 'a.round_id': roundId })
    .first('u.id', 'u.name');
  const rows = await knex('evaluations').where({ round_id: roundId }).select('state');
  const counted = unit ? await countedSheets(knex, roundId, unit.id) : [];
  const sheets = counted.filter(({ source }) => source === COMPARED_SOURCE);
  return { unit: unit?.name ?? null, sheets, states: rows.map(({ state }) => state) };
}
