import { acceptsScores } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { type Frozen, readFrozen } from './frozen';

/** The frozen inputs by which a sheet of this round is scored; refuses while the round takes no scores. */
export async function openRound(trx: Knex.Transaction, roundId: unknown): Promise<Frozen> {
  const round = await trx('rounds').where({ id: roundId }).first('state', 'frozen', 'frozen_hash');
  if (!round || !acceptsScores(round.state)) throw new Refusal(409, 'STATE_LOCKED');
  return readFrozen(round.frozen_hash, round.frozen);
}
