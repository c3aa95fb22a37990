import { z } from 'zod';
import { STATION_LEVELS, type StationLevel, UNIT_CLASSES, type UnitClass } from '../programme';

/** Who can owe a filing. */
export const PARTY_KINDS = ['unit', 'station', 'department'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Whom a requirement binds, as data: units of these classes, sites of these levels, and lead departments. */
export const appliesToSchema = z.strictObject({
  unitClasses: z.array(z.enum(UNIT_CLASSES)).default([]),
  stationLevels: z.array(z.enum(STATION_LEVELS)).default([]),
  departments: z.boolean().default(false),
});
export type AppliesTo = z.infer<typeof appliesToSchema>;

export type FilingParty =
  | { per: 'unit'; unitClass: UnitClass }
  | { per: 'station'; level: StationLevel }
  | { per: 'department' };

const NOBODY: AppliesTo = { unitClasses: [], stationLevels: [], departments: false };

/** Whom a requirement binds as it is stored; nobody where that cannot be read. */
export function appliesToOf(stored: unknown): AppliesTo {
  const read = appliesToSchema.safeParse(stored);
  return read.success ? read.data : NOBODY;
}

/** Whether the requirement binds the party. */
export function owedBy(appliesTo: AppliesTo, party: FilingParty): boolean {
  switch (party.per) {
    case 'unit':
      return appliesTo.unitClasses.includes(party.unitClass);
    case 'station':
      return appliesTo.stationLevels.includes(party.level);
    case 'department':
      return appliesTo.departments;
  }
}
