import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emptyModelSet, type ModelSet } from '@jiedui/shared/model';

/** Parts of the model that are a folder with a file for each entry; the file is named after its key. */
const FOLDERS = ['types', 'fields', 'components', 'views'] as const;
/** Parts that are one file. */
const FILES = ['labels', 'access', 'fieldAccess', 'retired'] as const;

/** Reads a model from its folder. A part that is not there is empty, so no folder at all is the empty model. */
export function readModelFolder(folder: string): ModelSet {
  const set = emptyModelSet() as Record<string, unknown>;
  for (const part of FOLDERS) {
    const place = path.join(folder, part);
    if (!existsSync(place)) continue;
    const files = readdirSync(place).filter((file) => file.endsWith('.json'));
    set[part] = Object.fromEntries(
      files.sort().map((file) => [keyOf(file), readModelFile(path.join(place, file))]),
    );
  }
  for (const part of FILES) {
    const file = path.join(folder, `${part}.json`);
    if (existsSync(file)) set[part] = readModelFile(file);
  }
  return set as ModelSet;
}

/** Writes a model into a new folder, a file for each type, so that a person can read what differs. */
export function writeModelFolder(folder: string, set: ModelSet): void {
  for (const part of FOLDERS) {
    for (const [key, value] of Object.entries(set[part])) {
      mkdirSync(path.join(folder, part), { recursive: true, mode: 0o700 });
      write(path.join(folder, part, `${fileOf(key)}.json`), value);
    }
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const part of FILES) write(path.join(folder, `${part}.json`), set[part]);
}

// Not every system takes a colon in a file's name.
const fileOf = (key: string) => key.replace('::', '__');
const keyOf = (file: string) => file.slice(0, -'.json'.length).replace('__', '::');

export const readModelFile = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const write = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
