import { type CrudFilter, type CrudSort, useList } from '@refinedev/core';
import { type Model, populatedAmong } from '../../models/model';
import type { Row } from '../../providers/row';
import type { Column } from './column';
import { type FilterField, toCrudFilters } from './filter-field';
import type { ListState } from './list-state';

type Params = {
  model: Model;
  columns: Column[];
  filterFields: readonly FilterField[];
  /** Holds always, beside what the person filters by. */
  fixed: CrudFilter[];
  /** What the workbench counts under this card's name. */
  waiting: string | undefined;
  state: ListState;
  defaultSort: CrudSort;
};

/** The rows of a list: only the fields its columns show. */
export function useRows({ model, columns, filterFields, fixed, waiting, state, defaultSort }: Params) {
  const names = [...new Set(columns.flatMap((column) => [column.field, ...(column.also ?? [])]))];
  const known = names.filter((name) => model.fields[name]);
  const relations = populatedAmong(model, known);
  const computed = names.filter((name) => !model.fields[name] && model.computed[name]);
  const scalars = known.filter((name) => !relations.includes(name));
  const filters = [...fixed, ...toCrudFilters(filterFields, state.filters)];
  const sorters = [state.sort ?? defaultSort];

  const { query } = useList<Row>({
    resource: model.path,
    filters,
    sorters,
    pagination: { currentPage: state.page, pageSize: state.size },
    meta: {
      fields: [...scalars, 'example', 'rev'],
      ...(relations.length > 0 ? { populate: relations } : {}),
      ...(computed.length > 0 ? { computed } : {}),
      search: state.search,
      waiting,
    },
    errorNotification: false,
    queryOptions: { placeholderData: (previous) => previous },
  });

  return {
    rows: query.data?.data ?? [],
    total: query.data?.total,
    error: query.error,
    isLoading: query.isLoading,
    isFetching: query.isFetching,
    refetch: () => void query.refetch(),
    filters,
    sorters,
  };
}
