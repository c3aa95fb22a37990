import { PICTURE_SIZES, type PictureSize } from '@jiedui/shared/story';
import { noQuery, oneStoryQuery, storyChangesQuery, storyListQuery } from '@jiedui/shared/story-api';
import type { Context } from 'koa';
import { Refusal } from '../../guard/errors';
import { consumerOf } from '../consumers/auth';
import { atomFeed } from './atom-feed';
import { storyChanges } from './changes';
import { listColumns } from './columns';
import { feedOf } from './feed-rows';
import { type Head, headNow } from './head';
import { jsonFeed } from './json-feed';
import { keptAnswer, type Made } from './kept';
import { listStories } from './list';
import { oneStory } from './one';
import { sendPicture } from './pictures';
import { originOf, queryOf, type Scope, scopeOf } from './request';
import { FOR_ALL, FOR_ONE, send } from './send';
import { sitemapIndex, sitemapPart } from './sitemap';

/** What answers at an address; `parts` are those of the address that differ. */
export type Handler = (ctx: Context, parts: readonly string[]) => Promise<void>;

type Make = (origin: string, parts: readonly string[], ctx: Context) => Promise<Made>;

/** An answer for everybody, kept until anything that is out changes. */
export const forAll =
  (make: Make): Handler =>
  async (ctx, parts) => {
    const origin = originOf(ctx);
    const key = `${origin} ${ctx.url}`;
    const head = await headNow();
    const entry = await keptAnswer(key, head, () => make(origin, parts, ctx));
    return send(ctx, key, entry, FOR_ALL);
  };

type MakeForOne = (asked: {
  ctx: Context;
  scope: Scope;
  head: Head;
  origin: string;
  parts: readonly string[];
}) => Promise<Made>;

/** An answer for a consumer: the same for all who may read the same columns. */
const forConsumer =
  (make: MakeForOne): Handler =>
  async (ctx, parts) => {
    const scope = scopeOf(await consumerOf(ctx));
    const origin = originOf(ctx);
    const key = `${origin} ${scope} ${ctx.url}`;
    const head = await headNow();
    const entry = await keptAnswer(key, head, () => make({ ctx, scope, head, origin, parts }));
    return send(ctx, key, entry, FOR_ONE);
  };

const withoutQuery =
  (make: Make): Make =>
  async (origin, parts, ctx) => {
    queryOf(noQuery, ctx);
    return make(origin, parts, ctx);
  };

const picture: Handler = async (ctx, [key = '', size = '']) => {
  queryOf(noQuery, ctx);
  if (!(PICTURE_SIZES as readonly string[]).includes(size)) throw new Refusal(404, 'NOT_FOUND');
  await sendPicture(ctx, key, size as PictureSize);
};

type Route = { at: RegExp; handle: Handler };

/** What everybody may read. */
export const PUBLIC_ROUTES: readonly Route[] = [
  {
    at: /^\/feeds\/stories\.json$/,
    handle: forAll(withoutQuery(async (origin) => jsonFeed(await feedOf(null), origin))),
  },
  {
    at: /^\/feeds\/stories\.atom$/,
    handle: forAll(withoutQuery(async (origin) => atomFeed(await feedOf(null), origin))),
  },
  {
    at: /^\/feeds\/columns\/([\w.~-]{1,60})\.json$/,
    handle: forAll(withoutQuery(async (origin, [slug = '']) => jsonFeed(await feedOf(slug), origin))),
  },
  {
    at: /^\/feeds\/columns\/([\w.~-]{1,60})\.atom$/,
    handle: forAll(withoutQuery(async (origin, [slug = '']) => atomFeed(await feedOf(slug), origin))),
  },
  { at: /^\/sitemap\.xml$/, handle: forAll(withoutQuery((origin) => sitemapIndex(origin))) },
  {
    at: /^\/sitemaps\/([1-9]\d{0,4})\.xml$/,
    handle: forAll(withoutQuery((origin, [part]) => sitemapPart(Number(part), origin))),
  },
  { at: /^\/media\/([\w-]{21,40})\/([a-z]{1,10})$/, handle: picture },
];

/** What a consumer reads by its token; without one these addresses are the console's. */
export const CONSUMER_ROUTES: readonly Route[] = [
  {
    at: /^\/api\/stories$/,
    handle: forConsumer(async ({ ctx, scope, head, origin }) =>
      listStories(queryOf(storyListQuery, ctx), scope, head, origin),
    ),
  },
  {
    at: /^\/api\/stories\/changes$/,
    handle: forConsumer(async ({ ctx, scope, head, origin }) =>
      storyChanges(queryOf(storyChangesQuery, ctx), scope, head, origin),
    ),
  },
  {
    at: /^\/api\/stories\/([a-z0-9]{1,40})$/,
    handle: forConsumer(async ({ ctx, scope, origin, parts: [id = ''] }) =>
      oneStory(id, queryOf(oneStoryQuery, ctx), scope, origin),
    ),
  },
  {
    at: /^\/api\/story-columns$/,
    handle: forConsumer(async ({ ctx, scope, origin }) => {
      queryOf(noQuery, ctx);
      return listColumns(scope, origin);
    }),
  },
];
