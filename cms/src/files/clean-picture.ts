import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Long enough for a full page in print; a phone's own pictures are twice that and slow on a bad line. */
const LONGEST_SIDE = 2560;

/** A small file can unfold into more picture than the memory holds: refused before it is unfolded. */
const MOST_PIXELS = 120_000_000;

/**
 * Writes a picture anew in its place: upright, no larger than we show it, and without what the camera noted about
 * place, time and device. Answers its size in bytes; null where the file is no picture after all.
 */
export async function cleanPicture(file: string): Promise<number | null> {
  const sent = await readFile(file);
  const cleaned = await sharp(sent, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toBuffer()
    .catch(() => null);
  if (!cleaned) return null;
  await writeFile(file, cleaned);
  return cleaned.length;
}
