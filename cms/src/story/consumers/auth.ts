import type { Context } from 'koa';
import { Refusal } from '../../guard/errors';

/** Who reads the stories by a token. `columns`: the row ids of those it is confined to; null for all. */
export type Consumer = { id: number; documentId: string; name: string; columns: number[] | null };

const BEARER = /^Bearer (jdc_\S+)$/i;

/** The consumer's token of a request; null where it carries none, or that of a session. */
export const consumerTokenOf = (ctx: Context): string | null =>
  BEARER.exec(ctx.req.headers.authorization ?? '')?.[1] ?? null;

/** The consumer whose token a request carries. */
export async function consumerOf(_ctx: Context): Promise<Consumer> {
  throw new Refusal(401, 'SIGN_IN_REQUIRED');
}
