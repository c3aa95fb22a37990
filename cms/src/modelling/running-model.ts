import path from 'node:path';
import { contentHash } from '@jiedui/shared/canonical';
import { type Attribute, emptyModelSet, type ModelSet } from '@jiedui/shared/model';
import { readEnvironment } from '../environment';
import { readModelFolder } from './model-folder';
import { readCurrent } from './publication-store';

type Running = { set: ModelSet; version: string; folder: string | null };

let running: Running | null = null;

/**
 * The office's model that this process serves, read once: that of `MODEL_VERSION` where the process was told one (a
 * new model is tried before it comes into force), else the one in force.
 */
export function runningModel(): Running {
  running ??= load();
  return running;
}

function load(): Running {
  const { modelDir } = readEnvironment();
  const folder = process.env.MODEL_VERSION ?? readCurrent(modelDir);
  const set = folder ? readModelFolder(path.resolve(modelDir, folder)) : emptyModelSet();
  return { set, version: contentHash(set), folder: folder || null };
}

/** The published model that is in force; the empty one before anything was published. */
export function modelInForce(modelDir: string): ModelSet {
  const folder = readCurrent(modelDir);
  return folder ? readModelFolder(path.resolve(modelDir, folder)) : emptyModelSet();
}

/** Fields that have left the model while their columns still hold values: part of a record until they are cleared. */
export const retiredOf = (set: ModelSet, uid: string): Record<string, Attribute> =>
  Object.fromEntries(
    set.retired.fields.filter((field) => field.uid === uid).map(({ name, attribute }) => [name, attribute]),
  );
