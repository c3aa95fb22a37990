import { addressOfFile, type PictureFacts, pictureName } from '@jiedui/shared/story';
import type { Knex } from 'knex';
import { fromColumn } from '../../read/codec';
import { modelOf } from '../../read/model';

/** A picture of a story as it stands in its record, with the row of its file where it has one. */
export type StoryPicture = {
  id: number;
  documentId: string;
  caption: string | null;
  alt: string | null;
  credit: string | null;
  cover: boolean;
  people: string | null;
  persons: number | null;
  file: Record<string, unknown> | null;
};

/** More pictures than this no story has. */
export const MOST_PICTURES = 200;

const FILE = ['document_id', 'name', 'width', 'height', 'ext', 'mime', 'size', 'created_at', 'updated_at'];

/** The pictures of a story in the order in which they came. */
export async function picturesOf(trx: Knex, story: number): Promise<StoryPicture[]> {
  const photos = await trx('story_photos').where({ story_id: story }).orderBy('id').limit(MOST_PICTURES);
  if (photos.length === 0) return [];
  const files = await trx('files_related_mph as l')
    .join('files as f', 'f.id', 'l.file_id')
    .where({ 'l.related_type': modelOf('story-photo').uid, 'l.field': 'file' })
    .whereIn(
      'l.related_id',
      photos.map(({ id }) => id),
    )
    .select('l.related_id', ...FILE.map((column) => `f.${column}`));
  const byPhoto = new Map(files.map((row) => [Number(row.related_id), row]));
  return photos.map((row) => ({
    id: Number(row.id),
    documentId: String(row.document_id),
    caption: row.caption,
    alt: row.alt,
    credit: row.credit,
    cover: fromColumn({ type: 'boolean' }, row.cover) === true,
    people: row.people,
    persons: row.persons === null ? null : Number(row.persons),
    file: byPhoto.get(Number(row.id)) ?? null,
  }));
}

/** The address under which a text names a picture; null where it has no file. */
export const addressOf = ({ file }: StoryPicture): string | null =>
  file ? addressOfFile(String(file.document_id)) : null;

export const isImage = ({ file }: StoryPicture): boolean => String(file?.mime ?? '').startsWith('image/');

/** The pictures with what their clearance is decided by. */
export async function clearanceFacts(
  trx: Knex,
  story: number,
): Promise<{ picture: StoryPicture; facts: PictureFacts }[]> {
  const pictures = await picturesOf(trx, story);
  const consents = await trx('portrait_consents')
    .whereIn(
      'photo_id',
      pictures.map(({ id }) => id),
    )
    .select('photo_id', 'state', 'minor', 'guardian');
  return pictures.map((picture, at) => ({
    picture,
    facts: {
      name: pictureName(picture.caption, at + 1),
      hasFile: isImage(picture),
      alt: picture.alt,
      people: picture.people,
      persons: picture.persons,
      consents: consents
        .filter(({ photo_id }) => Number(photo_id) === picture.id)
        .map(({ state, minor, guardian }) => ({
          state: String(state),
          minor: fromColumn({ type: 'boolean' }, minor) === true,
          guardian,
        })),
    },
  }));
}
