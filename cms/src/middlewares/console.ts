import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Context, Next } from 'koa';
import serve from 'koa-static';

const consoleDir = path.resolve(__dirname, '../../../../admin/dist');
const NOT_CONSOLE =
  /^\/(api|admin|uploads|feeds|media|sitemaps|_health)(\/|$)|^\/(content-manager|content-type-builder|upload|users-permissions|i18n|email)\//;
const YEAR = 365 * 24 * 3600 * 1000;

/**
 * The console: built files (compressed beforehand) under their hashed names for good, and index.html for
 * every address of the console itself.
 */
export default () => {
  const assets = serve(consoleDir, {
    index: false,
    setHeaders: (res, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      res.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR / 1000}, immutable` : 'no-cache');
    },
  });
  return async (ctx: Context, next: Next) => {
    const reads = ctx.method === 'GET' || ctx.method === 'HEAD';
    if (!reads || NOT_CONSOLE.test(ctx.path) || !existsSync(consoleDir)) return next();
    const isFile = path.extname(ctx.path) !== '';
    if (!isFile) ctx.path = '/index.html';
    await assets(ctx, async () => {});
    if (!ctx.body && isFile) return next();
  };
};
