import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '@jiedui/shared/canonical';
import { type Attribute, emptyModelSet, type ModelSet } from '@jiedui/shared/model';
import { readEnvironment } from '../environment';
import { readModelFolder } from './model-folder';

/** Which of the published models is in force, in the model folder. */
const CURRENT = 'current.json';

let running: { set: ModelSet; version: string } | null = null;

/**
 * The office's model that this process serves, read once: that of `MODEL_VERSION` where the process was told one (a
 * new model is tried before it comes into force), else the one in force.
 */
export function runningModel(): { set: ModelSet; version: string } {
  running ??= load();
  return running;
}

function load(): { set: ModelSet; version: string } {
  const { modelDir } = readEnvironment();
  const tried = process.env.MODEL_VERSION;
  const set = tried ? readModelFolder(path.resolve(modelDir, tried)) : modelInForce(modelDir);
  return { set, version: contentHash(set) };
}

/** The published model that is in force; the empty one before anything was published. */
export function modelInForce(modelDir: string): ModelSet {
  const folder = currentFolder(modelDir);
  return folder ? readModelFolder(path.resolve(modelDir, folder)) : emptyModelSet();
}

function currentFolder(modelDir: string): string | null {
  const file = path.join(modelDir, CURRENT);
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, 'utf8')) as { folder: string }).folder;
}

/** Fields that have left the model while their columns still hold values: part of a record until they are cleared. */
export const retiredOf = (set: ModelSet, uid: string): Record<string, Attribute> =>
  Object.fromEntries(
    set.retired.fields.filter((field) => field.uid === uid).map(({ name, attribute }) => [name, attribute]),
  );
