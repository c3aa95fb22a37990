import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '@jiedui/shared/canonical';
import { type BaseTypes, emptyModelSet, type ModelSet } from '@jiedui/shared/model';
import { type ModelPlan, planHash, planModel, withCounts } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment';
import { readDraft } from './draft';
import { programTypes } from './install-model';
import { readModelFolder } from './model-folder';
import { countMeasures } from './plan-counts';
import { runningModel } from './running-model';

export type DraftPlan = {
  before: ModelSet;
  after: ModelSet;
  plan: ModelPlan;
  hash: string;
  /** Whether there is anything to publish. */
  changes: boolean;
};

/** What publishing the draft would mean now, with numbers. No draft is the model in force. */
export async function planDraft(strapi: Core.Strapi): Promise<DraftPlan> {
  const before = served(runningModel().set);
  const draft = readDraft(readEnvironment().modelDir);
  const after = draft ? served(draft.set) : before;
  const base: BaseTypes = programTypes();
  const bare = planModel(base, before, after, { tables: await takenTables(strapi) });
  const measures = bare.entries.map(({ measure }) => measure);
  const plan = withCounts(bare, await countMeasures(strapi, before, measures));
  const changes = contentHash(plain(before)) !== contentHash(plain(after));
  return { before, after, plan, hash: planHash(base, before, after, plan), changes };
}

/** The part of a model that is served: what it once retired is done with. */
const served = (set: ModelSet): ModelSet => ({ ...set, retired: emptyModelSet().retired });
const plain = (set: ModelSet): unknown => JSON.parse(JSON.stringify(set));

/**
 * Tables that no new type may be given: all there are, but those of types that some version of the model had. A
 * publication that was rolled back leaves its empty tables, and the next one goes on with them.
 */
async function takenTables(strapi: Core.Strapi): Promise<string[]> {
  const all = await strapi.db.dialect.schemaInspector.getTables();
  const ours = ownTables();
  return all.filter((table) => !ours.has(table));
}

function ownTables(): Set<string> {
  const versions = path.join(readEnvironment().modelDir, 'versions');
  if (!existsSync(versions)) return new Set();
  const sets = readdirSync(versions)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readModelFolder(path.join(versions, name)));
  const schemas = sets.flatMap(({ types, components }) => [
    ...Object.values(types),
    ...Object.values(components),
  ]);
  return new Set(schemas.map(({ collectionName }) => collectionName));
}
