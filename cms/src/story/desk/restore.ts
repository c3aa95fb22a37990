import { isCleared, stateBeforeCorrection } from '@jiedui/shared/story';
import type { Knex } from 'knex';
import type { Effect, StepContext } from '../../guard/steps';
import { modelOf } from '../../read/model';
import type { Values } from '../../write/column-values';
import { storedOf, updateRecord } from '../../write/store';
import { retractPicture } from '../release';
import { takePositions } from '../release/position';
import { clearanceFacts, MOST_PICTURES } from './pictures';
import { publishedVersion, type VersionPicture } from './versions';

/** Back to what is out: the story as it was when it came out last, its pictures with the words that they had then. */
export async function restorePublished(step: StepContext): Promise<Effect> {
  const { trx, stored } = step;
  const state = stateBeforeCorrection(stored.values);
  const after = () => takeOutUncleared(trx, stored.id);
  const published = await publishedVersion(trx, stored.id);
  // Of stories from before versions were kept there is nothing to go back to but what stands there.
  if (!published) return { state, after };
  const { title, summary, author, content, fields } = published;
  await restorePictures(step, published.pictures);
  const values = { title, summary, author, content, ...(await stillThere(trx, fields)) };
  return { state, values, after };
}

/** Relations as row ids; one whose record is gone stays empty. */
async function stillThere(trx: Knex.Transaction, fields: Values): Promise<Values> {
  const values = { ...fields };
  for (const { name, target } of modelOf('story').relations.values()) {
    if (!values[name]) continue;
    const there = await trx(modelOf(target).table).where({ id: values[name] }).first('id');
    if (!there) values[name] = null;
  }
  return values;
}

/** Also one that came with the correction: it stays with the story, but it is not what the story begins with. */
async function restorePictures(
  { trx, actor, stored, reason }: StepContext,
  pictures: readonly VersionPicture[],
): Promise<void> {
  const model = modelOf('story-photo');
  const rows = await trx(model.table).where({ story_id: stored.id }).orderBy('id').limit(MOST_PICTURES);
  for (const row of rows) {
    const before = storedOf(model, row);
    const was = pictures.find(({ photo }) => photo === before.documentId);
    const values = was ? wordsOf(was) : { cover: false };
    const differs = Object.entries(values).some(([name, value]) => (before.values[name] ?? null) !== value);
    if (differs) await updateRecord(trx, model, before, row, { values }, { actor, action: 'update', reason });
  }
}

const wordsOf = ({ alt, caption, credit, cover }: VersionPicture) => ({ alt, caption, credit, cover });

/** Who is in a picture is not taken back with its words: what was learnt of it in the correction holds at once. */
async function takeOutUncleared(trx: Knex.Transaction, story: number): Promise<void> {
  // Whoever takes back a consent at this moment is waited for.
  await takePositions(trx, 0);
  const rows = await trx('released_pictures').where({ story_id: story, live: true }).select('photo_id');
  const out = new Set(rows.map(({ photo_id }) => Number(photo_id)));
  for (const { picture, facts } of await clearanceFacts(trx, story))
    if (out.has(picture.id) && !isCleared(facts)) await retractPicture(trx, picture.id);
}
