import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'koa';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A text that does not change while the server runs, compressed once for everybody. */
export type Packed = { type: string; etag: string; plain: Buffer; gzip: Buffer; br: Buffer };

// The highest takes seconds for a few per cent.
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

export async function pack(type: string, content: string | Buffer): Promise<Packed> {
  const plain = Buffer.from(content);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  const [br, gz] = await Promise.all([brotli(plain, QUALITY), zip(plain)]);
  return { type, etag, plain, gzip: gz, br };
}

/** Answers with it in the smallest form that the reader takes, or that it is as it was. */
export function sendPacked(ctx: Context, packed: Packed, cacheControl: string): void {
  const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity');
  ctx.set('Cache-Control', cacheControl);
  ctx.set('ETag', packed.etag);
  ctx.vary('Accept-Encoding');
  if (namesTag(ctx.get('If-None-Match'), packed.etag)) {
    ctx.status = 304;
    return;
  }
  ctx.type = packed.type;
  if (encoding === 'br' || encoding === 'gzip') ctx.set('Content-Encoding', encoding);
  ctx.body = encoding === 'br' ? packed.br : encoding === 'gzip' ? packed.gzip : packed.plain;
}

/** Whether a list of tags names this one; a proxy that has compressed an answer calls its tag weak. */
function namesTag(header: string, etag: string): boolean {
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
