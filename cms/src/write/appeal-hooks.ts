import { fieldError } from '@jiedui/shared/model';
import { acceptsEvidence, correctionProblems, lockedAppealFields } from '@jiedui/shared/round';
import { findIndicator } from '@jiedui/shared/rubric';
import type { Knex } from 'knex';
import { sameValue } from '../audit/state';
import { appealedResult, refusedNow, reviewerErrors } from '../evaluation/appeal-facts';
import { inputsBehind, lastResult } from '../evaluation/last-result';
import { frozenInputs } from '../evaluation/sheet-rubric';
import { Refusal } from '../guard/errors';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

/** An appeal goes by its unit and indicator, and is written by the unit, the office and the reviewer in turn. */
export const appealHooks: Hooks = {
  async complete(trx, rows) {
    for (const row of rows) {
      const appealed = await appealedResult(trx, row.unitResult);
      if (!appealed) continue;
      const { round, unit, unitName, appealBy, example } = appealed;
      const { rubric } = await frozenInputs(trx, round, appealed.frozenHash);
      const indicator = findIndicator(rubric, String(row.indicator))?.name ?? row.indicator;
      Object.assign(row, { name: `${unitName} · ${indicator}`, round, unit, appealBy, example });
    }
  },
  async admit(_trx, { state }) {
    if (!acceptsEvidence(state)) throw new Refusal(409, 'STATE_LOCKED');
  },
  async check(trx, values, before) {
    const changed = Object.keys(values).filter(
      (key) => !sameValue(before?.[key] ?? null, values[key] ?? null),
    );
    if (before) {
      const locked = lockedAppealFields(before.state, changed);
      if (locked.length > 0) return locked.map((field) => fieldError([field], 'STATE_LOCKED'));
    }
    const found = await Promise.all([
      changed.includes('unitResult') || changed.includes('indicator') ? checkSubject(trx, values) : [],
      before && values.reviewer && changed.includes('reviewer') ? checkReviewer(trx, values) : [],
      before && values.correction && changed.includes('correction') ? checkCorrection(trx, values) : [],
    ]);
    return found.flat();
  },
};

async function checkSubject(trx: Knex.Transaction, { unitResult, indicator }: Values) {
  const appealed = await appealedResult(trx, unitResult);
  if (!appealed) return [];
  const refused = refusedNow(appealed);
  if (refused.length > 0 || !indicator) return refused;
  const { rubric } = await frozenInputs(trx, appealed.round, appealed.frozenHash);
  const words = { zh: '本轮测评体系中没有这个指标。', en: 'The round has no such indicator.' };
  return findIndicator(rubric, String(indicator)) ? [] : [fieldError(['indicator'], 'NOT_AN_OPTION', words)];
}

const checkReviewer = (trx: Knex.Transaction, { unit, round, reviewer }: Values) =>
  reviewerErrors(trx, { unit: Number(unit), round: Number(round) }, reviewer);

/** A draft of the correction may still be what it was; its shape must be right. */
async function checkCorrection(trx: Knex.Transaction, { round, unit, indicator, correction }: Values) {
  const last = await lastResult(trx, Number(round));
  const { rubric } = await frozenInputs(trx, round, last.frozenHash);
  const [own] = (await inputsBehind(trx, last.id, Number(unit))).values();
  return correctionProblems(rubric, own ?? { sheets: [], metrics: {} }, String(indicator), correction)
    .filter(({ code }) => code !== 'nothingChanged')
    .map(({ path, message }) => fieldError(['correction', ...path], 'BAD_INPUT', message));
}
