import { addDays, instantAt } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import type { CrudFilter } from '@refinedev/core';

export const WAITING = { kind: 'waiting', field: 'waiting', label: { zh: '待办', en: 'Waiting' } } as const;
export const PRESENCE = {
  kind: 'presence',
  field: 'filled',
  label: { zh: '是否填写', en: 'Filled in' },
} as const;

/**
 * A filter of a list. Its values stand in the address under the field's name (`?state=planned,held`), a range
 * of the program's own lists under `from` and `to`, any other range under `<field>.from` and `<field>.to`.
 */
export type FilterField =
  | { kind: 'enum' | 'flag' | 'relation' | 'text'; field: string; label?: Words; several?: boolean }
  | { kind: 'days' | 'daySpan' | 'instantSpan' | 'numberSpan'; field: string; label?: Words }
  /** Which fields are filled in and which are empty: `?filled=note,-unit`. */
  | typeof PRESENCE
  /** What the workbench counts and no condition on fields can say; the server knows it by the card's name. */
  | typeof WAITING;

export type FilterValues = Record<string, string[]>;

/** The address parameters of a range's two ends. */
export const endsOf = ({ kind, field }: FilterField): [from: string, to: string] =>
  kind === 'days' ? ['from', 'to'] : [`${field}.from`, `${field}.to`];

const isSpan = (filter: FilterField) => filter.kind === 'days' || filter.kind.endsWith('Span');

/** The address parameters that a filter uses. */
export const paramsOf = (filter: FilterField): string[] => (isSpan(filter) ? endsOf(filter) : [filter.field]);

/** Whether the parameter holds a text, which a comma does not divide. */
export const isWhole = (filter: FilterField): boolean => filter.kind === 'text';

type Operator = 'eq' | 'gte' | 'lte' | 'lt' | 'contains';
const one = (field: string, operator: Operator, value: string | undefined): CrudFilter[] =>
  value ? [{ field, operator, value }] : [];

function conditionsOf(filter: FilterField, values: FilterValues): CrudFilter[] {
  const { field } = filter;
  const chosen = values[field] ?? [];
  const [from, to] = endsOf(filter).map((name) => values[name]?.[0]);
  switch (filter.kind) {
    case 'days':
    case 'daySpan':
    case 'numberSpan':
      return [...one(field, 'gte', from), ...one(field, 'lte', to)];
    case 'instantSpan':
      // The last day counts to its end, on the district's clock.
      return [
        ...one(field, 'gte', from && instantAt(from, '00:00')),
        ...one(field, 'lt', to && instantAt(addDays(to, 1), '00:00')),
      ];
    case 'flag':
      return one(field, 'eq', chosen[0]);
    case 'text':
      return one(field, 'contains', chosen[0]);
    case 'relation':
      return chosen.length > 0 ? [{ field: `${field}.documentId`, operator: 'in', value: chosen }] : [];
    case 'enum':
      return chosen.length > 0 ? [{ field, operator: 'in', value: chosen }] : [];
    case 'presence':
      return chosen.map((name) =>
        name.startsWith('-')
          ? { field: name.slice(1), operator: 'null', value: true }
          : { field: name, operator: 'nnull', value: true },
      );
    case 'waiting':
      return [];
  }
}

/** What the data provider is asked for, given the values in the address. */
export const toCrudFilters = (filters: readonly FilterField[], values: FilterValues): CrudFilter[] =>
  filters.flatMap((filter) => conditionsOf(filter, values));
