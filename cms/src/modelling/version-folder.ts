import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { ModelSet } from '@jiedui/shared/model';
import { syncFolder, writeDurably } from './durable';
import { writeModelFolder } from './model-folder';
import { nameOf } from './publication-store';

/** Puts a version beside the others, for good: it has its name only when all of it is on the disk. */
export function writeVersion(modelDir: string, number: number, set: ModelSet, about: object): void {
  const versions = path.join(modelDir, 'versions');
  mkdirSync(versions, { recursive: true, mode: 0o700 });
  const fresh = path.join(versions, `.${nameOf(number)}.${process.pid}.tmp`);
  rmSync(fresh, { recursive: true, force: true });
  writeModelFolder(fresh, set);
  writeDurably(path.join(fresh, 'about.json'), about);
  syncAll(fresh);
  renameSync(fresh, path.join(versions, nameOf(number)));
  syncFolder(versions);
}

/** The number after the last version, whether that came into force or not. */
export function nextVersion(modelDir: string): number {
  const versions = path.join(modelDir, 'versions');
  if (!existsSync(versions)) return 1;
  const numbers = readdirSync(versions)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return Math.max(0, ...numbers) + 1;
}

function syncAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) syncFolder(place);
    else syncFile(place);
  }
  syncFolder(folder);
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
