import type { ErrorCode } from '@jiedui/shared/text';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { Refusal, sendRefusal } from '../guard/errors';
import { modelsVersion } from '../modelling/described';

/**
 * Everything that goes wrong below /api leaves here in one shape, with a stable code. What we did not expect
 * is logged whole and told in general words: a stack or a statement is nobody's business. Every answer names the
 * model that it was given by, so that a console that was loaded before learns of a new one.
 */
export default (_config: unknown, { strapi }: { strapi: { log: { error(error: unknown): void } } }) =>
  async (ctx: Context, next: Next) => {
    if (!ctx.path.startsWith('/api/')) return next();
    ctx.set('X-Model-Version', modelsVersion());
    try {
      await next();
      // Strapi's reading of a form answers by itself when a file is over the limit.
      if (ctx.status === 413) sendRefusal(ctx, new Refusal(413, 'FILE_TOO_LARGE'));
      const own = OWN_REFUSALS[ctx.status];
      if (own && !hasCode(ctx.body)) sendRefusal(ctx, new Refusal(ctx.status, own));
      if ((ctx.status === 404 || ctx.status === 405) && !ctx.body)
        sendRefusal(ctx, new Refusal(404, 'NOT_FOUND'));
    } catch (error) {
      const refusal = asRefusal(error);
      if (!refusal) strapi.log.error(error);
      sendRefusal(ctx, refusal ?? new Refusal(500, 'INTERNAL'));
    }
  };

/** Strapi refuses by itself where a route is not ours, and tells no code. */
const OWN_REFUSALS: Record<number, ErrorCode> = { 401: 'SIGN_IN_REQUIRED', 403: 'NOT_ALLOWED' };

const hasCode = (body: unknown): boolean =>
  typeof (body as { error?: { details?: { code?: unknown } } } | null)?.error?.details?.code === 'string';

type Thrown = { status?: number; statusCode?: number; httpCode?: number; name?: string };

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { status, statusCode, httpCode, name } = error as Thrown;
  const code = status ?? statusCode ?? httpCode;
  if (code === 413 || name === 'PayloadTooLargeError') return new Refusal(413, 'BODY_TOO_LARGE');
  if (error instanceof errors.UnauthorizedError) return new Refusal(401, 'SIGN_IN_REQUIRED');
  if (error instanceof errors.ForbiddenError) return new Refusal(403, 'NOT_ALLOWED');
  if (error instanceof errors.NotFoundError) return new Refusal(404, 'NOT_FOUND');
  if (error instanceof errors.ApplicationError) return new Refusal(400, 'BAD_INPUT');
  // The readers of bodies: one of JSON, one of forms.
  if (code === 400) return new Refusal(400, 'BODY_UNREADABLE');
  return null;
}
