import { touchParty } from '../ledger/touched';
import type { Hooks } from './hooks';

// What a party counts depends on whom the rules bind, and a pairing's also on the days it lasts.

export const pairingHooks: Hooks = {
  async updated(trx, { id }) {
    touchParty(trx, 'pairing', id);
  },
};

export const unitHooks: Hooks = {
  async updated(trx, { id, values }, before) {
    if (values.unitClass === before.unitClass) return;
    touchParty(trx, 'unit', id);
    const pairings = await trx('pairings').where({ unit_id: id }).select('id');
    for (const pairing of pairings) touchParty(trx, 'pairing', Number(pairing.id));
  },
};

export const stationHooks: Hooks = {
  async updated(trx, { id, values }, before) {
    if (values.level !== before.level) touchParty(trx, 'station', id);
  },
};
