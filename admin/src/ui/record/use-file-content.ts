import { useEffect, useState } from 'react';
import { fetchBlob } from '../../providers/download';

type Content = { address: string | null; failed: boolean };

const NOT_YET: Content = { address: null, failed: false };

/** A file's content as an address for the browser; it comes with the access token, never by a plain link. */
export function useFileContent(documentId: string, size: 'thumbnail' | 'full', wanted = true): Content {
  const [content, setContent] = useState<Content>(NOT_YET);
  useEffect(() => {
    if (!wanted) return;
    let made: string | null = null;
    let gone = false;
    const query = size === 'thumbnail' ? '?size=thumbnail' : '';
    fetchBlob(`/files/${documentId}${query}`).then(
      ({ blob }) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setContent({ address: made, failed: false });
      },
      () => !gone && setContent({ address: null, failed: true }),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [documentId, size, wanted]);
  return content;
}
