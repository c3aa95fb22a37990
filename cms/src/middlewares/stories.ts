import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { Refusal, sendRefusal } from '../guard/errors';
import { consumerTokenOf } from '../story/consumers/auth';
import { LONGEST_URL } from '../story/read/request';
import { CONSUMER_ROUTES, type Handler, PUBLIC_ROUTES } from '../story/read/routes';

/** Where nothing but what is out answers. */
const PUBLIC = /^\/(feeds|media|sitemaps)(\/|$)|^\/sitemap\.xml$/;
/** Only consumers follow what changes: whoever is none hears so. */
const CHANGES = '/api/stories/changes';
const CONSUMERS = /^\/api\/(stories|story-columns)(\/|$)/;

/**
 * What is out, before anything else of Strapi's is asked: its readers are many, and neither sessions nor the console's
 * records have anything to do with them.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next) => {
    const { path } = ctx;
    const routes = PUBLIC.test(path)
      ? PUBLIC_ROUTES
      : CONSUMERS.test(path) && (path === CHANGES || consumerTokenOf(ctx) !== null)
        ? CONSUMER_ROUTES
        : null;
    if (!routes) return next();
    try {
      const [handle, parts] = found(ctx, routes);
      await handle(ctx, parts);
    } catch (error) {
      if (!(error instanceof Refusal)) strapi.log.error(error);
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'INTERNAL');
      for (const name of ['ETag', 'Last-Modified', 'Vary']) ctx.remove(name);
      ctx.set('Cache-Control', 'no-store');
      sendRefusal(ctx, refusal);
    }
  };

function found(ctx: Context, routes: typeof PUBLIC_ROUTES): [Handler, string[]] {
  if (ctx.url.length > LONGEST_URL) throw new Refusal(414, 'ADDRESS_TOO_LONG');
  for (const { at, handle } of routes) {
    const parts = at.exec(ctx.path);
    if (!parts) continue;
    if (ctx.method === 'GET' || ctx.method === 'HEAD') return [handle, parts.slice(1)];
    ctx.set('Allow', 'GET, HEAD');
    throw new Refusal(405, 'METHOD_NOT_ALLOWED');
  }
  throw new Refusal(404, 'NOT_FOUND');
}
