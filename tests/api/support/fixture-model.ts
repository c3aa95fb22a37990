import { cpSync } from 'node:fs';
import path from 'node:path';
import { readModelFolder } from '../../../cms/src/modelling/model-folder';

const FOLDER = path.join(import.meta.dirname, 'model');

/** What the office of the tests has made: a type with every kind of field, a single one, fields on units. */
export const fixtureSet = readModelFolder(path.join(FOLDER, 'versions/0001'));

/** Puts the model into a data folder, as a publication would have left it. */
export function placeFixtureModel(dataDir: string): void {
  cpSync(FOLDER, path.join(dataDir, 'model'), { recursive: true });
}
