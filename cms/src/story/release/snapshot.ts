import { type Blocks, isCleared, type PictureFacts, pictureName } from '@jiedui/shared/story';
import type { Knex } from 'knex';
import { fromColumn, jsonOf } from '../../read/codec';
import { withoutMark } from './origin';

/** A picture of a story as it is out. `file`: the address that its text names it by. */
export type SnapshotPicture = {
  key: string;
  photo: number;
  file: string;
  alt: string;
  caption: string | null;
  credit: string | null;
  cover: boolean;
  width: number;
  height: number;
};

/** A story at the moment at which it came out. */
export type Snapshot = {
  title: string;
  summary: string | null;
  author: string | null;
  content: Blocks;
  tags: string[];
  goodPractice: boolean;
  correctedAt: number | null;
  correction: string | null;
  pictures: SnapshotPicture[];
  removed: string[];
};

export type StoryRow = {
  documentId: string;
  columnId: number | null;
  unitId: number | null;
  stationId: number | null;
  categoryId: number | null;
  releasedAt: number;
  snapshot: Omit<Snapshot, 'pictures' | 'removed'>;
};

const idOf = (value: unknown): number | null => (value === null ? null : Number(value));
const textOf = (value: unknown): string | null => (value ? String(value) : null);

/** A story's own record as it stands; null where there is none. */
export async function readStory(trx: Knex.Transaction, story: number, now: number): Promise<StoryRow | null> {
  const row = await trx('stories').where({ id: story }).first();
  if (!row) return null;
  const at = (value: unknown): number | null =>
    value === null ? null : Date.parse(String(fromColumn({ type: 'datetime' }, value)));
  const correctedAt = at(row.corrected_at);
  const snapshot = {
    title: String(row.title),
    summary: textOf(row.summary),
    author: textOf(row.author),
    content: jsonOf<Blocks | null>(row.content) ?? [],
    tags: tagsOf(row.tags),
    goodPractice: Boolean(row.good_practice),
    correctedAt,
    // What is written there before a correction came out is a note to come.
    correction: correctedAt === null ? null : textOf(row.correction),
  };
  return {
    documentId: String(row.document_id),
    columnId: idOf(row.column_id),
    unitId: idOf(row.unit_id),
    stationId: idOf(row.station_id),
    categoryId: idOf(row.category_id),
    releasedAt: at(row.released_at) ?? now,
    snapshot: JSON.parse(withoutMark(JSON.stringify(snapshot))),
  };
}

const LONGEST_TAG = 60;

function tagsOf(value: unknown): string[] {
  const tags = jsonOf<unknown>(value);
  if (!Array.isArray(tags)) return [];
  const texts = tags.map((tag) => String(tag).trim().slice(0, LONGEST_TAG)).filter((tag) => tag !== '');
  return [...new Set(texts)];
}

/** A picture of the story that may be shown, with where its file lies. */
export type Shown = Omit<SnapshotPicture, 'key'> & { stored: string };

type Row = Record<string, unknown>;

/**
 * The pictures that a story shows, the cover first: those in its text, as far as they are cleared. Looked at again
 * here, after the turn was taken: a consent may just have gone.
 */
export async function readPictures(trx: Knex.Transaction, story: number, content: Blocks): Promise<Shown[]> {
  const photos = await trx('story_photos as p')
    .join('files_related_mph as l', 'l.related_id', 'p.id')
    .join('files as f', 'f.id', 'l.file_id')
    .where({ 'p.story_id': story, 'l.related_type': 'api::story.story-photo', 'l.field': 'file' })
    .orderBy('p.id')
    .select('p.id', 'p.alt', 'p.caption', 'p.credit', 'p.cover', 'p.people', 'p.persons')
    .select('f.document_id', 'f.url', 'f.width', 'f.height');
  const consents = await trx('portrait_consents')
    .whereIn('photo_id', trx('story_photos').where({ story_id: story }).select('id'))
    .select('photo_id', 'state', 'minor', 'guardian');
  const shown = photos
    .filter((photo) => isCleared(factsOf(photo, consents)))
    .map(shownOf)
    .filter(({ file, cover }) => cover || namesFile(content, file));
  return [...shown.filter(({ cover }) => cover), ...shown.filter(({ cover }) => !cover)];
}

const factsOf = (photo: Row, consents: readonly Row[]): PictureFacts => ({
  name: pictureName(null, 1),
  hasFile: true,
  alt: photo.alt as string | null,
  people: photo.people as string | null,
  persons: idOf(photo.persons),
  consents: consents
    .filter(({ photo_id }) => Number(photo_id) === Number(photo.id))
    .map(({ state, minor, guardian }) => ({
      state: String(state),
      minor: Boolean(minor),
      guardian: guardian as string | null,
    })),
});

const shownOf = (photo: Row): Shown => ({
  photo: Number(photo.id),
  file: `/api/files/${photo.document_id}`,
  stored: String(photo.url),
  alt: withoutMark(String(photo.alt ?? '')),
  caption: photo.caption ? withoutMark(String(photo.caption)) : null,
  credit: photo.credit ? withoutMark(String(photo.credit)) : null,
  cover: Boolean(photo.cover),
  width: Number(photo.width ?? 1),
  height: Number(photo.height ?? 1),
});

const namesFile = (content: Blocks, file: string): boolean =>
  content.some((block) => block.type === 'image' && block.image.url === file);
