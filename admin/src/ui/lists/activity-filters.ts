import type { FilterField } from '../list/filter-field';

/** The filters of the list and of the calendar are the same, so that one leads to the other. */
export const ACTIVITY_FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'category', several: true },
  { kind: 'relation', field: 'unit' },
  { kind: 'relation', field: 'station' },
];

export const LIST_FILTERS: readonly FilterField[] = [
  ...ACTIVITY_FILTERS,
  { kind: 'relation', field: 'indicators', several: true },
  { kind: 'days', field: 'day' },
];
