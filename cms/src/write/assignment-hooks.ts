import { type FieldError, fieldError } from '@jiedui/shared/model';
import {
  acceptsAdditions,
  acceptsScores,
  isPartyOf,
  RECUSAL_WORDS,
  rolesOfSource,
} from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import type { Knex } from 'knex';
import { joinCalibration } from '../evaluation/calibration-evaluators';
import { layOutSheets } from '../evaluation/lay-out';
import { townsOf } from '../evaluation/plan-parties';
import { refreshResult } from '../evaluation/refresh-results';
import { frozenInputs } from '../evaluation/sheet-rubric';
import { evaluatorsWithTies, groundOf, unitsWithTies } from '../evaluation/ties';
import { toldCaseErrors } from '../evaluation/told-case';
import { Refusal } from '../guard/errors';
import { type Notice, tell } from '../notification/tell';
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
    const errors = await whoJudges(trx, values);
    if (!String(values.reason ?? '').trim()) errors.push(fieldError(['reason'], 'REASON_REQUIRED'));
    errors.push(...(await toldCaseErrors(trx, values.round ?? null, 'round')));
    if (round && acceptsScores(round.state)) errors.push(...(await outsideRoster(trx, values, round)));
    return errors;
  },
  async inserted(trx, rows, actor) {
    await joinCalibration(trx, rows, actor);
    for (const { id, values } of rows) {
      const round = await openRoundOf(trx, values);
      if (!round) continue;
      const asked = { round: Number(values.round), unit: Number(values.unit) };
      const sheet = { id, ...asked, evaluator: Number(values.evaluator), source: String(values.source) };
      await layOutSheets(trx, [sheet], round.example, actor);
      // What is asked for has changed, which readers see by the round's version.
      await refreshResult(trx, asked.round, asked.unit);
      await tellAdded(trx, id);
    }
  },
};

/** Whoever is given a sheet while the round goes on hears of it. */
async function tellAdded(trx: Knex.Transaction, assignmentId: number): Promise<void> {
  const sheet = await trx('evaluations as e')
    .join('units as u', 'u.id', 'e.unit_id')
    .join('rounds as r', 'r.id', 'e.round_id')
    .where({ 'e.assignment_id': assignmentId })
    .first('e.document_id', 'e.evaluator_id', 'u.name', 'r.name as round', 'r.closes_on');
  if (!sheet) return;
  const notice: Notice = {
    kind: 'evaluation',
    key: `added:${sheet.document_id}`,
    title: { zh: `新增评分表:${sheet.name}`, en: `A sheet for you: ${sheet.name}` },
    detail: {
      zh: `${sheet.round},${sheet.closes_on} 截止`,
      en: `${sheet.round}, closes ${sheet.closes_on}`,
    },
    link: `/evaluations/${sheet.document_id}`,
  };
  await tell(trx, [Number(sheet.evaluator_id)], [notice]);
}

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

/** The account must be one that judges for the source: a party of the unit, or an evaluator who is not recused. */
async function whoJudges(trx: Knex.Transaction, values: Values): Promise<FieldError[]> {
  const source = values.source as SourceCode;
  const account = await trx('up_users')
    .where({ id: values.evaluator ?? null })
    .first('staff_role', 'unit_id', 'town_id');
  if (!account) return [];
  const unit = Number(values.unit);
  const party = { role: account.staff_role, unit: account.unit_id, town: account.town_id };
  const towns = (await townsOf(trx, unit)).get(unit) ?? new Set();
  const isParty = isPartyOf(source, party, { unit, towns });
  const judges = isParty ?? rolesOfSource(source).includes(account.staff_role);
  if (!judges) return [fieldError(['evaluator'], 'NOT_AN_OPTION', NO_JUDGE)];
  const ground = isParty ? null : await recusalOf(trx, Number(values.evaluator), unit);
  return ground ? [fieldError(['evaluator'], 'RECUSAL', RECUSAL_WORDS[ground])] : [];
}

const NO_JUDGE = {
  zh: '该账号不能按此来源评价该单位。',
  en: 'This account does not judge the unit for this source.',
};

async function recusalOf(trx: Knex.Transaction, evaluatorId: number, unitId: number) {
  const [evaluator] = await evaluatorsWithTies(trx, (query) => query.where({ id: evaluatorId }));
  const [unit] = await unitsWithTies(trx, (query) => query.where({ id: unitId }));
  return evaluator && unit ? groundOf(evaluator, unit) : null;
}
