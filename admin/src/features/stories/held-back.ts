import { picturesIn, readBlocks, scheduleFaults } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import type { Row } from '../../providers/row';
import type { StoryPhotos } from './use-photos';

const FOREIGN = {
  zh: '正文里有不属于本稿的图片,请移除或改用本稿图片。',
  en: 'The text shows a picture that is none of this story’s; take it out.',
};

/**
 * What in the text or its pictures keeps a story from coming out; the server asks the same. Of pictures that have not
 * been read nothing is said.
 */
export function unclearedWords(row: Row, { photos, ready }: Pick<StoryPhotos, 'photos' | 'ready'>): Words[] {
  const read = readBlocks(row.content);
  if ('problems' in read) return [...ofPhotos(photos), ...read.problems.map(({ words }) => words)];
  const own = new Set(photos.map(({ url }) => url));
  const isForeign = ready && picturesIn(read.blocks ?? []).some(({ url }) => !own.has(url));
  return [...ofPhotos(photos), ...(isForeign ? [FOREIGN] : [])];
}

const ofPhotos = (photos: StoryPhotos['photos']): Words[] =>
  photos.flatMap(({ uncleared }) => (uncleared ?? []).map(({ words }) => words));

const instant = (value: unknown) => (typeof value === 'string' ? value : null);

/** What is wrong with the times that a story was given. */
export const timeWords = (row: Row, now: string): Words[] =>
  scheduleFaults(
    { scheduledFor: instant(row.scheduledFor), embargoUntil: instant(row.embargoUntil) },
    now,
  ).map(({ words }) => words);
