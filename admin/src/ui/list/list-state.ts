import type { CrudSort } from '@refinedev/core';
import { type FilterField, type FilterValues, isWhole, paramsOf } from './filter-field';

export const PAGE_SIZES = [25, 50, 100];
const DEFAULT_SIZE = 25;

/** What a list shows: all of it stands in the address, so a link or a reload shows the same. */
export type ListState = {
  search: string;
  page: number;
  size: number;
  /** null: the list's own order. */
  sort: CrudSort | null;
  filters: FilterValues;
};

const positive = (text: string | null, fallback: number): number => {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : fallback;
};

const readSort = (text: string | null): CrudSort | null =>
  text ? { field: text.replace(/^-/, ''), order: text.startsWith('-') ? 'desc' : 'asc' } : null;

/** Reads the state from an address; what is missing or makes no sense falls back to the default. */
export function readListState(params: URLSearchParams, filters: readonly FilterField[]): ListState {
  const values: FilterValues = {};
  for (const filter of filters) {
    for (const name of paramsOf(filter)) {
      const text = params.get(name) ?? '';
      const chosen = (isWhole(filter) ? [text] : text.split(',')).filter(Boolean);
      if (chosen.length > 0) values[name] = chosen;
    }
  }
  const size = positive(params.get('size'), DEFAULT_SIZE);
  return {
    search: params.get('q') ?? '',
    page: positive(params.get('page'), 1),
    size: PAGE_SIZES.includes(size) ? size : DEFAULT_SIZE,
    sort: readSort(params.get('sort')),
    filters: values,
  };
}

/** Writes the state into a copy of the address, leaving other parameters alone and defaults out. */
export function writeListState(
  params: URLSearchParams,
  state: ListState,
  filters: readonly FilterField[],
): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string) => (value ? next.set(name, value) : next.delete(name));
  put('q', state.search.trim());
  put('page', state.page > 1 ? String(state.page) : '');
  put('size', state.size === DEFAULT_SIZE ? '' : String(state.size));
  put('sort', state.sort ? `${state.sort.order === 'desc' ? '-' : ''}${state.sort.field}` : '');
  for (const name of filters.flatMap(paramsOf)) put(name, (state.filters[name] ?? []).join(','));
  return next;
}

/** A change to what is shown starts at the first page again, unless the page itself was chosen. */
export const changed = (state: ListState, change: Partial<ListState>): ListState => ({
  ...state,
  page: 1,
  ...change,
});

export const isFiltered = (state: ListState): boolean =>
  state.search.trim() !== '' || Object.values(state.filters).some((values) => values.length > 0);
