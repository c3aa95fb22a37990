import { touchExcuses, touchParty } from '../ledger/touched';
import type { Hooks } from './hooks';
import { renames } from './named-hooks';

// What a party counts depends on whom the rules bind, and a pairing's also on the days it lasts; what it is excused from
// depends on where it lies besides.

type Party = 'pairing' | 'unit' | 'station';

const arrives = (per: Party): Required<Pick<Hooks, 'inserted'>> => ({
  async inserted(trx, rows) {
    touchExcuses(
      trx,
      per,
      rows.map(({ id }) => id),
    );
  },
});

export const pairingHooks: Hooks = {
  ...arrives('pairing'),
  async updated(trx, { id, values }, before) {
    touchParty(trx, 'pairing', id);
    // What it agreed goes with it, from its former ends to the new ones.
    for (const per of ['unit', 'station'] as const)
      if (before[per] !== values[per] && before[per]) touchParty(trx, per, Number(before[per]));
  },
};

export const unitHooks: Hooks = {
  ...arrives('unit'),
  async updated(trx, { id, values }, before, written) {
    await renames('unit').updated(trx, { id, values }, before, written);
    if (values.unitClass === before.unitClass) return;
    touchParty(trx, 'unit', id);
    const pairings = await trx('pairings').where({ unit_id: id }).select('id');
    for (const pairing of pairings) touchParty(trx, 'pairing', Number(pairing.id));
  },
};

export const stationHooks: Hooks = {
  ...arrives('station'),
  async updated(trx, { id, values }, before, written) {
    await renames('station').updated(trx, { id, values }, before, written);
    if (values.level !== before.level) touchParty(trx, 'station', id);
    if (values.town === before.town) return;
    const pairings = await trx('pairings').where({ station_id: id }).select('id');
    touchExcuses(trx, 'station', [id]);
    touchExcuses(
      trx,
      'pairing',
      pairings.map((pairing) => Number(pairing.id)),
    );
  },
};
