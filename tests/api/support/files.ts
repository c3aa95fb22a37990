import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { inject } from 'vitest';
import type { Answer, Client, Rec } from './client';

/** A real picture, one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export type Upload = { name: string; type: string; content: Buffer };

/** A picture of grey patches that no other test sends. */
export async function patchwork(side = 320): Promise<Buffer> {
  const patches = sharp(randomBytes(100), { raw: { width: 10, height: 10, channels: 1 } });
  return patches.resize(side, side, { kernel: 'cubic' }).png().toBuffer();
}

/** Sends files to a media field, of an activity unless it is said of what. */
export function upload(
  by: Client,
  activity: Rec,
  field: string,
  rev: number,
  files: Upload[],
  plural = 'activities',
): Promise<Answer<Rec>> {
  const form = new FormData();
  for (const { name, type, content } of files) {
    form.append('files', new Blob([new Uint8Array(content)], { type }), name);
  }
  return by.call('POST', `/${plural}/${activity.documentId}/files/${field}`, { raw: form, rev });
}

/** Attaches a picture, or fails with what the server said. */
export async function uploadPicture(
  by: Client,
  activity: Rec,
  field: string,
  plural = 'activities',
  content: Buffer = PICTURE,
): Promise<Rec> {
  const now = await by.get<Rec>(`/${plural}/${activity.documentId}`);
  const picture = { name: '批件.png', type: 'image/png', content };
  const answer = await upload(by, activity, field, now.data.rev, [picture], plural);
  if (answer.status !== 201) throw new Error(`The upload answered ${answer.status}: ${answer.text}`);
  return answer.data;
}

/** What lies in the folder of uploads now. */
export function storedFiles(): string[] {
  return readdirSync(path.join(inject('server').dataDir, 'public/uploads')).sort();
}
