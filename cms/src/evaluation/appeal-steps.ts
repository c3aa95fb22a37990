import { canonicalJson } from '@jiedui/shared/canonical';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { type Correction, correctedInputs, correctionProblems, replayOutcome } from '@jiedui/shared/round';
import { findIndicator } from '@jiedui/shared/rubric';
import type { Effects, StepContext } from '../guard/steps';
import { modelOf } from '../read/model';
import { lockToChange } from '../write/row-locks';
import { type Stored, storedOf } from '../write/store';
import { amendedStatistics } from './amended-statistics';
import { appealedResult, refusedNow, reviewerErrors } from './appeal-facts';
import { countedIn } from './bulletin';
import { inputsBehind, lastResult } from './last-result';
import { unitIds } from './publish';
import { frozenInputs } from './sheet-rubric';
import { tellReviewer, tellUnit } from './tell-appeal';
import { tellCorrected } from './tell-published';
import { type Written, writeResult } from './write-result';

const caseOf = ({ stored: { values } }: StepContext) => ({
  unit: Number(values.unit),
  round: Number(values.round),
});

/** An appeal is filed within its term, against the result that stands. */
export async function appealGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  const appealed = await appealedResult(trx, stored.values.unitResult);
  return appealed ? refusedNow(appealed) : [];
}

/** Whoever decides must be independent still: ties may have changed since they were named. */
export function reviewerGate(step: StepContext): Promise<FieldError[]> {
  return reviewerErrors(step.trx, caseOf(step), step.stored.values.reviewer);
}

/** What has been accepted is for a reviewer to decide, also when the first one gives it back. */
export async function unacceptedGate({ stored }: StepContext): Promise<FieldError[]> {
  const message = { zh: '申诉已受理,须由复核人作出决定。', en: 'It is accepted: a reviewer decides.' };
  return stored.values.acceptedAt ? [fieldError(['state'], 'GATE_NOT_MET', message)] : [];
}

/** What is put in place of the old scores must fit the rubric and be other than they were. */
export async function correctionGate(step: StepContext): Promise<FieldError[]> {
  const { rubric, own } = await whatStands(step);
  const { indicator, correction } = step.stored.values;
  return [
    ...(await reviewerGate(step)),
    ...correctionProblems(rubric, own, String(indicator), correction).map(({ path, message }) =>
      fieldError(['correction', ...path], 'BAD_INPUT', message),
    ),
  ];
}

/** The result that stands and what the unit's part of it was computed from. */
async function whatStands({ trx, stored: { values } }: StepContext) {
  const last = await lastResult(trx, Number(values.round));
  const { rubric } = await frozenInputs(trx, values.round, last.frozenHash);
  const [own] = (await inputsBehind(trx, last.id, Number(values.unit))).values();
  if (!own) throw new Error('A published result without its inputs');
  return { rubric, own };
}

export const appealEffects: Effects = {
  async accept(step) {
    return { after: () => tellReviewer(step) };
  },
  async refuse(step) {
    return { after: (after) => tellUnit(step, after) };
  },
  async uphold(step) {
    return { after: (after) => tellUnit(step, after) };
  },
  /** Computes the round again from the inputs that were frozen, with the corrected entries in place. */
  async amend(step) {
    const { id: result, number, renewed } = await correctedResult(step);
    const after = async (decided: Stored) => {
      await tellUnit(step, decided);
      const { round, unit } = step.stored.values;
      const others = renewed.filter((one) => one !== unit);
      await tellCorrected(step.trx, { round: Number(round), result, number }, others);
    };
    return { values: { result }, after };
  },
  /** Whoever comes next begins anew. */
  async reassign() {
    return { values: { reviewer: null, correction: null, decision: null } };
  },
};

async function correctedResult({ trx, actor, stored }: StepContext): Promise<Written> {
  const { round: roundId, unit: unitId, indicator, correction, decision } = stored.values;
  // Of two corrections at once the second one builds on the first.
  const row = await lockToChange(trx, trx('rounds').where({ id: roundId }).first());
  const round = storedOf(modelOf('round'), row);
  const last = await lastResult(trx, round.id);
  const frozen = await frozenInputs(trx, round.id, last.frozenHash);
  const inputs = await inputsBehind(trx, last.id);
  const ids = await unitIds(trx, round.id);
  const unit = [...ids].find(([, id]) => id === unitId)?.[0] ?? '';
  const own = inputs.get(unit);
  if (!own) throw new Error('A published result without its inputs');
  const code = String(indicator);
  const put = correction as Correction;
  inputs.set(unit, correctedInputs(frozen.rubric, own, code, put));
  const made = {
    round,
    frozen,
    ids,
    units: replayOutcome(frozen, inputs),
    inputs: new Map([...inputs].map(([address, value]) => [address, canonicalJson(value)])),
    counted: countedIn(inputs.values()),
    statistics: amendedStatistics(
      { base: last, unitId: Number(unitId), indicator: code, correction: put },
      frozen.rubric,
      inputs,
    ),
    appeal: stored.id,
  };
  const name = findIndicator(frozen.rubric, code)?.name ?? code;
  const reason = `申诉复核更正(${stored.values.name}):“${name}”,${decision}`;
  return writeResult(trx, made, { actor, action: 'create', reason });
}
