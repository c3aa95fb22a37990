import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'koa';
import { type Kept, recount } from './kept';

/** Who may keep an answer, and for how long. A withdrawal is everywhere within seconds. */
export const FOR_ALL = 'public, max-age=5, must-revalidate';
export const FOR_ONE = 'private, no-cache';

/** Below this a packet is a packet. */
const WORTH = 1_000;

const SECOND = 1_000;
/** A change that was begun earlier may still be committed by then; until then an answer counts as one second older. */
const SETTLED = 10 * SECOND;

type Coding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Sends a kept answer as the reader takes it, or that nothing has changed. */
export async function send(ctx: Context, key: string, entry: Kept, cacheControl: string): Promise<void> {
  const { res, req } = ctx;
  const coding = entry.identity.length < WORTH ? 'identity' : codingFor(req.headers['accept-encoding']);
  const etag = coding === 'identity' ? `"${entry.hash}"` : `"${entry.hash}-${coding}"`;
  const modified = lastModified(entry.movedAt);
  res.setHeader('Cache-Control', cacheControl);
  res.setHeader('Vary', cacheControl === FOR_ALL ? 'Accept-Encoding' : 'Accept-Encoding, Authorization');
  res.setHeader('ETag', etag);
  res.setHeader('Last-Modified', new Date(modified).toUTCString());
  if (isUnchanged(ctx, etag, modified)) {
    ctx.status = 304;
    return;
  }
  const body = coding === 'identity' ? entry.identity : (entry[coding] ?? (await pack(key, entry, coding)));
  if (coding !== 'identity') res.setHeader('Content-Encoding', coding);
  ctx.status = 200;
  res.setHeader('Content-Type', entry.type);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  ctx.body = body;
}

async function pack(key: string, entry: Kept, coding: 'br' | 'gzip'): Promise<Buffer> {
  const packed = await (coding === 'br' ? brotli(entry.identity, BROTLI) : deflate(entry.identity));
  entry[coding] = packed;
  recount(key, entry);
  return packed;
}

function codingFor(accepted: string | string[] | undefined): Coding {
  if (typeof accepted !== 'string' || accepted === '') return 'identity';
  const refused = new Set<string>();
  const wanted = new Set<string>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...weights] = part.trim().split(/\s*;\s*/);
    (weights.some((weight) => /^q=0(\.0*)?$/.test(weight)) ? refused : wanted).add(name);
  }
  const takes = (name: string) => wanted.has(name) || (wanted.has('*') && !refused.has(name));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

/** `Last-Modified` knows whole seconds only: of one that may not be over, the second before is told. */
function lastModified(movedAt: number): number {
  const second = Math.floor(movedAt / SECOND) * SECOND;
  return Date.now() - movedAt > SETTLED ? second : second - SECOND;
}

/** Whether what the reader has is what would be sent. */
export function isUnchanged(ctx: Context, etag: string, modified: number): boolean {
  const { 'if-none-match': have, 'if-modified-since': since } = ctx.req.headers;
  if (have !== undefined) return have === etag || have === '*' || matches(have, etag);
  return since !== undefined && Date.parse(since) >= modified && Date.now() - modified > SETTLED;
}

const matches = (have: string, etag: string): boolean =>
  have.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
