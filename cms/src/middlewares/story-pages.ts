import { STORIES_PATH } from '@jiedui/shared/story';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { Refusal } from '../guard/errors';
import { problemPage } from '../story/pages/problem-page';
import { PAGES } from '../story/pages/routes';
import { PAGE_POLICY } from '../story/pages/style';
import { headNow } from '../story/read/head';
import { keptAnswer } from '../story/read/kept';
import { originOf } from '../story/read/request';
import { FOR_ALL, send } from '../story/read/send';

const BELOW = /^\/read(\/|$)/;
const TYPE = 'text/html; charset=utf-8';
const LAST_PAGE = 1_000;

/** The pages of what is out, for everybody and without any script. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next) => {
    if (!BELOW.test(ctx.path) || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    if (ctx.path === '/read') {
      ctx.status = 301;
      return ctx.redirect(STORIES_PATH);
    }
    ctx.set('Content-Security-Policy', PAGE_POLICY);
    try {
      await answer(ctx);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        strapi.log.error(error);
        throw error;
      }
      for (const name of ['ETag', 'Last-Modified']) ctx.remove(name);
      ctx.set('Cache-Control', 'no-store');
      ctx.status = error.status === 410 ? 410 : 404;
      ctx.set('Content-Type', TYPE);
      ctx.body = problemPage(error.status === 410 ? 'gone' : 'unknown');
    }
  };

async function answer(ctx: Context): Promise<void> {
  for (const { at, draw, paged } of PAGES) {
    const parts = at.exec(ctx.path);
    if (!parts) continue;
    const asked = { origin: originOf(ctx), part: parts[1] ?? '', page: paged ? pageOf(ctx) : 1 };
    // Networks hang words of their own on an address that is passed on: they make no other page of it.
    const key = `${asked.origin} ${ctx.path} ${asked.page}`;
    const make = async () => ({ type: TYPE, body: await draw(asked) });
    return send(ctx, key, await keptAnswer(key, await headNow(), make), FOR_ALL);
  }
  throw new Refusal(404, 'NOT_FOUND');
}

function pageOf(ctx: Context): number {
  const asked = new URLSearchParams(ctx.querystring).get('page');
  const page = asked === null ? 1 : Number(asked);
  if (!Number.isInteger(page) || page < 1 || page > LAST_PAGE) throw new Refusal(404, 'NOT_FOUND');
  return page;
}
