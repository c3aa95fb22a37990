import { figureValues } from '@jiedui/shared/metric';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { COMPARED_SOURCE, countsInResult, talkSubject } from '@jiedui/shared/round';
import type { Rubric } from '@jiedui/shared/rubric';
import {
  amendSheet,
  checkEntries,
  type Entries,
  judgesNothing,
  type Moderated,
  missingEntries,
  NOTHING_JUDGED_WORDS,
  scoreSheet,
} from '@jiedui/shared/scoring';
import { Refusal } from '../guard/errors';
import type { Effects, StepContext } from '../guard/steps';
import { modelOf } from '../read/model';
import { within } from '../read/run';
import { lockToChange } from '../write/row-locks';
import { type Stored, storedWhole, updateRecord } from '../write/store';
import { keptFigures, refreshResult } from './refresh-results';
import { openRound } from './sheet-rubric';

/** What is wrong with the entries that an evaluator would put in the place of those talked about. */
export function changeErrors(rubric: Rubric, code: string, entries: unknown): FieldError[] {
  const wrong = checkEntries(rubric, entries, COMPARED_SOURCE).map(({ path, message }) =>
    fieldError(['entries', ...path], 'BAD_INPUT', message),
  );
  if (wrong.length > 0) return wrong;
  const open = talkSubject(rubric, code)?.indicators ?? [];
  return Object.keys(entries as Entries)
    .filter((one) => !open.includes(one))
    .map((one) => fieldError(['entries', one], 'BAD_INPUT', OTHER_ITEM));
}

const OTHER_ITEM = { zh: '会商不涉及这一项,不能修改。', en: 'The talk is not about this item.' };

export const talkAnswerEffects: Effects = {
  /** The one way in which a submitted sheet changes: by its own evaluator, in what the talk is about, with a reason. */
  async change(step) {
    const { trx, stored, reason } = step;
    const { rubric } = await openRound(trx, stored.values.round);
    const talk = await trx('moderations').where({ id: stored.values.moderation }).first('code');
    const changes = (stored.values.entries ?? {}) as Entries;
    refuseIf(changeErrors(rubric, String(talk?.code), changes));
    // Of answers to two talks about the same sheet at once the second one builds on the first.
    const row = await lockToChange(trx, trx('evaluations').where({ id: stored.values.evaluation }).first());
    const sheet = await storedWhole(trx, modelOf('evaluation'), row);
    if (!countsInResult(sheet.values.state)) refuseIf([fieldError(['evaluation'], 'GATE_NOT_MET', RETURNED)]);
    const amended = amendedOf(sheet, changes, String(reason));
    if (!amended) throw refusal([fieldError(['entries'], 'REQUIRED', NOTHING_CHANGED)]);
    refuseIf(
      missingEntries(rubric, COMPARED_SOURCE, amended.entries).map(({ code, message }) =>
        fieldError(['entries', code], 'SHEET_INCOMPLETE', message),
      ),
    );
    if (judgesNothing(rubric, COMPARED_SOURCE, amended.entries))
      refuseIf([fieldError(['entries'], 'SHEET_INCOMPLETE', NOTHING_JUDGED_WORDS)]);
    const former = (sheet.values.entries ?? {}) as Entries;
    const only = (entries: Entries) =>
      Object.fromEntries(amended.changed.map((code) => [code, entries[code] ?? null]));
    const after = () => writeSheet(step, rubric, { row, sheet }, amended);
    return { values: { reason, before: only(former), after: only(amended.entries) }, after };
  },
  keep: async ({ reason }) => ({ values: { reason, entries: null } }),
};

type Amended = NonNullable<ReturnType<typeof amendSheet>>;

const amendedOf = ({ values }: Stored, changes: Entries, reason: string): Amended | null =>
  amendSheet(
    {
      entries: (values.entries ?? {}) as Entries,
      ...(values.moderated ? { moderated: values.moderated as Moderated } : {}),
    },
    changes,
    reason,
  );

/** It stays submitted, so that it counts all the while; what it said before is in its history. */
async function writeSheet(
  { trx, actor, reason }: StepContext,
  rubric: Rubric,
  { row, sheet }: { row: Record<string, unknown>; sheet: Stored },
  { entries, moderated }: Amended,
): Promise<void> {
  const { round, unit, evaluator } = sheet.values;
  const figures = await keptFigures(within(trx), Number(round), Number(unit));
  const scored = {
    id: sheet.documentId,
    evaluatorId: String(evaluator),
    source: COMPARED_SOURCE,
    entries,
  };
  const { total } = scoreSheet(rubric, scored, figureValues(figures));
  const note = { actor, action: 'update', reason: `会商改评:${reason}` } as const;
  await updateRecord(trx, modelOf('evaluation'), sheet, row, { values: { entries, moderated, total } }, note);
  await refreshResult(trx, Number(sheet.values.round), Number(sheet.values.unit));
}

const refusal = (errors: FieldError[]) => new Refusal(422, errors[0]?.code ?? 'GATE_NOT_MET', { errors });

function refuseIf(errors: FieldError[]): void {
  if (errors.length > 0) throw refusal(errors);
}

const RETURNED = {
  zh: '评分表已退回重评,请直接在评分表上修改。',
  en: 'The sheet was sent back: change it there.',
};
const NOTHING_CHANGED = {
  zh: '没有改动。不改请用“维持原评分”。',
  en: 'Nothing is changed. To leave it, use “Keep”.',
};
