import type { CrudFilter, CrudOperators, CrudSort, LogicalFilter, Pagination } from '@refinedev/core';

/** The largest page the server gives. */
export const MAX_PAGE = 100;

const OPERATORS: Partial<Record<CrudOperators, string>> = {
  eq: '$eq',
  ne: '$ne',
  in: '$in',
  nin: '$notIn',
  lt: '$lt',
  lte: '$lte',
  gt: '$gt',
  gte: '$gte',
  contains: '$containsi',
  containss: '$contains',
  startswiths: '$startsWith',
  null: '$null',
  nnull: '$notNull',
};

type Json = { [key: string]: unknown };

/** `unit.documentId` and a condition → `{ unit: { documentId: condition } }`. */
const nest = (field: string, condition: Json): Json =>
  field.split('.').reduceRight<Json>((inner, key) => ({ [key]: inner }), condition);

function toCondition(filter: CrudFilter): Json {
  if (filter.operator === 'or' || filter.operator === 'and') {
    return { [`$${filter.operator}`]: filter.value.map(toCondition) };
  }
  const operator = OPERATORS[filter.operator];
  if (!operator) throw new RangeError(`The API has no operator for "${filter.operator}"`);
  const { field, value } = filter as LogicalFilter;
  return nest(field, { [operator]: operator === '$null' || operator === '$notNull' ? true : value });
}

/** Filters of Refine as the API's `filters`; each is one entry of `$and`. Throws RangeError for an operator the API lacks. */
export function toFilters(filters: readonly CrudFilter[]): Json | undefined {
  return filters.length > 0 ? { $and: filters.map(toCondition) } : undefined;
}

export const toSort = (sorters: readonly CrudSort[]): string[] =>
  sorters.map(({ field, order }) => `${field}:${order}`);

type ListParams = { filters?: CrudFilter[]; sorters?: CrudSort[]; pagination?: Pagination };

/** What a list or a record may be asked for beside the filters. */
export type ReadMeta = {
  fields?: unknown;
  populate?: unknown;
  search?: unknown;
  waiting?: unknown;
  computed?: unknown;
  /** Up to how many rows are read, page after page, where a list is needed whole. */
  whole?: number;
};

export type ListQuery = Json & { pagination: { page: number; pageSize: number } };

/** The query of a list: always with a page, so that the server never decides how much to send. */
export function toListQuery(
  { filters = [], sorters = [], pagination }: ListParams,
  meta: ReadMeta = {},
): ListQuery {
  return {
    ...toReadQuery(meta),
    _q: typeof meta.search === 'string' ? meta.search.trim() || undefined : undefined,
    waiting: typeof meta.waiting === 'string' ? meta.waiting : undefined,
    filters: toFilters(filters),
    sort: sorters.length > 0 ? toSort(sorters) : undefined,
    pagination: {
      page: pagination?.currentPage ?? 1,
      pageSize: Math.min(pagination?.pageSize ?? 25, MAX_PAGE),
    },
  };
}

export const toReadQuery = ({ fields, populate, computed }: ReadMeta): Json => ({
  fields,
  populate,
  computed,
});

/** Splits a list into pieces of at most `size`. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += size) pieces.push(items.slice(at, at + size));
  return pieces;
}
