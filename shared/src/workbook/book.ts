import { nameKey } from './clean';
import type { Option, RelationTarget } from './column';
import type { Draft } from './draft';
import type { PlanInput } from './import-plan';
import type { KnownRecord, StoredValue } from './known';
import { type Named, NameIndex } from './name-index';

const TARGETS = [
  'town',
  'department',
  'category',
  'unit',
  'station',
] as const satisfies readonly RelationTarget[];

/** Everything that rows are worked out against: what exists and what earlier rows bring. */
export type Book = {
  names: Record<RelationTarget, NameIndex>;
  /** Records without a name of their own, by what identifies them. */
  keyed: Record<'pairing' | 'staff' | 'activity', Map<string, Named>>;
  /** Rows that brought a record, by its id: a second row about it is a duplicate. */
  claimed: Map<string, Draft>;
  /** Names that a row with errors would have brought: who names them is told of that row. */
  broken: Record<RelationTarget, Map<string, Draft>>;
  newTowns: { named: Named; from: Draft }[];
  suggestions: Map<string, string[]>;
  venueKinds: readonly Option[];
};

export const textValue = (value: StoredValue | undefined): string | null =>
  typeof value === 'string' ? value : null;

function namedOf(record: KnownRecord): Named {
  const { documentId, name, aliases = [], values } = record;
  const traits = { town: textValue(values.town), level: textValue(values.level) };
  return { id: documentId, isNew: false, name, aliases, traits, record, place: null };
}

const indexOf = (records: readonly KnownRecord[]): NameIndex => {
  const index = new NameIndex();
  for (const record of records) index.add(namedOf(record));
  return index;
};

/** What identifies an activity: site, unit, start and title. */
export const activityKey = (unit: string, station: string, startsAt: string, title: string): string =>
  [unit, station, startsAt, nameKey(title)].join('|');

export const pairingKey = (unit: string, station: string): string => `${unit}|${station}`;

function keyedBy(
  records: readonly KnownRecord[],
  keyOf: (record: KnownRecord) => string,
): Map<string, Named> {
  return new Map(records.map((record) => [keyOf(record), namedOf(record)]));
}

/** The book before the first row. */
export function openBook({ known }: PlanInput, venueKinds: readonly Option[]): Book {
  const fields = ({ values }: KnownRecord, ...names: string[]) =>
    names.map((name) => textValue(values[name]) ?? '');
  return {
    names: Object.fromEntries(TARGETS.map((target) => [target, indexOf(known[target])])) as Book['names'],
    keyed: {
      pairing: keyedBy(known.pairing, (record) => fields(record, 'unit', 'station').join('|')),
      staff: keyedBy(known.staff, (record) => record.name.toLowerCase()),
      activity: keyedBy(known.activity, (record) => {
        const [unit = '', station = '', startsAt = ''] = fields(record, 'unit', 'station', 'startsAt');
        return activityKey(unit, station, startsAt, record.name);
      }),
    },
    claimed: new Map(),
    broken: Object.fromEntries(TARGETS.map((target) => [target, new Map()])) as Book['broken'],
    newTowns: [],
    suggestions: new Map(),
    venueKinds,
  };
}
