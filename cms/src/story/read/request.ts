import { type QueryOf, type QuerySchema, readQuery } from '@jiedui/shared/story-api';
import type { Context } from 'koa';
import { readEnvironment } from '../../environment';
import { Refusal } from '../../guard/errors';

/** The longest address that is looked at. */
export const LONGEST_URL = 4_000;

const HOST = /^[a-z0-9.:[\]-]{1,255}$/i;

/** Where readers reach this server: as it is set, else as they have just done. */
export function originOf(ctx: Context): string {
  const { publicUrl } = readEnvironment();
  if (publicUrl) return publicUrl;
  if (!HOST.test(ctx.host)) throw new Refusal(400, 'BAD_QUERY');
  return `${ctx.protocol}://${ctx.host}`;
}

/** The parameters of a request, or a refusal that names each wrong one. */
export function queryOf<S extends QuerySchema>(schema: S, ctx: Context): QueryOf<S> {
  const read = readQuery(schema, new URLSearchParams(ctx.querystring));
  if ('errors' in read) throw new Refusal(400, 'BAD_QUERY', { errors: read.errors });
  return read.query;
}

/** What one who may read only some columns sees; `all` for those who are confined to none. */
export type Scope = 'all' | readonly number[];

export const scopeOf = ({ columns }: { columns: readonly number[] | null }): Scope => columns ?? 'all';
