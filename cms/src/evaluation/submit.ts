import { figureValues } from '@jiedui/shared/metric';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { SourceCode } from '@jiedui/shared/rubric';
import {
  askedFigures,
  checkEntries,
  type Entries,
  judgesNothing,
  type Metrics,
  missingEntries,
  NOTHING_JUDGED_WORDS,
  pinFigures,
  scoreSheet,
} from '@jiedui/shared/scoring';
import type { Effects, StepContext } from '../guard/steps';
import { within } from '../read/run';
import { calibrationFirst, tellIfAllIn } from './calibrate';
import { roundFigures } from './figures/of-round';
import type { Frozen } from './frozen';
import { refreshResult } from './refresh-results';
import { openRound, openSheet } from './sheet-rubric';
import { refuseTold } from './told-case';

function sheetOf({ stored }: StepContext) {
  return {
    id: stored.documentId,
    evaluatorId: String(stored.values.evaluator),
    source: stored.values.source as SourceCode,
    entries: (stored.values.entries ?? {}) as Entries,
  };
}

/** A sheet may be submitted when every indicator has a score or a reason and nothing on it is wrong. */
export async function sheetGate(step: StepContext): Promise<FieldError[]> {
  const { rubric } = await openSheet(step.trx, step.stored.values);
  const { entries, source } = sheetOf(step);
  const wrong = checkEntries(rubric, entries, source);
  const missing = missingEntries(rubric, source, entries);
  return [
    ...(await calibrationFirst(step.trx, step.stored.values)),
    ...missing.map(({ code, message }) => fieldError(['entries', code], 'SHEET_INCOMPLETE', message)),
    ...(judgesNothing(rubric, source, entries) && missing.length === 0
      ? [fieldError(['entries'], 'SHEET_INCOMPLETE', NOTHING_JUDGED_WORDS)]
      : []),
    ...wrong.map(({ path, message }) => fieldError(['entries', ...path], 'BAD_INPUT', message)),
  ];
}

export const evaluationEffects: Effects = {
  async submit(step) {
    const frozen = await openRound(step.trx, step.stored.values.round);
    const own = sheetOf(step);
    const metrics = await metricsOf(step, frozen);
    const sheet = { ...own, entries: pinFigures(frozen.rubric, own.source, own.entries, metrics) };
    const { total } = scoreSheet(frozen.rubric, sheet, metrics);
    const after = async () => {
      await refresh(step);
      await tellIfAllIn(step.trx, Number(step.stored.values.round));
    };
    return { values: { total, entries: sheet.entries }, after };
  },
  /** Only while the round takes scores: else its result would change and nobody could mend the sheet. */
  async return(step) {
    await openRound(step.trx, step.stored.values.round);
    await refuseTold(step.trx, step.stored.values.round);
    // What is entered anew is no talk's change.
    return { values: { total: null, moderated: null }, after: () => refresh(step) };
  },
};

/** What the rubric takes from the records of the sheet's unit, as they stand now. */
async function metricsOf(step: StepContext, frozen: Frozen): Promise<Metrics> {
  const [round, unit] = [Number(step.stored.values.round), Number(step.stored.values.unit)];
  const keys = [...askedFigures(frozen.rubric, sheetOf(step).source).values()];
  const figures = await roundFigures(within(step.trx), round, frozen, keys, [unit]);
  return figureValues(figures.get(unit) ?? {});
}

function refresh({ trx, stored }: StepContext): Promise<void> {
  return refreshResult(trx, Number(stored.values.round), Number(stored.values.unit));
}
