import { type Actor, scopeOf } from '@jiedui/shared/access';
import type { Attribute } from '@jiedui/shared/model';
import { type Dialect, filterParam, fromColumn } from './codec';
import { type Model, modelOf } from './model';
import type { Condition, Filter, LinkCondition, ListQuery, Search } from './query';
import { bothOf, type Sql, scopeSql } from './scope-sql';

/** A compiled list: one statement for the page with its total, one for the total alone, and how rows become records. */
export type Select = {
  /** Where the query asks for the total, it stands behind the columns of every row. */
  page: Sql;
  count: Sql;
  toRecord: (row: readonly unknown[]) => Record<string, unknown>;
};

type Target = { model: Model; alias: string };
type Output = { key: string; attribute: Attribute };

/** What a record that points at another one says of it, whoever reads it. */
const NAMING = ['id', 'documentId'];

const ID: Attribute = { type: 'integer' };
const TEXT: Attribute = { type: 'string' };
const INSTANT: Attribute = { type: 'datetime' };

/** The column of a field, with those that every row has. */
export function columnOf(model: Model, field: string): { column: string; attribute: Attribute } {
  if (field === 'id') return { column: 'id', attribute: ID };
  if (field === 'documentId') return { column: 'document_id', attribute: TEXT };
  if (field === 'createdAt') return { column: 'created_at', attribute: INSTANT };
  if (field === 'updatedAt') return { column: 'updated_at', attribute: INSTANT };
  const found = model.columns.get(field);
  if (!found) throw new Error(`${model.resource} has no column for ${field}`);
  // Quoted, because a field may be called `order`.
  return { column: `"${found.column}"`, attribute: found.attribute };
}

/** Compiles a checked query into SQL; `scope` is the condition that the guard adds. */
export function compileSelect(
  model: Model,
  query: ListQuery,
  scope: Sql | null,
  actor: Actor,
  dialect: Dialect,
): Select {
  const tables = new Joins(model, actor);
  const { condition, params } = conditionOf(tables, query, scope, dialect);
  // The total needs the tables that the condition follows, not those that are only shown.
  const countJoins = tables.sql();
  const order = orderSql(query, tables);
  const pageJoins = tables.sql();
  const outputs = outputsOf(tables, query);
  const count = {
    text: `SELECT count(*) AS n FROM ${model.table} t${countJoins}${whereOf(condition)}`,
    params,
  };
  // The total comes with the page: a second statement would cost a second way to the database and back.
  const total = query.withCount ? [`(${count.text}) AS total`] : [];
  const shown = outputs.flatMap((group) => group.columns);
  const columns = [...shown.map(({ text }) => text), ...total].join(', ');
  // The page is found by its row ids first: sorting a scope's rows whole, with all their columns and
  // relations, costs many times as much as sorting ids and reading one page.
  const ids = `SELECT t.id AS page_id FROM ${model.table} t${pageJoins}${whereOf(condition)} ORDER BY ${order.text} LIMIT ? OFFSET ?`;
  return {
    page: {
      text: `SELECT ${columns} FROM (${ids}) p JOIN ${model.table} t ON t.id = p.page_id${tables.sql()} ORDER BY ${order.text}`,
      params: [
        ...shown.flatMap((column) => column.params),
        ...(query.withCount ? params : []),
        ...params,
        ...order.params,
        query.pageSize,
        (query.page - 1) * query.pageSize,
        ...order.params,
      ],
    },
    count,
    toRecord: recordMaker(outputs),
  };
}

/** The condition of a query with its scope, for aggregates that select something else. */
export function whereSql(model: Model, query: ListQuery, scope: Sql | null, actor: Actor, dialect: Dialect) {
  const tables = new Joins(model, actor);
  const { condition, params } = conditionOf(tables, query, scope, dialect);
  return { joins: tables.sql(), condition: condition || '1 = 1', params };
}

const whereOf = (condition: string) => (condition ? ` WHERE ${condition}` : '');

/** The related tables that a statement needs, each once. */
class Joins {
  readonly #model: Model;
  readonly #actor: Actor;
  readonly #targets = new Map<string, Target>();

  constructor(model: Model, actor: Actor) {
    this.#model = model;
    this.#actor = actor;
  }

  /**
   * Which rows of a related table the actor reads more of than what they are called: those of the type's own scope.
   * Null where nothing is held back, or the role has no scope of rows there.
   */
  reach(via: string | null, field: string): Sql | null {
    if (via === null) return null;
    const { model, alias } = this.at(via);
    if (NAMING.includes(field) || field === model.titleField) return null;
    const scope = scopeOf(this.#actor.role, 'read', model.resource);
    return scope === null || scope === 'all' ? null : scopeSql(model, scope, this.#actor, alias);
  }

  /** A field as it is shown and sorted by: empty in rows out of reach. */
  column(via: string | null, field: string): Sql {
    const { model, alias } = this.at(via);
    const name = `${alias}.${columnOf(model, field).column}`;
    const reach = this.reach(via, field);
    return reach
      ? { text: `CASE WHEN ${reach.text} THEN ${name} END`, params: reach.params }
      : { text: name, params: [] };
  }

  at(via: string | null): Target {
    if (via === null) return { model: this.#model, alias: 't' };
    const known = this.#targets.get(via);
    if (known) return known;
    const target = {
      model: modelOf(this.#model.relations.get(via)?.target ?? ''),
      alias: `r${this.#targets.size}`,
    };
    this.#targets.set(via, target);
    return target;
  }

  sql(): string {
    return [...this.#targets]
      .map(([name, { model, alias }]) => {
        const column = this.#model.relations.get(name)?.column;
        return ` LEFT JOIN ${model.table} ${alias} ON ${alias}.id = t."${column}"`;
      })
      .join('');
  }
}

function conditionOf(tables: Joins, query: ListQuery, scope: Sql | null, dialect: Dialect) {
  const where = [
    ...(scope ? [scope] : []),
    ...query.filters.map((filter) => filterSql(filter, tables, dialect)),
    ...(query.search ? [searchSql(tables.at(null).model, query.search, dialect)] : []),
  ];
  // Without any condition there is no WHERE at all: `WHERE 1 = 1` costs SQLite its short way to count(*).
  const condition = where.map((part) => part.text).join(' AND ');
  return { condition, params: where.flatMap((part) => part.params) };
}

type OutputGroup = { relation: string | null; columns: Sql[]; outputs: Output[] };

function outputsOf(tables: Joins, query: ListQuery): OutputGroup[] {
  const group = (relation: string | null, target: Target, fields: string[]): OutputGroup => {
    const wanted = [...new Set(['id', 'documentId', ...fields])];
    const outputs = wanted.map((key) => ({ key, attribute: columnOf(target.model, key).attribute }));
    const columns = wanted.map((key) => tables.column(relation, key));
    return { relation, columns, outputs };
  };
  return [
    group(null, tables.at(null), query.fields),
    ...query.populate.map(({ relation, fields }) => group(relation, tables.at(relation), fields)),
  ];
}

function recordMaker(groups: OutputGroup[]): Select['toRecord'] {
  let width = 0;
  const placed = groups.map((group) => {
    const start = width;
    width += group.outputs.length;
    return { ...group, start };
  });
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const { relation, outputs, start } of placed) {
      // A related row that is not there comes as a row of nulls, its id among them.
      if (relation !== null && row[start] === null) record[relation] = null;
      else if (relation === null) fill(record, outputs, row, start);
      else record[relation] = fill({}, outputs, row, start);
    }
    return record;
  };
}

function fill(
  target: Record<string, unknown>,
  outputs: Output[],
  row: readonly unknown[],
  start: number,
): Record<string, unknown> {
  for (let at = 0; at < outputs.length; at += 1) {
    const output = outputs[at] as Output;
    target[output.key] = fromColumn(output.attribute, row[start + at]);
  }
  return target;
}

function orderSql(query: ListQuery, tables: Joins): Sql {
  const parts = query.sort.map(({ via, field, descending }) => {
    const { text, params } = tables.column(via, field);
    return { text: `${text}${descending ? ' DESC' : ''}`, params };
  });
  // Equal rows must keep their order from page to page; it follows the last direction so an index serves both.
  const last = query.sort.at(-1);
  return {
    text: [...parts.map(({ text }) => text), `t.id${last?.descending ? ' DESC' : ''}`].join(', '),
    params: parts.flatMap(({ params }) => params),
  };
}

function filterSql(filter: Filter, tables: Joins, dialect: Dialect): Sql {
  if ('and' in filter) return joinConditions(filter.and, ' AND ', tables, dialect, '1 = 1');
  if ('or' in filter) return joinConditions(filter.or, ' OR ', tables, dialect, '1 = 0');
  if ('not' in filter) {
    const inner = filterSql(filter.not, tables, dialect);
    return {
      text: `NOT COALESCE((${inner.text}), ${dialect === 'sqlite' ? '0' : 'false'})`,
      params: inner.params,
    };
  }
  if ('link' in filter) return linkSql(filter, tables.at(null).model);
  // A filter on what is out of reach would tell it.
  const reach = tables.reach(filter.via, filter.field);
  const condition = conditionSql(filter, tables, dialect);
  return reach ? bothOf(reach, { ...condition, text: `(${condition.text})` }) : condition;
}

function linkSql({ link, documentIds, some }: LinkCondition, model: Model): Sql {
  const field = model.links.get(link);
  if (!field) throw new Error(`${model.resource} has no to-many relation ${link}`);
  const { table, own, other, target } = field;
  const related = documentIds
    ? ` JOIN ${modelOf(target).table} o ON o.id = l."${other}" AND o.document_id IN (${documentIds.map(() => '?').join(', ') || 'NULL'})`
    : '';
  const text = `${some ? '' : 'NOT '}EXISTS (SELECT 1 FROM "${table}" l${related} WHERE l."${own}" = t.id)`;
  return { text, params: documentIds ?? [] };
}

function joinConditions(filters: Filter[], by: string, tables: Joins, dialect: Dialect, empty: string): Sql {
  if (filters.length === 0) return { text: empty, params: [] };
  const parts = filters.map((filter) => filterSql(filter, tables, dialect));
  return {
    text: `(${parts.map((part) => part.text).join(by)})`,
    params: parts.flatMap((part) => part.params),
  };
}

const COMPARISONS: Partial<Record<Condition['operator'], string>> = {
  $gt: '>',
  $gte: '>=',
  $lt: '<',
  $lte: '<=',
};

function conditionSql(condition: Condition, tables: Joins, dialect: Dialect): Sql {
  const { model, alias } = tables.at(condition.via);
  const { column, attribute } = columnOf(model, condition.field);
  const name = `${alias}.${column}`;
  const { operator, value } = condition;
  const param = (one: unknown) => filterParam(attribute, one, dialect);
  const comparison = COMPARISONS[operator];
  if (comparison) return { text: `${name} ${comparison} ?`, params: [param(value)] };
  switch (operator) {
    case '$null':
    case '$notNull': {
      const isNull = (operator === '$null') === (String(value) !== 'false');
      return { text: `${name} IS ${isNull ? '' : 'NOT '}NULL`, params: [] };
    }
    case '$in':
    case '$notIn': {
      const list = value as unknown[];
      if (list.length === 0) return { text: operator === '$in' ? '1 = 0' : '1 = 1', params: [] };
      const marks = list.map(() => '?').join(', ');
      return { text: `${name} ${operator === '$in' ? 'IN' : 'NOT IN'} (${marks})`, params: list.map(param) };
    }
    case '$contains':
    case '$containsi':
    case '$startsWith':
      return likeSql(name, attribute, String(value), operator === '$startsWith', dialect);
    case '$ne':
      return value === null
        ? { text: `${name} IS NOT NULL`, params: [] }
        : { text: `(${name} <> ? OR ${name} IS NULL)`, params: [param(value)] };
    default:
      return value === null
        ? { text: `${name} IS NULL`, params: [] }
        : { text: `${name} = ?`, params: [param(value)] };
  }
}

function likeSql(name: string, attribute: Attribute, text: string, start: boolean, dialect: Dialect): Sql {
  const escaped = text.toLowerCase().replace(/[\\%_]/g, (mark) => `\\${mark}`);
  const target = attribute.type === 'json' && dialect === 'postgres' ? `${name}::text` : name;
  return { text: `lower(${target}) LIKE ? ESCAPE '\\'`, params: [`${start ? '' : '%'}${escaped}%`] };
}

/** A text as it may have been typed: as it stands, in half-width, and with Chinese brackets. */
function searchForms(text: string): string[] {
  const half = text.normalize('NFKC');
  return [...new Set([text, half, half.replaceAll('(', '（').replaceAll(')', '）')])];
}

function searchSql(model: Model, { text, fields }: Search, dialect: Dialect): Sql {
  const parts = fields.flatMap((field) => {
    const { column, attribute } = columnOf(model, field);
    return searchForms(text).map((form) => likeSql(`t.${column}`, attribute, form, false, dialect));
  });
  return {
    text: `(${parts.map((part) => part.text).join(' OR ')})`,
    params: parts.flatMap((part) => part.params),
  };
}
