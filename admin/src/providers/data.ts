import type { BaseRecord, DataProvider } from '@refinedev/core';
import type { AxiosRequestConfig } from 'axios';
import qs from 'qs';
import { chunk, type ListQuery, MAX_PAGE, toListQuery, toReadQuery } from './data-query';
import { API_URL, http } from './http';
import { asRow, type Row } from './row';
import { PATIENCE, sendOnce } from './send-once';

export const toAddress = (query: unknown): string =>
  qs.stringify(query, { encodeValuesOnly: true, skipNulls: true });

const withQuery = (path: string, query: unknown) => {
  const address = toAddress(query);
  return address ? `${path}?${address}` : path;
};

/** The record's revision as the header that lets the server notice a change made meanwhile. */
export const ifMatch = (rev: unknown): Record<string, string> =>
  rev === undefined || rev === null ? {} : { 'If-Match': `"${String(rev)}"` };

type Answer = { data: unknown; meta?: { pagination?: { total?: number } } };

// Refine's provider type is generic per call; this is the one place where a record is given the caller's type.
const typed = <T extends BaseRecord>(row: Row | null) => (row ?? {}) as unknown as T;
const rowsOf = (data: unknown) => (Array.isArray(data) ? data.map(asRow).filter((row) => row !== null) : []);

async function get(path: string, query: unknown, signal?: AbortSignal): Promise<Answer> {
  const { data } = await http.get<Answer>(withQuery(path, query), signal ? { signal } : {});
  return data;
}

/** The further pages of a list, one after the other so that the server is not asked for all of them at once. */
async function pagesAfter(first: Answer, path: string, query: ListQuery, most: number, signal?: AbortSignal) {
  const wanted = Math.min(first.meta?.pagination?.total ?? 0, most);
  const { page, pageSize } = query.pagination;
  const rows: Row[] = [];
  for (let next = page + 1; (next - 1) * pageSize < wanted; next += 1) {
    const answer = await get(path, { ...query, pagination: { page: next, pageSize } }, signal);
    rows.push(...rowsOf(answer.data));
  }
  return rows;
}

export const dataProvider = {
  getApiUrl: () => API_URL,

  async getList({ resource, filters, sorters, pagination, meta }) {
    const query = toListQuery({ filters, sorters, pagination }, meta);
    const signal: AbortSignal | undefined = meta?.queryContext?.signal;
    const answer = await get(`/${resource}`, query, signal);
    const further = meta?.whole ? await pagesAfter(answer, `/${resource}`, query, meta.whole, signal) : [];
    const rows = [...rowsOf(answer.data), ...further];
    return {
      data: rows.map((row) => typed(row)),
      total: answer.meta?.pagination?.total ?? rows.length,
      meta: answer.meta,
    };
  },

  async getOne({ resource, id, meta }) {
    const answer = await get(`/${resource}/${id}`, toReadQuery(meta ?? {}), meta?.queryContext?.signal);
    return { data: typed(asRow(answer.data)) };
  },

  async getMany({ resource, ids, meta }) {
    const answers = await Promise.all(
      chunk(ids, MAX_PAGE).map((part) => {
        const filters = [{ field: 'documentId', operator: 'in' as const, value: part }];
        return get(`/${resource}`, toListQuery({ filters, pagination: { pageSize: MAX_PAGE } }, meta));
      }),
    );
    return { data: answers.flatMap((answer) => rowsOf(answer.data)).map((row) => typed(row)) };
  },

  async create({ resource, variables }) {
    const path = `/${resource}`;
    const body = { data: variables };
    const { data } = await sendOnce(`POST ${path} ${JSON.stringify(body)}`, (headers) =>
      http.post<Answer>(path, body, { headers, timeout: PATIENCE }),
    );
    return { data: typed(asRow(data.data)) };
  },

  async update({ resource, id, variables, meta }) {
    // What is populated also comes with the other person's version, should there be a conflict.
    const path = withQuery(`/${resource}/${id}`, toReadQuery(meta ?? {}));
    const body = { data: variables };
    const { data } = await sendOnce(`PUT ${path} ${meta?.rev} ${JSON.stringify(body)}`, (key) =>
      http.put<Answer>(path, body, { headers: { ...ifMatch(meta?.rev), ...key }, timeout: PATIENCE }),
    );
    return { data: typed(asRow(data.data)) };
  },

  async deleteOne({ resource, id, meta }) {
    const body = meta?.reason ? { data: { data: { reason: meta.reason } } } : {};
    await http.delete(`/${resource}/${id}`, { headers: ifMatch(meta?.rev), ...body });
    return { data: typed({ id: String(id), documentId: String(id) }) };
  },

  async custom({ url, method, query, payload, headers, meta }) {
    const config: AxiosRequestConfig = { url: withQuery(url, query), method, headers: headers ?? {} };
    if (payload !== undefined) config.data = payload;
    const signal: AbortSignal | undefined = meta?.queryContext?.signal;
    const { data } = await http.request(signal ? { ...config, signal } : config);
    return { data };
  },
} satisfies DataProvider;
