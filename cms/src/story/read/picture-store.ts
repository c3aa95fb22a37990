import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { PICTURE_WIDTHS, type PictureSize, SOCIAL_SIZE } from '@jiedui/shared/story';
import sharp from 'sharp';
import { readEnvironment } from '../../environment';
import { storedFile } from '../../files/fingerprint';
import { Refusal } from '../../guard/errors';

export type PictureKind = 'webp' | 'jpeg';

const folder = (): string => path.join(readEnvironment().dataDir, 'released-pictures');
const folderOf = (key: string): string => path.join(folder(), key);

/** Pictures that are made at once, and that may wait for it: each unfolds to many times its size. */
const AT_ONCE = 2;
const MOST_WAITING = 60;

let busy = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) {
    if (queue.length >= MOST_WAITING) throw new Refusal(503, 'BUSY', { retryAfter: 2 });
    await new Promise<void>((resolve) => queue.push(resolve));
  } else busy += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  }
}

const making = new Map<string, Promise<void>>();

/** The file of a picture at a size, made where it is asked for the first time. */
export async function pictureFile(
  key: string,
  size: PictureSize,
  kind: PictureKind,
  stored: string,
): Promise<{ file: string; bytes: number }> {
  const file = path.join(folderOf(key), `${size}.${kind}`);
  const there = await stat(file).catch(() => null);
  if (there) return { file, bytes: there.size };
  let made = making.get(file);
  if (!made) {
    made = inTurn(() => make(file, size, kind, stored)).finally(() => making.delete(file));
    making.set(file, made);
  }
  await made;
  return { file, bytes: (await stat(file)).size };
}

async function make(file: string, size: PictureSize, kind: PictureKind, stored: string): Promise<void> {
  const original = storedFile(readEnvironment().dataDir, stored);
  if (!(await stat(original).catch(() => null))) throw new Refusal(404, 'NOT_FOUND');
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const whole = sharp(original).rotate();
  const sized =
    size === 'social'
      ? whole.resize({ ...SOCIAL_SIZE, fit: 'cover', position: 'attention' })
      : whole.resize({ width: PICTURE_WIDTHS[size], withoutEnlargement: true });
  const part = `${file}.${process.pid}.part`;
  // A picture with clear parts stands on white in print too.
  const flat = sized.flatten({ background: '#fff' });
  await (kind === 'webp' ? flat.webp({ quality: 80 }) : flat.jpeg({ quality: 82 })).toFile(part);
  await rename(part, file);
}

/** Removes what was made of a picture that is out no longer. */
export const forgetPicture = (key: string): Promise<void> =>
  rm(folderOf(key), { recursive: true, force: true });

/** The keys of which something lies in this folder. */
export const keptKeys = (): Promise<string[]> => readdir(folder()).catch(() => []);
