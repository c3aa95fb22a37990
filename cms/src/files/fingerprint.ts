import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A file as the log names it; where it came to the record, with what proves it to be the same later. */
export type LoggedFile = { file: string; name: string; print?: FilePrint };

/** What must still hold of a kept file: its kind, and of its content the size in bytes and the hash. */
export type FilePrint = { mime: string; size: number; sha256: string; thumbnail?: string };

/** The row of a file, as far as its print asks. */
export type FileRow = { url: string; mime: string; formats: unknown };

/** Where a file lies on the disk, by the address in its row. */
export const storedFile = (dataDir: string, url: string): string =>
  path.join(dataDir, 'public', path.normalize(`/${url}`));

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The print of a file as it lies on the disk now, with that of its thumbnail. Throws where either is gone. */
export async function printOfFile(dataDir: string, { url, mime, formats }: FileRow): Promise<FilePrint> {
  const file = storedFile(dataDir, url);
  const thumbnail = thumbnailOf(formats);
  const { size } = await stat(file);
  return {
    mime,
    size,
    sha256: await sha256OfFile(file),
    ...(thumbnail === null ? {} : { thumbnail: await sha256OfFile(storedFile(dataDir, thumbnail)) }),
  };
}

/** The address of the small picture that lists show; null where there is none. */
export function thumbnailOf(formats: unknown): string | null {
  const read = typeof formats === 'string' ? JSON.parse(formats) : formats;
  return (read as { thumbnail?: { url?: string } } | null)?.thumbnail?.url ?? null;
}

/** The address of a file in a change of the log: entries from before there were prints hold the address alone. */
export const loggedAddress = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null ? String((entry as LoggedFile).file) : String(entry);
