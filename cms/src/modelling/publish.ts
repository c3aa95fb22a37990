import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Actor } from '@jiedui/shared/access';
import { contentHash } from '@jiedui/shared/canonical';
import type { ModelSet } from '@jiedui/shared/model';
import { namesToConfirm, refusedOf, summaryOf } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment';
import { Refusal } from '../guard/errors';
import { writeDraft } from './draft';
import { planDraft } from './draft-plan';
import { faultPoint } from './fault';
import { readModelFolder } from './model-folder';
import { removalsBetween } from './places';
import {
  movePublication,
  type Publication,
  publicationUnderWay,
  readCurrent,
  readPublications,
  versionFolder,
  writePublication,
} from './publication-store';
import { runningModel } from './running-model';
import { askSupervisor, requireSupervisor } from './supervisor';
import { nextVersion, writeVersion } from './version-folder';

/** What the office says when it publishes: the plan it has seen, the names typed in, a note. */
export type Consent = { plan: string; confirm: readonly string[]; note: string | null };

/**
 * Publishes the draft: refuses what must not happen, writes the version down, and asks for the switch. The rest
 * happens after the answer; `publications` tells how far it is.
 */
export async function publishDraft(
  strapi: Core.Strapi,
  actor: Actor,
  consent: Consent,
): Promise<Publication> {
  const { modelDir } = readEnvironment();
  requireSupervisor();
  if (publicationUnderWay(modelDir)) throw new Refusal(409, 'MODEL_BUSY');
  const draft = await planDraft(strapi);
  if (!draft.changes) throw new Refusal(409, 'MODEL_NOTHING');
  if (draft.hash !== consent.plan || readCurrent(modelDir) !== runningModel().folder) {
    throw new Refusal(409, 'MODEL_PLAN_STALE');
  }
  const refused = refusedOf(draft.plan);
  if (refused.length > 0) throw new Refusal(422, 'MODEL_REFUSED', { entries: refused });
  const names = namesToConfirm(draft.plan).filter((name) => !consent.confirm.includes(name));
  if (names.length > 0) throw new Refusal(422, 'MODEL_CONFIRM', { names });

  // From here to the file that says so nothing is awaited: another request may be at the same place.
  if (publicationUnderWay(modelDir)) throw new Refusal(409, 'MODEL_BUSY');
  const number = nextVersion(modelDir);
  const set = retiring(draft.before, draft.after);
  const publication: Publication = {
    number,
    folder: versionFolder(number),
    from: runningModel().folder,
    version: contentHash(JSON.parse(JSON.stringify(set))),
    at: new Date().toISOString(),
    by: { documentId: actor.documentId, displayName: actor.displayName, role: actor.role },
    note: consent.note,
    step: 'starting',
    endedAt: null,
    summary: summaryOf(draft.plan),
    removals: removalsBetween(strapi, draft.before, draft.after),
    backup: null,
    error: null,
    owner: { host: hostname(), pid: process.ppid },
  };
  begin(modelDir, publication, set);
  try {
    await askSupervisor('model.switch', { number });
  } catch {
    // Another server of the installation was faster.
    movePublication(modelDir, publication, { step: 'rolledBack', error: { code: 'MODEL_BUSY' } });
    throw new Refusal(409, 'MODEL_BUSY');
  }
  return publication;
}

/** Whoever writes the version first has it; the folder of the other one cannot take its name. */
function begin(modelDir: string, publication: Publication, set: ModelSet): void {
  const { removals: _, error: __, step: ___, endedAt: ____, owner: _____, ...about } = publication;
  try {
    writeVersion(modelDir, publication.number, set, about);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    throw new Refusal(409, 'MODEL_BUSY');
  }
  writePublication(modelDir, publication);
  faultPoint('starting');
}

/** The new model, saying what has left it while the database still holds its values. */
function retiring(before: ModelSet, after: ModelSet): ModelSet {
  const owners = (set: ModelSet) => ({
    ...set.fields,
    ...Object.fromEntries(
      [...Object.entries(set.types), ...Object.entries(set.components)].map(([uid, { attributes }]) => [
        uid,
        attributes,
      ]),
    ),
  });
  const is = owners(after);
  const gone = Object.entries(before.types).filter(([uid]) => !after.types[uid]);
  const fields = Object.entries(owners(before))
    .filter(([uid]) => !before.types[uid] || after.types[uid])
    .flatMap(([uid, attributes]) =>
      Object.entries(attributes)
        .filter(([name]) => !Object.hasOwn(is[uid] ?? {}, name))
        .map(([name, attribute]) => ({ uid, name, attribute })),
    );
  return { ...after, retired: { fields, types: Object.fromEntries(gone) } };
}

const MOST = 100;

/** The last publications, newest first, as the API shows them: without the names of tables. */
export function latestPublications() {
  return readPublications(readEnvironment().modelDir).slice(0, MOST).map(shown);
}

export function shown({ removals, owner: _, folder: __, from, ...publication }: Publication) {
  return { ...publication, from, removes: removals.length, current: runningModel().folder === __ };
}

/** Makes a published version the draft. What it had retired then is no part of it. */
export function restoreVersion(number: number): void {
  const { modelDir } = readEnvironment();
  const folder = path.join(modelDir, versionFolder(number));
  if (!existsSync(folder)) throw new Refusal(404, 'NOT_FOUND');
  writeDraft(modelDir, { ...readModelFolder(folder), retired: { fields: [], types: {} } });
}
