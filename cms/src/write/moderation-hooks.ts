import { type FieldError, fieldError } from '@jiedui/shared/model';
import { acceptsScores, COMPARED_SOURCE, talkSubject, UNSETTLED_TALK_STATES } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { frozenInputs } from '../evaluation/sheet-rubric';
import { changeErrors } from '../evaluation/talk-answer';
import { Refusal } from '../guard/errors';
import type { Values } from './column-values';
import type { Hooks } from './hooks';
import { lockToChange } from './row-locks';

/** A talk is about something that evaluators judge, in an open round; one at a time about the same. */
export const moderationHooks: Hooks = {
  async complete(trx, rows) {
    for (const row of rows) row.name = await nameOf(trx, row);
  },
  async check(trx, values, before) {
    // Of two talks about the same at once the second one sees the first, and the round is not closed meanwhile.
    const round = await lockToChange(
      trx,
      trx('rounds')
        .where({ id: values.round ?? null })
        .first('id', 'state', 'frozen_hash'),
    );
    if (!round) return [];
    if (!acceptsScores(round.state)) throw new Refusal(409, 'STATE_LOCKED');
    const { rubric, roster } = await frozenInputs(trx, round.id, round.frozen_hash);
    const unit = await trx('units')
      .where({ id: values.unit ?? null })
      .first('document_id');
    const errors: FieldError[] = [];
    if (!talkSubject(rubric, String(values.code))) errors.push(fieldError(['code'], 'NOT_AN_OPTION'));
    if (unit && !roster.some(({ documentId }) => documentId === unit.document_id))
      errors.push(fieldError(['unit'], 'NOT_AN_OPTION'));
    errors.push(...(await askedErrors(trx, values)));
    const changed = before === null || before.code !== values.code || before.unit !== values.unit;
    if (changed && (await isTalkedAbout(trx, values))) errors.push(fieldError(['code'], 'DUPLICATE', TWICE));
    return errors;
  },
};

const TWICE = {
  zh: '这一项已在会商中,请先办结。',
  en: 'There is a talk about this already; settle it first.',
};

async function nameOf(trx: Knex.Transaction, { round, unit, code }: Values): Promise<string> {
  const [row, judged] = await Promise.all([
    trx('rounds').where({ id: round }).first('frozen_hash'),
    trx('units').where({ id: unit }).first('name'),
  ]);
  const { rubric } = await frozenInputs(trx, round, row.frozen_hash);
  return `${judged.name}·${talkSubject(rubric, String(code))?.name ?? code}`;
}

/** Asked is who has a sheet of the unit in the round. */
async function askedErrors(trx: Knex.Transaction, { asked, round, unit }: Values): Promise<FieldError[]> {
  if (asked === null || asked === undefined) return [];
  const isList = Array.isArray(asked) && asked.length <= 100 && asked.every((one) => typeof one === 'string');
  if (!isList) return [fieldError(['asked'], 'WRONG_TYPE')];
  const known = await trx('evaluations as e')
    .join('up_users as u', 'u.id', 'e.evaluator_id')
    .where({ 'e.round_id': round, 'e.unit_id': unit ?? null, 'e.source': COMPARED_SOURCE })
    .whereIn('u.document_id', asked)
    .select('u.document_id');
  return known.length < new Set(asked).size ? [fieldError(['asked'], 'UNKNOWN_RELATION')] : [];
}

async function isTalkedAbout(trx: Knex.Transaction, { round, unit, code }: Values): Promise<boolean> {
  const talk = await trx('moderations')
    .where({ round_id: round, unit_id: unit ?? null, code: code ?? null })
    .whereIn('state', [...UNSETTLED_TALK_STATES])
    .first('id');
  return talk !== undefined;
}

/** An answer puts something in the place of what the talk is about, and of nothing else. */
export const moderationReplyHooks: Hooks = {
  async check(trx, values) {
    const talk = await trx('moderations').where({ id: values.moderation }).first('code');
    const round = await trx('rounds').where({ id: values.round }).first('frozen_hash');
    const { rubric } = await frozenInputs(trx, values.round, round.frozen_hash);
    return changeErrors(rubric, String(talk?.code), values.entries ?? {});
  },
};
