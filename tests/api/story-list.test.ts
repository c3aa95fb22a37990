import {
  oneStorySchema,
  storyColumnsSchema,
  storyItemSchema,
  storyListSchema,
} from '@jiedui/shared/story-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { published, reader } from './support/published';

let by: Client;
let make: Builders;
let client: Client;
let column: Rec;
let unit: Rec;
const TAG = unique('标签');
const stories: Rec[] = [];
beforeAll(async () => {
  by = await office();
  make = builders(by);
  ({ client } = await reader(by, make));
  column = await make.column();
  unit = await make.unit();
  const base = { column: column.documentId };
  for (const values of [
    { ...base, unit: unit.documentId },
    { ...base, tags: [TAG] },
    { ...base, goodPractice: true, tags: [TAG] },
  ])
    stories.push((await published(by, make, values)).story);
});

const mine = () => `filters[column][slug][$eq]=${column.slug}`;
const ids = (rows: Rec[]) => rows.map(({ documentId }) => documentId);
const at = (...places: number[]) => places.map((place) => stories[place]?.documentId);

describe('the list', () => {
  it('tells whole stories in the form that is described, the newest first', async () => {
    const answer = await client.get(`/stories?${mine()}`);
    expect(storyListSchema.safeParse(answer.body).error).toBeUndefined();
    expect(storyItemSchema.safeParse(answer.data[0]).error).toBeUndefined();
    expect(ids(answer.data)).toEqual(at(2, 1, 0));
    expect(answer.meta.pagination).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 3 });
  });

  it.each([
    ['sort=releasedAt:asc', [0, 1, 2]],
    ['sort[0]=changedAt:asc', [0, 1, 2]],
    ['pagination[page]=2&pagination[pageSize]=2', [0]],
    ['filters[goodPractice]=true', [2]],
    ['filters[goodPractice][$eq]=false', [1, 0]],
    ['filters[releasedAt][$gt]=2099-01-01T00:00:00Z', []],
    ['filters[changedAt][$gte]=2001-01-01T00:00:00%2B08:00', [2, 1, 0]],
    ['filters[category][code]=none', []],
  ])('by %s', async (query, places) => {
    expect(ids((await client.get(`/stories?${mine()}&${query}`)).data)).toEqual(at(...places));
  });

  it('by any of several tags and columns, whatever signs they are written with', async () => {
    const tags = [unique('引"号'), unique("a'b\\c{d}"), unique('NULL')];
    const rows: Rec[] = [];
    for (const tag of tags) rows.push((await published(by, make, { tags: [tag] })).story);
    const among = (field: string, values: unknown[]) =>
      values.map((value, at) => `filters${field}[$in][${at}]=${encodeURIComponent(String(value))}`).join('&');
    const tagged = await client.get(`/stories?${among('[tags]', tags)}`);
    expect(ids(tagged.data)).toEqual(ids(rows).reverse());
    const slugs = [column.slug, 'nirgends"\\', '{}'];
    expect(ids((await client.get(`/stories?${among('[column][slug]', slugs)}`)).data)).toEqual(at(2, 1, 0));
  });

  it('by what a story belongs to and is tagged with', async () => {
    const ofUnit = await client.get(`/stories?filters[unit][documentId]=${unit.documentId}`);
    expect(ids(ofUnit.data)).toEqual(at(0));
    const tagged = await client.get(`/stories?filters[tags][$in][0]=${encodeURIComponent(TAG)}`);
    expect(ids(tagged.data)).toEqual(at(2, 1));
  });

  it('with chosen fields and parts, and without a count', async () => {
    const query = 'fields[0]=title&fields[1]=text&populate=unit&pagination[withCount]=false';
    const { data, meta } = await client.get(`/stories?${mine()}&${query}`);
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(['documentId', 'id', 'text', 'title', 'unit']);
    expect(data[0]?.text).toBe('居民坐满了活动室。');
    expect(meta.pagination).toEqual({ page: 1, pageSize: 25 });
  });

  it.each([
    ['filters[title]=x', 'filters[title]', 'UNKNOWN_FIELD'],
    ['filters[author][$contains]=x', 'filters[author][$contains]', 'UNKNOWN_FIELD'],
    ['sort=title', 'sort', 'NOT_AN_OPTION'],
    ['fields=password', 'fields', 'NOT_AN_OPTION'],
    ['populate[photos][populate]=consents', 'populate[photos][populate]', 'UNKNOWN_FIELD'],
    ['pagination[pageSize]=101', 'pagination[pageSize]', 'OUT_OF_RANGE'],
    ['status=draft', 'status', 'UNKNOWN_FIELD'],
    ['locale=en', 'locale', 'UNKNOWN_FIELD'],
    ['__proto__=1', '__proto__', 'UNKNOWN_FIELD'],
  ])('refuses %s and names it', async (query, field, code) => {
    const { status, error } = await client.get(`/stories?${query}`);
    expect(status).toBe(400);
    expect(error.details.code).toBe('BAD_QUERY');
    expect(error.details.errors).toMatchObject([{ path: [field], code }]);
  });
});

describe('one story', () => {
  it('is told in the form that is described, with the offset of the district', async () => {
    const answer = await client.get<Rec>(`/stories/${stories[0]?.documentId}?populate=*`);
    expect(oneStorySchema.safeParse(answer.body).error).toBeUndefined();
    expect(answer.data.releasedAt).toMatch(/\+08:00$/);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const head = await client.call('HEAD', `/stories/${stories[0]?.documentId}`);
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('the columns', () => {
  it('are those that the token may read, each with its feeds', async () => {
    const { client: confined } = await reader(by, make, [column.documentId]);
    const answer = await confined.get('/story-columns');
    expect(storyColumnsSchema.safeParse(answer.body).error).toBeUndefined();
    expect(ids(answer.data)).toEqual([column.documentId]);
  });
});
