import { canonicalJson, sha256Hex } from '@jiedui/shared/canonical';
import { fieldError } from '@jiedui/shared/model';
import {
  type Correction,
  type RoundStatistics,
  replayStatistics,
  type UnitInputs,
} from '@jiedui/shared/round';
import type { Rubric } from '@jiedui/shared/rubric';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../guard/errors';
import { FEW_SHEETS } from './few-sheets';
import type { LastResult } from './last-result';

/** What an amendment changes: of which result, for which unit, in which indicator, and to what. */
export type Amendment = { base: LastResult; unitId: number; indicator: string; correction: Correction };

const ready = new LRUCache<string, RoundStatistics>({ max: 20 });

const keyOf = ({ base, unitId, indicator, correction }: Amendment) =>
  sha256Hex(canonicalJson([base.id, unitId, indicator, correction]));

export const isReady = (amendment: Amendment): boolean => ready.has(keyOf(amendment));

export const keepReady = (amendment: Amendment, statistics: RoundStatistics): void => {
  ready.set(keyOf(amendment), statistics);
};

/**
 * The statistics of the corrected inputs within the transaction: those that are ready if they are of this amendment. A
 * few sheets are computed now; with many of them another correction has come in between, and the step is asked again.
 */
export function amendedStatistics(
  amendment: Amendment,
  rubric: Rubric,
  inputs: ReadonlyMap<string, UnitInputs>,
): RoundStatistics {
  const known = ready.get(keyOf(amendment));
  if (known) return known;
  const sheets = [...inputs.values()].reduce((sum, one) => sum + one.sheets.length, 0);
  if (sheets <= FEW_SHEETS) return replayStatistics(rubric, inputs, amendment.base.frozenHash);
  throw new Refusal(422, 'GATE_NOT_MET', { errors: [fieldError(['state'], 'GATE_NOT_MET', CHANGED)] });
}

const CHANGED = {
  zh: '本轮结果刚有更正,统计量需要重新计算,请再办理一次。',
  en: 'The result has just been corrected and the statistics are computed anew; decide once more.',
};
