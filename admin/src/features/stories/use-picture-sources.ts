import type { ArticlePicture } from '@jiedui/shared/story';
import { useEffect, useMemo, useState } from 'react';
import { fetchBlob } from '../../providers/download';
import { fileOf } from '../../ui/editor/pictures';
import type { StoryPhoto } from './use-photos';

const NONE: ReadonlyMap<string, string> = new Map();

/** The contents of files as addresses for the browser: they come with the access token, never by a plain link. */
function useContents(urls: readonly string[]): ReadonlyMap<string, string> {
  const [contents, setContents] = useState(NONE);
  const wanted = urls.join(' ');
  useEffect(() => {
    const made: string[] = [];
    let gone = false;
    const load = async (url: string) => {
      const answer = await fetchBlob(`/files/${fileOf(url)}`).catch(() => null);
      if (!answer || gone) return;
      const address = URL.createObjectURL(answer.blob);
      made.push(address);
      setContents((now) => new Map([...now, [url, address]]));
    };
    for (const url of wanted.split(' ').filter(Boolean)) void load(url);
    return () => {
      gone = true;
      for (const address of made) URL.revokeObjectURL(address);
      setContents(NONE);
    };
  }, [wanted]);
  return contents;
}

export const articlePicture = ({ row }: StoryPhoto, src: string | null): ArticlePicture => ({
  src,
  alt: String(row.alt ?? ''),
  caption: String(row.caption ?? ''),
  credit: String(row.credit ?? ''),
});

/** The pictures of a story as an article on this screen shows them. */
export function useArticlePictures(photos: readonly StoryPhoto[]): ReadonlyMap<string, ArticlePicture> {
  const contents = useContents(photos.flatMap(({ url }) => (url ? [url] : [])));
  return useMemo(
    () =>
      new Map(
        photos.flatMap((photo): [string, ArticlePicture][] =>
          photo.url ? [[photo.url, articlePicture(photo, contents.get(photo.url) ?? null)]] : [],
        ),
      ),
    [photos, contents],
  );
}
