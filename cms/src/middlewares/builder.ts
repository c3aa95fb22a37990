import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { type Copy, copyOf } from '../modelling/builder/copy';
import { enter, isSeated, PANEL_COOKIE, turnAway } from '../modelling/builder/enter';
import { takeOverView } from '../modelling/builder/take-over';

const OWN_COOKIE = `jiedui_builder_${PANEL_COOKIE}`;
const VIEW = /^\/content-manager\/(?:content-types|components)\/([^/]+)\/configuration$/;

/**
 * The way into the throw-away copy: by a link from the console, once, and for nobody else. What is laid out in the
 * copy's panel goes into the draft at once. Does nothing in a server of the real installation.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const copy = copyOf();
  if (!copy) return (_ctx: Context, next: Next) => next();
  return async (ctx: Context, next: Next) => {
    readOwnCookie(ctx);
    if (ctx.path === '/enter') await enter(strapi, ctx, copy);
    else if (!isSeated(ctx, copy)) turnAway(ctx);
    else await next();
    await takeViewOver(strapi, ctx, copy);
    writeOwnCookie(ctx);
  };
};

async function takeViewOver(strapi: Core.Strapi, ctx: Context, copy: Copy): Promise<void> {
  const uid = VIEW.exec(ctx.path)?.[1];
  if (uid && ctx.method === 'PUT' && ctx.status < 300) {
    await takeOverView(strapi, copy, decodeURIComponent(uid));
  }
}

/** A browser sends cookies to every port of a host: under Strapi's own name the real panel's would be lost. */
function readOwnCookie(ctx: Context): void {
  const cookies = (ctx.req.headers.cookie ?? '').split(/;\s*/);
  ctx.req.headers.cookie = cookies
    .filter((cookie) => !cookie.startsWith(`${PANEL_COOKIE}=`) && !cookie.startsWith(`${PANEL_COOKIE}.`))
    .map((cookie) =>
      cookie.startsWith(OWN_COOKIE) ? PANEL_COOKIE + cookie.slice(OWN_COOKIE.length) : cookie,
    )
    .join('; ');
}

function writeOwnCookie(ctx: Context): void {
  const set = ctx.response.get('Set-Cookie') as unknown as string | string[] | undefined;
  if (!set) return;
  ctx.set(
    'Set-Cookie',
    [set]
      .flat()
      .map((cookie) =>
        cookie.startsWith(PANEL_COOKIE) ? OWN_COOKIE + cookie.slice(PANEL_COOKIE.length) : cookie,
      ),
  );
}
