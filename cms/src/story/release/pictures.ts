import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { insertMany } from '../../write/insert-many';
import type { Shown, SnapshotPicture } from './snapshot';

const TABLE = 'released_pictures';

/**
 * Gives the pictures of a story their public names, which nobody can guess. A picture that is out keeps its name as
 * long as it has the same file; the names of those that go are used for nothing again.
 */
export async function namePictures(
  trx: Knex.Transaction,
  story: number,
  shown: readonly Shown[],
): Promise<SnapshotPicture[]> {
  const out = await trx(TABLE).where({ story_id: story, live: true }).select('key', 'photo_id', 'file');
  const keyOf = ({ photo, stored }: Shown): string | null =>
    out.find(({ photo_id, file }) => Number(photo_id) === photo && file === stored)?.key ?? null;
  const pictures = shown.map((picture) => ({ picture, kept: keyOf(picture), fresh: newKey() }));
  const kept = pictures.flatMap((one) => one.kept ?? []);
  const gone = out.map(({ key }) => String(key)).filter((key) => !kept.includes(key));
  await endPictures(trx, gone);
  await insertMany(
    trx,
    TABLE,
    pictures
      .filter((one) => one.kept === null)
      .map(({ picture, fresh }) => ({
        key: fresh,
        story_id: story,
        photo_id: picture.photo,
        file: picture.stored,
        live: true,
      })),
    'story_id',
  );
  return pictures.map(({ picture: { stored: _, ...picture }, kept: key, fresh }) => ({
    ...picture,
    key: key ?? fresh,
  }));
}

const newKey = (): string => randomBytes(18).toString('base64url');

/** Ends the names: what they showed is given out no more. */
export async function endPictures(trx: Knex.Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await trx(TABLE).whereIn('key', keys).update({ live: false });
}
