import type { Actor } from '@jiedui/shared/access';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { MACHINES, stepsFrom } from '@jiedui/shared/workflow';
import { Refusal } from '../guard/errors';
import type { StepContext } from '../guard/steps';
import { FEW_SHEETS } from './few-sheets';
import { readRound } from './summary';
import { finishedTrust, isTrustKnown } from './trust';

/**
 * Computes a round's statistics before it is signed off, so that no transaction lies open meanwhile: whoever else
 * writes would have to wait for it. Inside is only checked that they are of the same sheets.
 */
export async function readyStatistics(actor: Actor, documentId: string): Promise<void> {
  const found = await readRound(actor, documentId).catch(unlessGone);
  if (!found) return;
  const { round, version } = found;
  const publishes = stepsFrom(MACHINES.round, round.state, actor.role).some(([name]) => name === 'publish');
  if (publishes && round.frozenHash !== null) {
    await finishedTrust(version, { ...round, frozenHash: round.frozenHash });
  }
}

/** A round that nobody else sees yet (the demonstration makes one at a stroke) is no other's to wait for either. */
export function unlessGone(error: unknown): null {
  if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
  throw error;
}

/** A large round is signed off by statistics that are ready: those of other sheets are none of this result. */
export async function statisticsGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  const row = await trx('round_versions').where({ round_id: stored.id }).first('version');
  if (isTrustKnown(stored, row?.version)) return [];
  const sheets = await trx('assignments').where({ round_id: stored.id }).count({ count: '*' }).first();
  return Number(sheets?.count) <= FEW_SHEETS ? [] : [fieldError(['state'], 'GATE_NOT_MET', CHANGED)];
}

const CHANGED = {
  zh: '评分表刚有变化,统计量需要重新计算,请再签发一次。',
  en: 'The sheets have just changed and the statistics are computed anew; sign off once more.',
};
