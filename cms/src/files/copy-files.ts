import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment';
import { type FileRow, type LoggedFile, printOfFile, storedFile } from './fingerprint';
import { removeStored } from './links';

type Stored = FileRow & { id: number; documentId: string; name: string };
type UploadService = { upload(input: { data: object; files: unknown[] }): Promise<Stored[]> };

/** A file of its own with the same content, not yet held by any record. */
export type CopiedFile = { id: number; logged: LoggedFile };

/** Stores a file of the server's own; it has to be held by a record, or removed. */
export async function storeFile(
  strapi: Core.Strapi,
  { filepath, name, mime }: { filepath: string; name: string; mime: string },
): Promise<CopiedFile> {
  const uploads = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const { size } = await stat(filepath);
  const file = { filepath, originalFilename: name, mimetype: mime, size };
  const [stored] = await uploads.upload({ data: {}, files: [file] });
  if (!stored) throw new Error(`${name} was not stored`);
  const print = await printOfFile(readEnvironment().dataDir, stored);
  return { id: stored.id, logged: { file: stored.documentId, name: stored.name, print } };
}

/**
 * Copies stored files, so that the record that gets them does not depend on the one that has them. They have been cleaned
 * when they came. A file that is gone from the disk is left out.
 */
export async function copyFiles(
  strapi: Core.Strapi,
  files: readonly { name: string; url: string; mime: string }[],
): Promise<CopiedFile[]> {
  const { dataDir } = readEnvironment();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiedui-copy-'));
  const copies: CopiedFile[] = [];
  try {
    for (const [at, { name, url, mime }] of files.entries()) {
      const filepath = path.join(folder, String(at));
      const there = await copyFile(storedFile(dataDir, url), filepath).then(
        () => true,
        () => false,
      );
      if (!there) continue;
      copies.push(await storeFile(strapi, { filepath, name, mime }));
    }
    return copies;
  } catch (error) {
    await removeCopies(strapi, copies);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes copies that no record came to hold. */
export async function removeCopies(strapi: Core.Strapi, copies: readonly CopiedFile[]): Promise<void> {
  for (const { logged } of copies) await removeStored(strapi, logged.file);
}
