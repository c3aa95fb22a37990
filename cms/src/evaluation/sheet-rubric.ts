import { dayOf } from '@jiedui/shared/calendar';
import { acceptsScores, outsideWindow, readWindows } from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { lockToRely } from '../write/row-locks';
import { type Frozen, loadFrozen } from './frozen';

/** The frozen inputs by which a sheet of this round is scored; refuses while the round takes no scores. */
export async function openRound(trx: Knex.Transaction, roundId: unknown): Promise<Frozen> {
  // Whoever closes the round waits for those who are just writing, and they for nobody but that.
  const round = await lockToRely(trx, trx('rounds').where({ id: roundId }).first('state', 'frozen_hash'));
  if (!round || !acceptsScores(round.state)) throw new Refusal(409, 'STATE_LOCKED');
  return frozenInputs(trx, roundId, round.frozen_hash);
}

type Asked = { round?: unknown; source?: unknown; state?: unknown };

/** The same for one sheet, which has besides to be within its source's window. */
export async function openSheet(trx: Knex.Transaction, { round, source, state }: Asked): Promise<Frozen> {
  const row = await trx('rounds').where({ id: round }).first('windows');
  const stored = row?.windows ?? null;
  const windows = readWindows(typeof stored === 'string' ? JSON.parse(stored) : stored) ?? {};
  const outside = outsideWindow(windows, source as SourceCode, state, dayOf(clock().now()));
  const frozen = await openRound(trx, round);
  if (outside) throw new Refusal(409, 'OUTSIDE_WINDOW', { words: outside });
  return frozen;
}

/** The frozen inputs of a round, from its row where this process does not know them yet. */
export function frozenInputs(knex: Knex, roundId: unknown, frozenHash: unknown): Promise<Frozen> {
  return loadFrozen(
    frozenHash,
    async () => (await knex('rounds').where({ id: roundId }).first('frozen'))?.frozen,
  );
}
