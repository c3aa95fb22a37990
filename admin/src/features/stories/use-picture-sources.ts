import { type ArticlePicture, type Blocks, picturesIn } from '@jiedui/shared/story';
import { useMemo } from 'react';
import { useWords } from '../../providers/i18n';
import { fileOf } from '../../ui/editor/pictures';
import { useFileContents } from '../../ui/record/use-file-content';
import type { StoryPhoto } from './use-photos';

const REFUSED = { zh: '未取得同意,不显示', en: 'Not shown: somebody in it does not agree' };

export const articlePicture = ({ row }: StoryPhoto, src: string | null): ArticlePicture => ({
  src,
  alt: String(row.alt ?? ''),
  caption: String(row.caption ?? ''),
  credit: String(row.credit ?? ''),
});

/** The pictures that a text shows, as an article on this screen does; in place of one that may be shown nowhere, why. */
export function useArticlePictures(
  blocks: Blocks,
  photos: readonly StoryPhoto[],
): ReadonlyMap<string, ArticlePicture> {
  const { say } = useWords();
  const named = new Set(picturesIn(blocks).map(({ url }) => url));
  const files = photos.flatMap(({ url, reach }) =>
    url && named.has(url) && reach !== 'nowhere' ? [fileOf(url)] : [],
  );
  const contents = useFileContents(files, 'full');
  return useMemo(() => {
    const pictureOf = (photo: StoryPhoto, url: string): ArticlePicture =>
      photo.reach === 'nowhere'
        ? { src: null, alt: '', caption: '', credit: '', instead: say(REFUSED) }
        : articlePicture(photo, contents.get(fileOf(url))?.address ?? null);
    return new Map(photos.flatMap((photo) => (photo.url ? [[photo.url, pictureOf(photo, photo.url)]] : [])));
  }, [photos, contents, say]);
}
