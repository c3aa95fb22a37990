import { z } from 'zod';
import { PICTURE_SIZES } from '../story';
import type { Words } from '../text';
import {
  apiErrorSchema,
  jsonFeedSchema,
  oneStorySchema,
  storyChangesSchema,
  storyColumnsSchema,
  storyListSchema,
} from './answers';
import type { Endpoint, EndpointAnswer } from './endpoint';
import { noQuery, oneStoryQuery, storyChangesQuery, storyListQuery } from './queries';

const JSON_TYPE = 'application/json';

const failed = (status: number, zh: string, en: string): EndpointAnswer => ({
  status,
  type: JSON_TYPE,
  schema: apiErrorSchema,
  description: { zh, en },
});

const UNCHANGED: EndpointAnswer = {
  status: 304,
  description: { zh: '与上次相同。', en: 'The same as before.' },
};
const BAD_QUERY = failed(400, '查询参数有误,逐个列出。', 'The query is wrong; each parameter is named.');
const BAD_CURSOR = failed(
  400,
  '游标不能再用(CURSOR_UNUSABLE):请不带游标从头同步,取完后移除没有再次出现的稿件。',
  'The cursor is of no use any more: start anew without one, and remove whatever does not come again.',
);
const NOT_FOUND = failed(404, '没有,或不在令牌的范围内。', 'There is none, or not for this token.');
const GONE = failed(410, '已撤下。', 'It was taken out.');
const BUSY = failed(503, '处理的图片过多,稍后再取。', 'Too many pictures at once; ask again later.');

const TOO_LONG = failed(414, '网址过长。', 'The address is too long.');

const ofConsumer = [
  UNCHANGED,
  BAD_QUERY,
  TOO_LONG,
  failed(401, '没有令牌,或令牌无效、过期、已停用。', 'No token, or one that is not in force.'),
  failed(429, '超过当日限额。', 'Over the quota of the day.'),
];

const found = (schema: z.ZodType, zh: string, en: string, type = JSON_TYPE): EndpointAnswer => ({
  status: 200,
  type,
  schema,
  description: { zh, en },
});

const other = (type: string, zh: string, en: string): EndpointAnswer => ({
  status: 200,
  type,
  description: { zh, en },
});

export const FEED_TYPES = { json: 'application/feed+json', atom: 'application/atom+xml' } as const;

const slug = z.object({ slug: z.string().regex(/^[A-Za-z0-9_.~-]{1,60}$/) });

const feed = (id: string, path: string, kind: 'json' | 'atom', summary: Words): Endpoint => ({
  id,
  method: 'GET',
  path,
  access: 'public',
  isDated: true,
  summary,
  query: noQuery,
  answers: [
    kind === 'json'
      ? found(jsonFeedSchema, 'JSON Feed 1.1。', 'A JSON Feed 1.1.', FEED_TYPES.json)
      : other(FEED_TYPES.atom, 'Atom 1.0。', 'An Atom 1.0 feed.'),
    UNCHANGED,
    BAD_QUERY,
    TOO_LONG,
  ],
});

const ofColumn = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  params: slug,
  answers: [...endpoint.answers, NOT_FOUND],
});

/** Every address that answers from what is out, for its description and for those who check the server against it. */
export const STORY_ENDPOINTS: readonly Endpoint[] = [
  {
    id: 'listStories',
    method: 'GET',
    path: '/api/stories',
    access: 'consumer',
    isDated: true,
    summary: { zh: '已刊发稿件的列表', en: 'List what is out' },
    query: storyListQuery,
    answers: [found(storyListSchema, '一页稿件。', 'A page of stories.'), ...ofConsumer],
  },
  {
    id: 'storyChanges',
    method: 'GET',
    path: '/api/stories/changes',
    access: 'consumer',
    isDated: true,
    summary: {
      zh: '游标之后的变动,按提交先后;移除的稿件也在其中',
      en: 'What changed after a cursor, in the order of commits, with what was removed',
    },
    query: storyChangesQuery,
    answers: [
      found(storyChangesSchema, '变动和下一个游标。', 'Changes and the next cursor.'),
      ...ofConsumer,
      BAD_CURSOR,
    ],
  },
  {
    id: 'oneStory',
    method: 'GET',
    path: '/api/stories/{id}',
    access: 'consumer',
    isDated: true,
    summary: { zh: '一篇稿件', en: 'One story' },
    params: z.object({ id: z.string().regex(/^[a-z0-9]{1,40}$/) }),
    query: oneStoryQuery,
    answers: [found(oneStorySchema, '稿件。', 'The story.'), ...ofConsumer, NOT_FOUND, GONE],
  },
  {
    id: 'listStoryColumns',
    method: 'GET',
    path: '/api/story-columns',
    access: 'consumer',
    isDated: true,
    summary: { zh: '专栏', en: 'The columns' },
    query: noQuery,
    answers: [found(storyColumnsSchema, '令牌可读的专栏。', 'The columns of the token.'), ...ofConsumer],
  },
  feed('jsonFeed', '/feeds/stories.json', 'json', {
    zh: '全部稿件的 JSON Feed',
    en: 'All stories as JSON Feed',
  }),
  feed('atomFeed', '/feeds/stories.atom', 'atom', { zh: '全部稿件的 Atom', en: 'All stories as Atom' }),
  ofColumn(
    feed('columnJsonFeed', '/feeds/columns/{slug}.json', 'json', {
      zh: '一个专栏的 JSON Feed',
      en: 'A column as JSON Feed',
    }),
  ),
  ofColumn(
    feed('columnAtomFeed', '/feeds/columns/{slug}.atom', 'atom', {
      zh: '一个专栏的 Atom',
      en: 'A column as Atom',
    }),
  ),
  {
    id: 'sitemap',
    method: 'GET',
    path: '/sitemap.xml',
    access: 'public',
    isDated: true,
    summary: { zh: '站点地图的目录', en: 'The index of the sitemap' },
    query: noQuery,
    answers: [other('application/xml', '目录。', 'The index.'), UNCHANGED, BAD_QUERY, TOO_LONG],
  },
  {
    id: 'sitemapPart',
    method: 'GET',
    path: '/sitemaps/{part}.xml',
    access: 'public',
    isDated: true,
    summary: { zh: '站点地图的一部分', en: 'A part of the sitemap' },
    params: z.object({ part: z.string().regex(/^[1-9]\d{0,4}$/) }),
    query: noQuery,
    answers: [
      other('application/xml', '网页地址。', 'Addresses of pages.'),
      UNCHANGED,
      BAD_QUERY,
      TOO_LONG,
      NOT_FOUND,
    ],
  },
  {
    id: 'picture',
    method: 'GET',
    path: '/media/{key}/{size}',
    access: 'public',
    isDated: false,
    summary: { zh: '图片', en: 'A picture' },
    params: z.object({ key: z.string().regex(/^[A-Za-z0-9_-]{21,40}$/), size: z.enum(PICTURE_SIZES) }),
    query: noQuery,
    answers: [
      other('image/webp', '读者接受 WebP 时。', 'Where the reader takes WebP.'),
      other('image/jpeg', '其他情况。', 'Otherwise.'),
      UNCHANGED,
      BAD_QUERY,
      TOO_LONG,
      NOT_FOUND,
      GONE,
      BUSY,
    ],
  },
];
