import { useEffect, useState } from 'react';
import { fetchBlob } from '../../providers/download';

type Content = { address: string | null; failed: boolean };
type Size = 'thumbnail' | 'full';
type Contents = ReadonlyMap<string, Content>;

const NOT_YET: Content = { address: null, failed: false };
const NONE: Contents = new Map();

/** The contents of files as addresses for the browser: they come with the access token, never by a plain link. */
export function useFileContents(documentIds: readonly string[], size: Size): Contents {
  const [contents, setContents] = useState(NONE);
  const wanted = documentIds.join(' ');
  useEffect(() => {
    const made: string[] = [];
    let gone = false;
    const put = (id: string, content: Content) => setContents((now) => new Map([...now, [id, content]]));
    const query = size === 'thumbnail' ? '?size=thumbnail' : '';
    for (const id of wanted.split(' ').filter(Boolean))
      fetchBlob(`/files/${id}${query}`).then(
        ({ blob }) => {
          if (gone) return;
          const address = URL.createObjectURL(blob);
          made.push(address);
          put(id, { address, failed: false });
        },
        () => !gone && put(id, { address: null, failed: true }),
      );
    return () => {
      gone = true;
      for (const address of made) URL.revokeObjectURL(address);
      setContents(NONE);
    };
  }, [wanted, size]);
  return contents;
}

/** One file's content; nothing is fetched as long as it is not wanted. */
export const useFileContent = (documentId: string, size: Size, wanted = true): Content =>
  useFileContents(wanted ? [documentId] : [], size).get(documentId) ?? NOT_YET;
