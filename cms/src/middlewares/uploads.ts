import type { Context, Next } from 'koa';

/** Uploaded files are only given out by /api/files, guarded like their record. */
export default () => (ctx: Context, next: Next) => {
  if (ctx.path.startsWith('/uploads/') || ctx.path === '/uploads') {
    ctx.status = 404;
    ctx.body = '';
    return;
  }
  return next();
};
