import { htmlOf, PICTURE_WIDTHS, type ShownPicture, sizeAt, storyPath } from '@jiedui/shared/story';
import type { StoryPicture } from '@jiedui/shared/story-api';
import { districtInstant } from '@jiedui/shared/story-api';
import { ORIGIN_MARK } from './origin';
import type { Snapshot, SnapshotPicture } from './snapshot';

const WIDTHS = Object.keys(PICTURE_WIDTHS) as (keyof typeof PICTURE_WIDTHS)[];

/**
 * Draws up what is kept of a story for those who read it, as JSON: everything but the names of what it belongs to, which
 * may change.
 */
export function project(documentId: string, releasedAt: number, snapshot: Snapshot): string {
  const { title, summary, author, tags, goodPractice, correctedAt, correction } = snapshot;
  const pictures = snapshot.pictures.map(pictureOf);
  const [first] = snapshot.pictures;
  const shown = new Map(snapshot.pictures.map((picture) => [picture.file, shownOf(picture)]));
  const item = {
    id: documentId,
    documentId,
    title,
    summary,
    author,
    tags,
    goodPractice,
    cover: first ? pictureOf(first) : null,
    pictures,
    removedPictures: snapshot.removed.map((key) => ({ key, reason: 'consentWithdrawn' as const })),
    url: `${ORIGIN_MARK}${storyPath(documentId)}`,
    releasedAt: districtInstant(releasedAt),
    correctedAt: correctedAt === null ? null : districtInstant(correctedAt),
    correction,
    html: htmlOf(snapshot.content, (address) => shown.get(address) ?? null),
  };
  return JSON.stringify(item);
}

const addressOf = (key: string, size: string): string => `${ORIGIN_MARK}/media/${key}/${size}`;

function pictureOf({ key, alt, caption, credit, width, height }: SnapshotPicture): StoryPicture {
  const at = (size: (typeof WIDTHS)[number]) => ({
    url: addressOf(key, size),
    ...sizeAt(size, width, height),
  });
  const sizes = { small: at('small'), medium: at('medium'), large: at('large') };
  return { key, alt, caption, credit, width, height, sizes };
}

function shownOf({ key, alt, caption, credit, width, height }: SnapshotPicture): ShownPicture {
  const widths = WIDTHS.map((size) => `${addressOf(key, size)} ${sizeAt(size, width, height).width}w`);
  return {
    src: addressOf(key, 'medium'),
    srcset: [...new Set(widths)].join(', '),
    ...sizeAt('medium', width, height),
    alt,
    caption,
    credit,
  };
}
