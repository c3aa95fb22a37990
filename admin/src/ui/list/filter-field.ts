import type { Words } from '@jiedui/shared/text';
import type { CrudFilter } from '@refinedev/core';

export const WAITING = { kind: 'waiting', field: 'waiting', label: { zh: '待办', en: 'Waiting' } } as const;

/**
 * A filter of a list. Its values stand in the address under the field's name (`?state=planned,held`), a range
 * of days under `from` and `to`.
 */
export type FilterField =
  | { kind: 'enum' | 'flag' | 'relation'; field: string; label?: Words; several?: boolean }
  | { kind: 'days'; field: string; label?: Words }
  /** What the workbench counts and no condition on fields can say; the server knows it by the card's name. */
  | typeof WAITING;

export type FilterValues = Record<string, string[]>;

/** The address parameters that a filter uses. */
export const paramsOf = (filter: FilterField): string[] =>
  filter.kind === 'days' ? ['from', 'to'] : [filter.field];

const one = (field: string, operator: 'eq' | 'gte' | 'lte', value: string | undefined): CrudFilter[] =>
  value ? [{ field, operator, value }] : [];

function conditionsOf(filter: FilterField, values: FilterValues): CrudFilter[] {
  const chosen = values[filter.field] ?? [];
  switch (filter.kind) {
    case 'days':
      return [...one(filter.field, 'gte', values.from?.[0]), ...one(filter.field, 'lte', values.to?.[0])];
    case 'flag':
      return one(filter.field, 'eq', chosen[0]);
    case 'relation':
      return chosen.length > 0
        ? [{ field: `${filter.field}.documentId`, operator: 'in', value: chosen }]
        : [];
    case 'enum':
      return chosen.length > 0 ? [{ field: filter.field, operator: 'in', value: chosen }] : [];
    case 'waiting':
      return [];
  }
}

/** What the data provider is asked for, given the values in the address. */
export const toCrudFilters = (filters: readonly FilterField[], values: FilterValues): CrudFilter[] =>
  filters.flatMap((filter) => conditionsOf(filter, values));
