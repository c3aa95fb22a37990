import type { Knex } from 'knex';
import type { Effect, StepContext } from '../../guard/steps';
import { modelOf } from '../../read/model';
import type { Values } from '../../write/column-values';
import { storedOf, updateRecord } from '../../write/store';
import { publishedVersion, type VersionPicture } from './versions';

/** Back to what is out: the story as it was when it came out last, its pictures with the words that they had then. */
export async function restorePublished(step: StepContext): Promise<Effect> {
  const { trx, stored } = step;
  const state = stored.values.correctedAt ? 'corrected' : 'published';
  const published = await publishedVersion(trx, stored.id);
  // Of stories from before versions were kept there is nothing to go back to but what stands there.
  if (!published) return { state };
  const { title, summary, author, content, fields } = published;
  await restorePictures(step, published.pictures);
  return { state, values: { title, summary, author, content, ...(await stillThere(trx, fields)) } };
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

async function restorePictures(
  { trx, actor, stored, reason }: StepContext,
  pictures: readonly VersionPicture[],
): Promise<void> {
  const model = modelOf('story-photo');
  const rows = await trx(model.table)
    .where({ story_id: stored.id })
    .whereIn(
      'document_id',
      pictures.map(({ photo }) => photo),
    );
  for (const row of rows) {
    const before = storedOf(model, row);
    const was = pictures.find(({ photo }) => photo === before.documentId);
    if (!was) continue;
    const { alt, caption, credit, cover } = was;
    const values = { alt, caption, credit, cover };
    const differs = Object.entries(values).some(([name, value]) => (before.values[name] ?? null) !== value);
    if (differs) await updateRecord(trx, model, before, row, { values }, { actor, action: 'update', reason });
  }
}
