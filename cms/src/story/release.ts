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
/** What they were drawn up from. */
const SOURCES = 'released_sources';

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
  const removed = (await sourceOf(trx, story))?.removed ?? [];
  const snapshot: Snapshot = { ...row.snapshot, pictures, removed };
  await trx(STORIES)
    .insert({ story_id: story, ...columnsOf(row, snapshot), ...moved, change })
    .onConflict('story_id')
    .merge();
  await keepSource(trx, story, snapshot);
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
    item: project(row.documentId, row.releasedAt, snapshot),
  };
}

async function sourceOf(trx: Knex.Transaction, story: number): Promise<Snapshot | null> {
  const row = await trx(SOURCES).where({ story_id: story }).first('source');
  return row ? jsonOf<Snapshot>(row.source) : null;
}

async function keepSource(trx: Knex.Transaction, story: number, snapshot: Snapshot): Promise<void> {
  const row = { story_id: story, source: JSON.stringify(snapshot) };
  await trx(SOURCES).insert(row).onConflict('story_id').merge();
}

async function writeTags(trx: Knex.Transaction, story: number, tags: readonly string[]): Promise<void> {
  await trx('released_tags').where({ story_id: story }).delete();
  if (tags.length > 0) await trx('released_tags').insert(tags.map((tag) => ({ story_id: story, tag })));
}

/** Takes a story out of everything that is public. Nothing of its text is kept. */
export async function retractStory(
  trx: Knex.Transaction,
  story: number,
  change: 'withdrawn' | 'deleted',
): Promise<void> {
  const moved = await nextPlace(trx);
  const [row] = await trx(STORIES)
    .where({ story_id: story, visible: true })
    .update({ visible: false, change, ...moved, item: '{}' })
    .returning('document_id');
  if (!row) return;
  await trx(SOURCES).where({ story_id: story }).delete();
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
    .first('document_id', 'released_at', 'column_id');
  const source = await sourceOf(trx, story);
  if (!row || !source) return;
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
      item: project(documentId, Number(row.released_at), snapshot),
    });
  await keepSource(trx, story, snapshot);
  const columns = await moveColumns(trx, Number(story), row.column_id, moved);
  const { position } = moved;
  await enqueue(trx, { story: Number(story), documentId, position, change: 'pictureRemoved', ...columns });
}
