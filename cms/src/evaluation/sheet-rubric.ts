import { acceptsScores } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { type Frozen, loadFrozen } from './frozen';

/** The frozen inputs by which a sheet of this round is scored; refuses while the round takes no scores. */
export async function openRound(trx: Knex.Transaction, roundId: unknown): Promise<Frozen> {
  const round = await trx('rounds').where({ id: roundId }).first('state', 'frozen_hash');
  if (!round || !acceptsScores(round.state)) throw new Refusal(409, 'STATE_LOCKED');
  return frozenInputs(trx, roundId, round.frozen_hash);
}

/** The frozen inputs of a round, from its row where this process does not know them yet. */
export function frozenInputs(knex: Knex, roundId: unknown, frozenHash: unknown): Promise<Frozen> {
  return loadFrozen(
    frozenHash,
    async () => (await knex('rounds').where({ id: roundId }).first('frozen'))?.frozen,
  );
}
