import type { Actor } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import { mayTakeReports } from '../evaluation/report-archive';
import { Refusal } from '../guard/errors';
import { mayTakePack } from '../selection/unit-pack';
import { placeOfMade } from './job';
import { type MadeFile, madeFileStore } from './store';

/** Throws where the actor may not take the file of this owner: it is the owner's, whoever had it made. */
type MayTake = (actor: Actor, owner: string) => Promise<unknown>;

const KINDS: Record<string, MayTake> = { selectionPack: mayTakePack, unitReports: mayTakeReports };

/** What the API shows of a file. */
type Shown = Pick<MadeFile, 'id' | 'state' | 'progress'>;

export const shownOf = ({ id, state, progress }: MadeFile): Shown => ({ id, state, progress });

/** A file that the actor may take; NOT_FOUND for everybody else. */
export async function requireFile(strapi: Core.Strapi, actor: Actor, id: string): Promise<MadeFile> {
  const file = await madeFileStore(strapi).find(id);
  const mayTake = file && KINDS[file.kind];
  if (!mayTake) throw new Refusal(404, 'NOT_FOUND');
  try {
    await mayTake(actor, file.owner);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(404, 'NOT_FOUND') : error;
  }
  return file;
}

/** Where a finished file lies and how it is called; NOT_FOUND while there is none. */
export async function finishedFile(strapi: Core.Strapi, actor: Actor, id: string) {
  const { state, fileName } = await requireFile(strapi, actor, id);
  if (state !== 'done') throw new Refusal(404, 'NOT_FOUND');
  return { place: placeOfMade(id), fileName };
}
