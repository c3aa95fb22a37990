import { createReadStream } from 'node:fs';
import type { PictureSize } from '@jiedui/shared/story';
import type { Context } from 'koa';
import { Refusal } from '../../guard/errors';
import { reader } from '../../read/reader';
import { headNow } from './head';
import { forgetPicture, keptKeys, type PictureKind, pictureFile } from './picture-store';
import { FOR_ALL, isUnchanged } from './send';

/** Where the file of a picture lies that may be seen at this moment. */
async function liveFile(key: string): Promise<string> {
  const [row] = await reader().arrays(
    `SELECT p.file, p.live, s.visible FROM released_pictures p
     LEFT JOIN released_stories s ON s.story_id = p.story_id WHERE p.key = ?`,
    [key],
  );
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  if (row[1] && row[2]) return String(row[0]);
  await forgetPicture(key);
  throw new Refusal(410, 'WITHDRAWN');
}

/** Gives out a picture at a size, as long as it is out. Its original is given to nobody. */
export async function sendPicture(ctx: Context, key: string, size: PictureSize): Promise<void> {
  const stored = await liveFile(key);
  const kind: PictureKind = /\bimage\/webp\b/.test(String(ctx.req.headers.accept ?? '')) ? 'webp' : 'jpeg';
  const etag = `"${key}-${size}-${kind}"`;
  ctx.set('Cache-Control', FOR_ALL);
  ctx.set('Vary', 'Accept');
  ctx.set('ETag', etag);
  if (isUnchanged(ctx, etag, Number.POSITIVE_INFINITY)) {
    ctx.status = 304;
    return;
  }
  const { file, bytes } = await pictureFile(key, size, kind, stored);
  // It may have been taken out while it was made.
  await liveFile(key);
  ctx.status = 200;
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.type = `image/${kind}`;
  ctx.length = bytes;
  ctx.body = createReadStream(file);
}

const AT_ONCE = 200;
let swept = -1;

/** Removes what was made of pictures that have been taken out since the last time. */
export async function sweepPictures(): Promise<void> {
  const { position } = await headNow();
  if (position === swept) return;
  const keys = await keptKeys();
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const part = keys.slice(start, start + AT_ONCE);
    const rows = await reader().arrays(
      `SELECT p.key FROM released_pictures p JOIN released_stories s ON s.story_id = p.story_id
       WHERE p.live AND s.visible AND p.key IN (${part.map(() => '?').join(', ')})`,
      part,
    );
    const live = new Set(rows.map(([key]) => String(key)));
    for (const key of part) if (!live.has(key)) await forgetPicture(key);
  }
  swept = position;
}
