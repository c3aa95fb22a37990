import type { FilingParty, PartyKind } from '@jiedui/shared/filing';
import type { StationLevel, UnitClass } from '@jiedui/shared/programme';
import type { Knex } from 'knex';
import type { Values } from '../write/column-values';

/** Whose filing a record is, with the name it goes by. */
export type Party = { kind: PartyKind; name: string; rule: FilingParty };

const isSet = (value: unknown) => value !== null && value !== undefined;

/** The kinds of party that a filing names; it should be one. */
export function namedParties(values: Values): PartyKind[] {
  return (['unit', 'station', 'department'] as const).filter((kind) => isSet(values[kind]));
}

/** The party of a filing that names one; null where that does not exist. */
export async function partyOf(trx: Knex.Transaction, values: Values): Promise<Party | null> {
  const [kind] = namedParties(values);
  switch (kind) {
    case 'unit': {
      const row = await trx('units').where({ id: values.unit }).first('name', 'unit_class');
      const rule = { per: 'unit' as const, unitClass: row?.unit_class as UnitClass };
      return row ? { kind, name: String(row.name), rule } : null;
    }
    case 'station': {
      const row = await trx('stations').where({ id: values.station }).first('name', 'level');
      const rule = { per: 'station' as const, level: row?.level as StationLevel };
      return row ? { kind, name: String(row.name), rule } : null;
    }
    case 'department': {
      const row = await trx('departments').where({ id: values.department }).first('name');
      return row ? { kind, name: String(row.name), rule: { per: 'department' } } : null;
    }
    default:
      return null;
  }
}
