import { picturesIn, readBlocks, scheduleFaults } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import type { Row } from '../../providers/row';
import type { StoryPhoto } from './use-photos';

const FOREIGN = {
  zh: '正文里有不属于本稿的图片,请移除或改用本稿图片。',
  en: 'The text shows a picture that is none of this story’s; take it out.',
};

/** What in the text or its pictures keeps a story from coming out; the server asks the same. */
export function unclearedWords(row: Row, photos: readonly StoryPhoto[]): Words[] {
  const read = readBlocks(row.content);
  const own = new Set(photos.map(({ url }) => url));
  const problems =
    'problems' in read
      ? read.problems.map(({ words }) => words)
      : picturesIn(read.blocks ?? []).some(({ url }) => !own.has(url))
        ? [FOREIGN]
        : [];
  return [...photos.flatMap(({ uncleared }) => (uncleared ?? []).map(({ words }) => words)), ...problems];
}

const instant = (value: unknown) => (typeof value === 'string' ? value : null);

/** What is wrong with the times that a story was given. */
export const timeWords = (row: Row, now: string): Words[] =>
  scheduleFaults(
    { scheduledFor: instant(row.scheduledFor), embargoUntil: instant(row.embargoUntil) },
    now,
  ).map(({ words }) => words);
