import { FILING_METRICS } from '@jiedui/shared/filing';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Rubric, SourceCode } from '@jiedui/shared/rubric';
import {
  askedFigures,
  checkEntries,
  type Entries,
  missingEntries,
  pinFigures,
  scoreSheet,
} from '@jiedui/shared/scoring';
import { unitMetrics } from '../filing/figures';
import type { Effects, StepContext } from '../guard/steps';
import { calibrationFirst, tellIfAllIn } from './calibrate';
import { refreshResult } from './results';
import { openRound, openSheet } from './sheet-rubric';

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
    ...wrong.map(({ path, message }) => fieldError(['entries', ...path], 'BAD_INPUT', message)),
  ];
}

export const evaluationEffects: Effects = {
  async submit(step) {
    const { rubric } = await openRound(step.trx, step.stored.values.round);
    const sheet = { ...sheetOf(step), entries: await withFigures(step, rubric) };
    const { total } = scoreSheet(rubric, sheet);
    const after = async () => {
      await refresh(step);
      await tellIfAllIn(step.trx, Number(step.stored.values.round));
    };
    return { values: { total, entries: sheet.entries }, after };
  },
  /** Only while the round takes scores: else its result would change and nobody could mend the sheet. */
  async return(step) {
    await openRound(step.trx, step.stored.values.round);
    return { values: { total: null }, after: () => refresh(step) };
  },
};

/** The sheet's entries with what the rubric takes from the unit's reports, as it stands now. */
async function withFigures(step: StepContext, rubric: Rubric): Promise<Entries> {
  const { entries, source } = sheetOf(step);
  const asked = [...askedFigures(rubric, source).values()].some((metric) =>
    Object.hasOwn(FILING_METRICS, metric),
  );
  if (!asked) return entries;
  return pinFigures(rubric, source, entries, await unitMetrics(step.trx, Number(step.stored.values.unit)));
}

function refresh({ trx, stored }: StepContext): Promise<void> {
  return refreshResult(trx, Number(stored.values.round), Number(stored.values.unit));
}
