import type { Knex } from 'knex';
import { clock } from '../clock';
import { jsonOf } from '../read/codec';
import { moveColumns } from './release/columns';
import { keepNames } from './release/names';
import { endPictures, namePictures } from './release/pictures';
import { takePositions } from './release/position';
import { project } from './release/project';
import { readPictures, readStory, type Snapshot, type StoryRow } from './release/snapshot';
import { enqueue } from './webhooks/outbox';

/** Why a story is out in another form than before. */
export type ReleaseChange = 'published' | 'corrected' | 'pictureRemoved' | 'withdrawn' | 'deleted';

const STORIES = 'released_stories';

/** The turn of a change: its place, which keeps others waiting, and when it is. */
async function nextPlace(trx: Knex.Transaction): Promise<{ position: number; changed_at: number }> {
  const position = await takePositions(trx);
  return { position, changed_at: Date.parse(clock().now()) };
}

/** Draws up what is out of a story from its records as they stand in the transaction. */
export async function releaseStory(
  trx: Knex.Transaction,
  story: number,
  change: 'published' | 'corrected',
): Promise<void> {
  const moved = await nextPlace(trx);
  const row = await readStory(trx, story, moved.changed_at);
  if (!row) throw new Error(`There is no story ${story}`);
  const shown = await readPictures(trx, story, row.snapshot.content);
  const pictures = await namePictures(trx, story, shown);
  // A key that was taken back stays told, for those who come late.
  const before = await trx(STORIES).where({ story_id: story }).first('source');
  const removed = before ? jsonOf<Snapshot>(before.source).removed : [];
  const snapshot: Snapshot = { ...row.snapshot, pictures, removed };
  await trx(STORIES)
    .insert({ story_id: story, ...columnsOf(row, snapshot), ...moved, change })
    .onConflict('story_id')
    .merge();
  await writeTags(trx, story, snapshot.tags);
  await keepNames(trx, row);
  const columns = await moveColumns(trx, story, row.columnId, moved);
  const { position } = moved;
  await enqueue(trx, { story, documentId: row.documentId, position, change, ...columns });
}

function columnsOf(row: StoryRow, snapshot: Snapshot) {
  return {
    document_id: row.documentId,
    visible: true,
    column_id: row.columnId,
    unit_id: row.unitId,
    station_id: row.stationId,
    category_id: row.categoryId,
    good_practice: snapshot.goodPractice,
    released_at: row.releasedAt,
    source: JSON.stringify(snapshot),
    ...project(row.documentId, row.releasedAt, snapshot),
  };
}

async function writeTags(trx: Knex.Transaction, story: number, tags: readonly string[]): Promise<void> {
  await trx('released_tags').where({ story_id: story }).delete();
  if (tags.length > 0) await trx('released_tags').insert(tags.map((tag) => ({ story_id: story, tag })));
}

/** Nothing of a text that was taken out is kept. */
const NOTHING = { source: JSON.stringify({ removed: [] }), item: '{}', html: '' };

/** Takes a story out of everything that is public. */
export async function retractStory(
  trx: Knex.Transaction,
  story: number,
  change: 'withdrawn' | 'deleted',
): Promise<void> {
  const moved = await nextPlace(trx);
  const [row] = await trx(STORIES)
    .where({ story_id: story, visible: true })
    .update({ visible: false, change, ...moved, ...NOTHING })
    .returning('document_id');
  if (!row) return;
  await trx('released_tags').where({ story_id: story }).delete();
  await trx('released_pictures').where({ story_id: story, live: true }).update({ live: false });
  const columns = await moveColumns(trx, story, null, moved);
  const { position } = moved;
  await enqueue(trx, { story, documentId: String(row.document_id), position, change, ...columns });
}

/** Takes one picture out of what is out, whose people no longer agree. */
export async function retractPicture(trx: Knex.Transaction, photo: number): Promise<void> {
  const moved = await nextPlace(trx);
  const rows = await trx('released_pictures')
    .where({ photo_id: photo, live: true })
    .select('key', 'story_id');
  const [{ story_id: story } = { story_id: null }] = rows;
  if (story === null) return;
  const keys = rows.map(({ key }) => String(key));
  await endPictures(trx, keys);
  const row = await trx(STORIES)
    .where({ story_id: story, visible: true })
    .first('document_id', 'released_at', 'column_id', 'source');
  if (!row) return;
  const source = jsonOf<Snapshot>(row.source);
  const snapshot: Snapshot = {
    ...source,
    pictures: source.pictures.filter(({ key }) => !keys.includes(key)),
    removed: [...source.removed, ...keys],
  };
  const documentId = String(row.document_id);
  await trx(STORIES)
    .where({ story_id: story })
    .update({
      ...moved,
      change: 'pictureRemoved',
      source: JSON.stringify(snapshot),
      ...project(documentId, Number(row.released_at), snapshot),
    });
  const columns = await moveColumns(trx, Number(story), row.column_id, moved);
  const { position } = moved;
  await enqueue(trx, { story: Number(story), documentId, position, change: 'pictureRemoved', ...columns });
}
