import { type FieldError, fieldError } from '@jiedui/shared/model';
import {
  acceptsScores,
  COUNTED_SHEET_STATES,
  caseReopenRefused,
  tellsCalibration,
} from '@jiedui/shared/round';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import type { Effects, StepContext } from '../guard/steps';
import { tell } from '../notification/tell';
import type { Values } from '../write/column-values';

/** An evaluator hands in the calibration case first, while that is open. */
export async function calibrationFirst(
  trx: Knex.Transaction,
  { round, evaluator }: Values,
): Promise<FieldError[]> {
  const sheets = await trx('evaluations as e')
    .join('rounds as r', 'r.id', 'e.round_id')
    .where({ 'r.calibrates_id': round, 'e.evaluator_id': evaluator })
    .select('e.state', 'r.state as round');
  const owed = sheets.some(
    ({ state, round: of }) => isEditable(MACHINES.evaluation, state) && acceptsScores(of),
  );
  return owed ? [fieldError(['evaluator'], 'GATE_NOT_MET', FIRST)] : [];
}

const FIRST = {
  zh: '请先提交本轮的校准案例。',
  en: 'Submit the calibration case of this round first.',
};

/** A calibration case is there to compare evaluators: it has no result. */
export function noResultOfCase({ stored }: StepContext): FieldError[] {
  const message = { zh: '校准案例不公布结果。', en: 'A calibration case has no result.' };
  return stored.values.calibrates ? [fieldError(['state'], 'GATE_NOT_MET', message)] : [];
}

/** A case that has been told of takes no further sheet: it would be read off the difference of two readings. */
export async function untoldGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  if (!stored.values.calibrates) return [];
  const told = await trx('evaluations')
    .where({ round_id: stored.id })
    .whereIn('state', [...COUNTED_SHEET_STATES])
    .first('id');
  const words = caseReopenRefused(told !== undefined);
  return words ? [fieldError(['state'], 'GATE_NOT_MET', words)] : [];
}

export const calibrationEffects: Effects = {
  /** Closing a calibration case tells each evaluator how they scored it. */
  async close({ trx, stored }) {
    return { after: () => tellWho(trx, stored.id) };
  },
};

/** The same when the last sheet of a calibration case has come in. */
export async function tellIfAllIn(trx: Knex.Transaction, roundId: number): Promise<void> {
  const round = await trx('rounds').where({ id: roundId }).first('calibrates_id', 'state');
  if (round?.calibrates_id == null) return;
  const sheets = await trx('evaluations').where({ round_id: roundId }).select('state');
  const states = sheets.map(({ state }) => state);
  if (tellsCalibration(round.state, states)) await tellWho(trx, roundId);
}

async function tellWho(trx: Knex.Transaction, roundId: number): Promise<void> {
  const rows = await trx('evaluations as e')
    .join('rounds as r', 'r.id', 'e.round_id')
    .where({ 'e.round_id': roundId })
    .whereNotNull('r.calibrates_id')
    .whereIn('e.state', [...COUNTED_SHEET_STATES])
    .select('e.document_id', 'e.evaluator_id', 'r.name');
  for (const { document_id: sheet, evaluator_id: account, name } of rows) {
    await tell(
      trx,
      [Number(account)],
      [
        {
          kind: 'evaluation',
          key: `calibration:${sheet}`,
          title: { zh: `可以查看校准反馈:${name}`, en: `How you scored: ${name}` },
          detail: { zh: '只有您本人看到自己的反馈。', en: 'Nobody but you sees your own.' },
          link: `/evaluations/${sheet}`,
        },
      ],
    );
  }
}
