import type { Words } from '../text';
import { overlaps } from './overlaps';

/** What two activities that share time may both need. */
export const CLASH_REASONS = ['venue', 'unitContact', 'stationContact', 'firstAidOfficer'] as const;
export type ClashReason = (typeof CLASH_REASONS)[number];

export const CLASH_WORDS: Record<ClashReason, Words> = {
  venue: { zh: '地点相同', en: 'the same venue' },
  unitContact: { zh: '单位联系人相同', en: 'the same contact of the unit' },
  stationContact: { zh: '阵地联系人相同', en: 'the same contact of the site' },
  firstAidOfficer: { zh: '急救备勤人员相同', en: 'the same first-aid officer' },
};

/** What is asked of an activity; parties by any key that tells them apart, contacts of its pairing. */
export type ClashFacts = {
  startsAt: string;
  endsAt: string;
  state?: unknown;
  unit: string | number;
  station: string | number;
  venue?: string | null;
  unitContact?: string | null;
  stationContact?: string | null;
  firstAidOfficer?: string | null;
};

// Written by hand: with blanks or without, in full width or half.
const plain = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();

const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  plain(a) !== '' && plain(a) === plain(b);

const isOff = ({ state }: ClashFacts): boolean => state === 'cancelled';

/**
 * What two activities both need at one time, empty when they do not meet or one is cancelled: the venue of one site, or
 * a person. People are told apart by name within their unit or site only, since two of one name elsewhere are mostly
 * two (ours). Throws RangeError for a malformed instant.
 */
export function clashReasons(a: ClashFacts, b: ClashFacts): ClashReason[] {
  if (isOff(a) || isOff(b) || !overlaps(a, b)) return [];
  const sameStation = a.station === b.station;
  const sameUnit = a.unit === b.unit;
  const shared: Record<ClashReason, boolean> = {
    venue: sameStation && same(a.venue, b.venue),
    unitContact: sameUnit && same(a.unitContact, b.unitContact),
    stationContact: sameStation && same(a.stationContact, b.stationContact),
    firstAidOfficer: (sameUnit || sameStation) && same(a.firstAidOfficer, b.firstAidOfficer),
  };
  return CLASH_REASONS.filter((reason) => shared[reason]);
}

/** The others that an activity clashes with, each with the reasons, in their order. */
export const clashes = <T extends ClashFacts>(
  activity: ClashFacts,
  others: readonly T[],
): { other: T; reasons: ClashReason[] }[] =>
  others
    .map((other) => ({ other, reasons: clashReasons(activity, other) }))
    .filter(({ reasons }) => reasons.length > 0);
