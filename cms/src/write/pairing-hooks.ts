import { touchPairing } from '../ledger/touched';
import type { Hooks } from './hooks';

/** What a pairing owes and counts depends on the days it lasts. */
export const pairingHooks: Hooks = {
  async updated(trx, { id }) {
    touchPairing(trx, id);
  },
};
