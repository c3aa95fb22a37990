import { type Actor, scopeOf } from '@jiedui/shared/access';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../guard/errors';
import { settings } from '../settings/settings';
import { attachNested, shapeFor } from './attach-nested';
import { withComputed } from './computed';
import { attachMedia } from './media';
import type { Model } from './model';
import { type ListQuery, parseQuery } from './query';
import { dialect, reader } from './reader';
import { bothOf, type Sql, scopeSql } from './scope-sql';
import { compileSelect, type Select } from './select';

export type RecordData = Record<string, unknown> & { id: number; documentId: string };
export type Page = {
  data: RecordData[];
  meta: { pagination: { page: number; pageSize: number; pageCount?: number; total?: number } };
};

/** The scope in which a role reads a type; refuses where it may not read it at all. */
export function readScope(model: Model, actor: Actor) {
  const scope = scopeOf(actor.role, 'read', model.resource);
  if (scope === null) throw new Refusal(403, 'NOT_ALLOWED');
  return scopeSql(model, scope, actor, 't');
}

type Compiled = { query: ListQuery; select: Select };

const LONGEST_KEPT = 2000;

/**
 * Compiled lists by type, role, what the account belongs to, what the office has set, and the text of the query:
 * nothing else decides what is read, so the same request of the same person is not read and compiled again.
 */
const compiled = new LRUCache<string, Compiled>({ max: 2000 });

function compileList(
  model: Model,
  actor: Actor,
  rawQuery: Record<string, unknown>,
  only: Sql | null = null,
): Compiled {
  const scope = bothOf(readScope(model, actor), only);
  return compiledOf(model, actor, parseQuery(model, actor.role, rawQuery), scope);
}

function compiledOf(model: Model, actor: Actor, parsed: ListQuery, scope: Sql | null): Compiled {
  const { query, finish } = withComputed(model, parsed);
  const select = compileSelect(model, query, scope, actor, dialect());
  const toRecord = (row: readonly unknown[]) => finish(select.toRecord(row));
  return { query, select: { ...select, toRecord } };
}

/** One page of the records that the actor may read, in Strapi's shape; `only` narrows beside the query. */
export async function listRecords(
  model: Model,
  actor: Actor,
  rawQuery: Record<string, unknown>,
  only: Sql | null = null,
): Promise<Page> {
  return readPage(model, actor, compileList(model, actor, rawQuery, only));
}

/** The same for a request, whose query is only parsed where this text was not seen before. */
export async function listRequested(
  model: Model,
  actor: Actor,
  request: { querystring: string; query: Record<string, unknown> },
): Promise<Page> {
  const { id, role, unit, station, town, department } = actor;
  const { version } = settings();
  const of = [model.resource, role, id, unit, station, town, department, version];
  const key = [...of, request.querystring].join('|');
  let known = compiled.get(key);
  if (!known) {
    known = compileList(model, actor, request.query);
    if (request.querystring.length < LONGEST_KEPT) compiled.set(key, known);
  }
  return readPage(model, actor, known);
}

async function readPage(model: Model, actor: Actor, { query, select }: Compiled): Promise<Page> {
  const rows = await reader().arrays(select.page.text, select.page.params);
  const data = rows.map(select.toRecord) as RecordData[];
  await attachMedia(model, query.media, data);
  await attachNested(model, query.nested, data, shapeFor(actor.role));
  const { page, pageSize } = query;
  if (!query.withCount) return { data, meta: { pagination: { page, pageSize } } };
  const total = await totalOf(rows, query, select);
  return { data, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
}

/** A page behind the last one has no row that could carry the total. */
async function totalOf(rows: unknown[][], { page }: ListQuery, { count }: Select): Promise<number> {
  const [row] = rows;
  if (row) return Number(row.at(-1));
  if (page === 1) return 0;
  const [counted] = await reader().all(count.text, count.params);
  return Number(counted?.n ?? 0);
}

/** One record that the actor may read; NOT_FOUND for one that is not there or not in scope. */
export async function findRecord(
  model: Model,
  actor: Actor,
  documentId: string,
  rawQuery: Record<string, unknown> = {},
): Promise<RecordData> {
  const scope = readScope(model, actor);
  const { fields, populate, computed } = rawQuery;
  const parsed = parseQuery(model, actor.role, { fields, populate, computed });
  const filters: ListQuery['filters'] = [
    { via: null, field: 'documentId', operator: '$eq', value: documentId },
  ];
  const one: ListQuery = { ...parsed, filters, page: 1, pageSize: 1, withCount: false };
  const { query, select } = compiledOf(model, actor, one, scope);
  const [row] = await reader().arrays(select.page.text, select.page.params);
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  const record = select.toRecord(row) as RecordData;
  await attachMedia(model, query.media, [record]);
  await attachNested(model, query.nested, [record], shapeFor(actor.role));
  return record;
}
