import { mayReadField, type Role } from '@jiedui/shared/access';
import { Refusal } from '../guard/errors';
import { columnsFor, type ReadyColumn } from '../settings/computed-columns';
import { fitsFilter } from './filter-value';
import { findModel, type Model } from './model';
import { mayName, nameField } from './names';
import { columnOf } from './select';
import { isHidden } from './struct';

export const OPERATORS = [
  '$eq',
  '$ne',
  '$in',
  '$notIn',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$contains',
  '$containsi',
  '$startsWith',
  '$null',
  '$notNull',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A condition on a field of the record or, with `via`, of a related one. */
export type Condition = { via: string | null; field: string; operator: Operator; value: unknown };
/** A condition on the records that a to-many relation leads to: by their addresses, or whether there are any. */
export type LinkCondition = { link: string; documentIds: string[] | null; some: boolean };
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Condition | LinkCondition;

export type Sort = { via: string | null; field: string; descending: boolean };
export type Populate = { relation: string; fields: string[] };

/** A text that is looked for in any of the fields. */
export type Search = { text: string; fields: readonly string[] };

export type ListQuery = {
  fields: string[];
  populate: Populate[];
  media: string[];
  /** To-many relations, components and zones. */
  nested: string[];
  filters: Filter[];
  search: Search | null;
  sort: Sort[];
  page: number;
  pageSize: number;
  withCount: boolean;
  computed: ReadyColumn[];
};

const KNOWN_KEYS = [
  'fields',
  'filters',
  'sort',
  'populate',
  'pagination',
  '_q',
  'locale',
  'status',
  'computed',
];
const DEFAULT_PAGE_SIZE = 25;
const MOST_PER_PAGE = 100;
const MOST_CONDITIONS = 60;
const MOST_IN = 200;

type Reading = { model: Model; role: Role; conditions: number };

/**
 * Reads a request's query into the whitelisted part of Strapi's query language. Whatever the type does not
 * have, or the role may not read, answers BAD_QUERY: a filter on a hidden field would tell its value.
 */
export function parseQuery(model: Model, role: Role, query: Record<string, unknown>): ListQuery {
  for (const key of Object.keys(query)) if (!KNOWN_KEYS.includes(key)) bad(key);
  const reading: Reading = { model, role, conditions: 0 };
  const pagination = asRecord(query.pagination ?? {}, 'pagination');
  const { populate, media, nested } = parsePopulate(reading, query.populate);
  return {
    fields: parseFields(reading, model, query.fields),
    populate,
    media,
    nested,
    filters: query.filters === undefined ? [] : parseFilters(reading, query.filters, 'filters', 0),
    search: parseSearch(reading, query._q),
    sort: parseSort(reading, query.sort),
    page: wholeNumber(pagination.page, 1, 1, 1_000_000, 'pagination.page'),
    pageSize: wholeNumber(pagination.pageSize, DEFAULT_PAGE_SIZE, 1, MOST_PER_PAGE, 'pagination.pageSize'),
    withCount: String(pagination.withCount ?? 'true') !== 'false',
    computed: parseComputed(reading, query.computed),
  };
}

function bad(path: string): never {
  const message = { zh: `查询条件不正确:${path}`, en: `The query is not valid: ${path}` };
  throw new Refusal(400, 'BAD_QUERY', { errors: [{ path: path.split('.'), code: 'BAD_QUERY', message }] });
}

function asRecord(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) bad(path);
  return value as Record<string, unknown>;
}

function asList(value: unknown): unknown[] {
  if (typeof value === 'string') return value.split(',');
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [value];
}

function wholeNumber(value: unknown, otherwise: number, min: number, max: number, path: string): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max) bad(path);
  return number;
}

const ROW_FIELDS = ['id', 'documentId', 'createdAt', 'updatedAt'];

function readable({ role }: Reading, model: Model, field: unknown): field is string {
  if (typeof field !== 'string' || !mayReadField(role, model.resource, field)) return false;
  const attribute = model.columns.get(field)?.attribute;
  return attribute ? !isHidden(attribute) : ROW_FIELDS.includes(field);
}

/** The type that a to-one relation leads to, where the role may read the field and name its records. */
function relatedModel({ role }: Reading, model: Model, name: string): Model | null {
  const relation = model.relations.get(name);
  const open = relation && mayReadField(role, model.resource, name) && mayName(role, relation.target);
  return open ? (findModel(relation.target) ?? null) : null;
}

/** Whether a field is a to-many relation, component or zone that the role may read. */
function readableNested({ role, model }: Reading, name: string): boolean {
  const link = model.links.get(name);
  if (!link && !model.parts.has(name)) return false;
  return mayReadField(role, model.resource, name) && (!link || mayName(role, link.target));
}

function parseFields(reading: Reading, model: Model, value: unknown, path = 'fields'): string[] {
  const all = [...model.columns.keys()].filter((field) => readable(reading, model, field));
  if (value === undefined || value === '*') return all;
  return asList(value).map((field) =>
    readable(reading, model, field) ? field : bad(`${path}.${String(field)}`),
  );
}

/** The computed columns that are asked for by name, or with `*` all that the role gets. */
function parseComputed({ model, role }: Reading, value: unknown): ReadyColumn[] {
  if (value === undefined) return [];
  const columns = columnsFor(model, role);
  if (value === '*') return columns;
  const names = [...new Set(asList(value).map(String))];
  return names.map((name) => columns.find((column) => column.name === name) ?? bad(`computed.${name}`));
}

type Populated = Pick<ListQuery, 'populate' | 'media' | 'nested'>;

function parsePopulate(reading: Reading, value: unknown): Populated {
  const populate: Populate[] = [];
  const media: string[] = [];
  const nested: string[] = [];
  if (value === undefined) return { populate, media, nested };
  const plain = typeof value === 'string' || Array.isArray(value);
  const wanted: [string, unknown][] = plain
    ? asList(value).map((name) => [String(name), true])
    : Object.entries(asRecord(value, 'populate')).map(([key, options]) =>
        /^\d+$/.test(key) ? [String(options), true] : [key, options],
      );
  for (const [name, options] of wanted) {
    if (reading.model.media.has(name) && mayReadField(reading.role, reading.model.resource, name)) {
      media.push(name);
      continue;
    }
    if (readableNested(reading, name)) {
      nested.push(name);
      continue;
    }
    const target = relatedModel(reading, reading.model, name);
    if (!target) bad(`populate.${name}`);
    const asked = typeof options === 'object' && options !== null ? asRecord(options, name) : {};
    for (const key of Object.keys(asked)) if (key !== 'fields') bad(`populate.${name}.${key}`);
    const more =
      asked.fields === undefined ? [] : parseFields(reading, target, asked.fields, `populate.${name}.fields`);
    populate.push({ relation: name, fields: [...new Set([nameField(reading.role, target), ...more])] });
  }
  return { populate, media, nested };
}

function parseFilters(reading: Reading, value: unknown, path: string, depth: number): Filter[] {
  if (depth > 4) bad(path);
  return Object.entries(asRecord(value, path)).map(([key, inner]) => {
    const at = `${path}.${key}`;
    if (key === '$and' || key === '$or') {
      const parts = asList(inner).map((part) => ({ and: parseFilters(reading, part, at, depth + 1) }));
      return key === '$and' ? { and: parts } : { or: parts };
    }
    if (key === '$not') return { not: { and: parseFilters(reading, inner, at, depth + 1) } };
    return parseCondition(reading, key, inner, at);
  });
}

function parseCondition(reading: Reading, key: string, inner: unknown, path: string): Filter {
  if (readable(reading, reading.model, key))
    return { and: operations(reading, reading.model, null, key, inner, path) };
  if (reading.model.links.has(key)) return parseLink(reading, key, inner, path);
  const target = relatedModel(reading, reading.model, key);
  if (!target) bad(path);
  const conditions = Object.entries(asRecord(inner, path)).flatMap(([field, operation]) => {
    if (field === '$null' || field === '$notNull')
      return operations(reading, target, key, 'id', { [field]: operation }, path);
    if (!readable(reading, target, field)) bad(`${path}.${field}`);
    return operations(reading, target, key, field, operation, `${path}.${field}`);
  });
  return { and: conditions };
}

/** `filters[teams][documentId][$in]=…`, or `[$null]` and `[$notNull]`: whether there is any. */
function parseLink(reading: Reading, link: string, inner: unknown, path: string): LinkCondition {
  if (!readableNested(reading, link)) bad(path);
  reading.conditions += 1;
  const entries = Object.entries(asRecord(inner, path));
  const [[key, value] = ['', undefined]] = entries;
  if (entries.length !== 1 || reading.conditions > MOST_CONDITIONS) bad(path);
  if (key === '$null' || key === '$notNull') {
    const none = (key === '$null') === (String(value) !== 'false');
    return { link, documentIds: null, some: !none };
  }
  if (key !== 'documentId') bad(`${path}.${key}`);
  const plain = typeof value !== 'object' || value === null || Array.isArray(value);
  const [[operator, asked] = ['', undefined]] = plain ? [['$in', value] as const] : Object.entries(value);
  const some = operator === '$eq' || operator === '$in';
  const list = asList(asked);
  if (!some && operator !== '$ne' && operator !== '$notIn') bad(`${path}.${key}.${operator}`);
  if (list.length > MOST_IN || !list.every((one) => typeof one === 'string')) bad(`${path}.${key}`);
  return { link, documentIds: list as string[], some };
}

function operations(
  reading: Reading,
  model: Model,
  via: string | null,
  field: string,
  inner: unknown,
  path: string,
): Condition[] {
  const plain = typeof inner !== 'object' || inner === null || Array.isArray(inner);
  const { attribute } = columnOf(model, field);
  const entries = plain ? [['$eq', inner] as const] : Object.entries(inner as Record<string, unknown>);
  return entries.map(([operator, value]) => {
    reading.conditions += 1;
    if (!OPERATORS.includes(operator as Operator) || reading.conditions > MOST_CONDITIONS)
      bad(`${path}.${operator}`);
    const many = operator === '$in' || operator === '$notIn';
    const checked = many ? asList(value) : value;
    if (Array.isArray(checked) ? checked.length > MOST_IN || !checked.every(isScalar) : !isScalar(checked))
      bad(path);
    const fits = (one: unknown) => fitsFilter(attribute, operator as Operator, one);
    if (Array.isArray(checked) ? !checked.every(fits) : !fits(checked)) bad(`${path}.${operator}`);
    return { via, field, operator: operator as Operator, value: checked };
  });
}

const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

function parseSearch({ model, role }: Reading, value: unknown): Search | null {
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string' || value.length > 100 || value.includes('\u0000')) bad('_q');
  const text = value.trim();
  const fields = model.searchFields.filter((field) => mayReadField(role, model.resource, field));
  return text ? { text, fields: fields.length > 0 ? fields : ['documentId'] } : null;
}

function parseSort(reading: Reading, value: unknown): Sort[] {
  if (value === undefined) return [];
  return asList(value).map((entry) => {
    const [name = '', direction = 'asc'] = String(entry).split(':');
    if (!/^(asc|desc)$/i.test(direction)) bad(`sort.${String(entry)}`);
    const descending = direction.toLowerCase() === 'desc';
    const [first = '', second] = name.split('.');
    if (second === undefined) {
      if (!readable(reading, reading.model, first)) bad(`sort.${name}`);
      return { via: null, field: first, descending };
    }
    const target = relatedModel(reading, reading.model, first);
    if (!target || !readable(reading, target, second)) bad(`sort.${name}`);
    return { via: first, field: second, descending };
  });
}
