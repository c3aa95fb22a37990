import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fieldError } from '@jiedui/shared/model';
import type { Context } from 'koa';
import { DoneBefore, type RequestKey, requireNew } from '../write/request-keys';
import { Refusal } from './errors';

const HEADER = 'idempotency-key';
const FORM = /^[\w-]{8,64}$/;

type SentFile = { filepath: string; originalFilename?: string | null };

/**
 * Does a write once, however often its request comes with the same `Idempotency-Key`; answers the record's address.
 * The revision of `If-Match` does not count: a repeated request still has the one from before its own write.
 */
export async function once(
  ctx: Context,
  actorId: number,
  work: (request: RequestKey | null) => Promise<string>,
): Promise<string> {
  const request = await requestKeyOf(ctx, actorId);
  if (!request) return work(null);
  try {
    await requireNew(request);
    // A write that fails may do so because the request before it has come through meanwhile.
    return await work(request).catch(async (error: unknown) => {
      await requireNew(request);
      throw error;
    });
  } catch (error) {
    if (error instanceof DoneBefore) return error.documentId ?? String(ctx.params.id);
    throw error;
  }
}

async function requestKeyOf(ctx: Context, actorId: number): Promise<RequestKey | null> {
  const key = ctx.get(HEADER);
  if (!key) return null;
  if (!FORM.test(key)) {
    const message = {
      zh: '提交编号应为 8 至 64 位字母、数字、“-”或“_”。',
      en: 'The key has 8 to 64 letters, digits, “-” or “_”.',
    };
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['Idempotency-Key'], 'WRONG_TYPE', message)] });
  }
  return { actorId, key, fingerprint: await fingerprintOf(ctx) };
}

async function fingerprintOf(ctx: Context): Promise<string> {
  const { body, files } = ctx.request as {
    body?: unknown;
    files?: Record<string, SentFile | SentFile[]>;
  };
  const hash = createHash('sha256').update(`${ctx.method} ${ctx.path}\n${JSON.stringify(body ?? null)}\n`);
  for (const file of Object.values(files ?? {}).flat()) {
    hash.update(`${file.originalFilename ?? ''}\n`);
    for await (const part of createReadStream(file.filepath)) hash.update(part as Buffer);
  }
  return hash.digest('hex');
}
