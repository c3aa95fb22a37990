import type { FieldError } from '@jiedui/shared/model';
import { fieldError } from '@jiedui/shared/model';
import {
  COMPARED_SOURCE,
  COUNTED_SHEET_STATES,
  spreadsOf,
  takesAnswers,
  talkEndRefused,
  talkRefused,
  wasLeft,
} from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import type { Effects, StepContext } from '../guard/steps';
import { tell } from '../notification/tell';
import { modelOf } from '../read/model';
import { lockToRely } from '../write/row-locks';
import { insertRecords, type Stored } from '../write/store';
import { countedSheets } from './results';
import { openRound } from './sheet-rubric';

/** A sheet of one of those who are asked, by row ids. */
type AskedSheet = { id: number; evaluator_id: number };

/** The submitted sheets of those whom the office asks: of everybody who scored the unit where it names nobody. */
export async function askedSheets(knex: Knex, { values }: Stored): Promise<AskedSheet[]> {
  const asked = values.asked as string[] | null;
  const query = knex('evaluations as e')
    .join('up_users as u', 'u.id', 'e.evaluator_id')
    .where({ 'e.round_id': values.round, 'e.unit_id': values.unit, 'e.source': COMPARED_SOURCE })
    .whereIn('e.state', [...COUNTED_SHEET_STATES])
    .orderBy('e.id')
    .select('e.id', 'e.evaluator_id');
  if (asked && asked.length > 0) query.whereIn('u.document_id', asked);
  return query;
}

/** A talk begins while the round is open, with those who have submitted. */
export async function talkGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  const errors = await roundErrors(trx, stored.values.round);
  if ((await askedSheets(trx, stored)).length === 0) {
    errors.push(
      fieldError(['asked'], 'GATE_NOT_MET', {
        zh: '被征询的测评员还没有提交评分表。',
        en: 'None of those asked has submitted a sheet.',
      }),
    );
  }
  return errors;
}

async function roundErrors(trx: Knex.Transaction, roundId: unknown): Promise<FieldError[]> {
  const round = await trx('rounds').where({ id: roundId }).first('state');
  const words = talkRefused(round?.state);
  return words ? [fieldError(['round'], 'GATE_NOT_MET', words)] : [];
}

/** The outcome says what happened: a talk ends one way or the other, by what was answered. */
const endGate =
  (gate: 'talkChanged' | 'talkUnchanged') =>
  async ({ trx, stored }: StepContext): Promise<FieldError[]> => {
    const answers = await trx('moderation_replies').where({ moderation_id: stored.id }).distinct('state');
    const words = talkEndRefused(
      gate,
      answers.map(({ state }) => state),
    );
    return words ? [fieldError(['state'], 'GATE_NOT_MET', words)] : [];
  };

export const talkChangedGate = endGate('talkChanged');
export const talkUnchangedGate = endGate('talkUnchanged');

/** An answer comes while the talk goes on and the round is open. */
export async function answerGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  // Whoever settles the talk waits for the answer, and sees it.
  const talk = await lockToRely(
    trx,
    trx('moderations').where({ id: stored.values.moderation }).first('state'),
  );
  const sheet = await trx('evaluations').where({ id: stored.values.evaluation }).first('state');
  const errors = await roundErrors(trx, stored.values.round);
  if (wasLeft(sheet?.state)) errors.push(fieldError(['evaluation'], 'GATE_NOT_MET', LEFT));
  if (!takesAnswers(talk?.state)) {
    const message = { zh: '会商已经结束。', en: 'The talk is over.' };
    errors.push(fieldError(['moderation'], 'GATE_NOT_MET', message));
  }
  return errors;
}

const LEFT: Words = {
  zh: '您已不再评价该单位,不能答复。',
  en: 'You do not score this unit any more.',
};

export const talkEffects: Effects = {
  /** Asks each of those chosen, and keeps how far they were apart. */
  async begin({ trx, actor, stored }) {
    const { rubric } = await openRound(trx, stored.values.round);
    const { code, round, unit, example } = stored.values;
    const sheets = await countedSheets(trx, Number(round), Number(unit));
    const compared = sheets.filter(({ source }) => source === COMPARED_SOURCE);
    const spread = spreadsOf(rubric, compared).find((one) => one.code === code) ?? null;
    const asked = await askedSheets(trx, stored);
    const after = async () => {
      const rows = asked.map((sheet) => ({
        values: {
          moderation: stored.id,
          evaluation: sheet.id,
          round,
          unit,
          evaluator: sheet.evaluator_id,
          state: MACHINES['moderation-reply'].initial,
          example,
        },
      }));
      const replies = await insertRecords(trx, modelOf('moderation-reply'), rows, {
        actor,
        action: 'create',
      });
      for (const reply of replies) await tellAsked(trx, stored, reply);
    };
    return { values: { spread }, after };
  },
  settle: async ({ reason }) => ({ values: { outcome: reason } }),
  keep: async ({ reason }) => ({ values: { outcome: reason } }),
};

async function tellAsked(trx: Knex.Transaction, talk: Stored, reply: Stored): Promise<void> {
  const { name, question } = talk.values;
  await tell(
    trx,
    [Number(reply.values.evaluator)],
    [
      {
        kind: 'evaluation',
        key: `talk:${reply.documentId}`,
        title: { zh: `请答复会商:${name}`, en: `A talk asks you: ${name}` },
        detail: { zh: String(question), en: String(question) },
        link: `/moderation-replies/${reply.documentId}`,
      },
    ],
  );
}
