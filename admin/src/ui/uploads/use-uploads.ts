import { useInvalidate } from '@refinedev/core';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { newKey } from '../../providers/send-once';
import { useSession } from '../../providers/session';
import type { UploadPlace } from './kept-files';
import { anyUploads, queueOf, resumeAll, resumeUploads } from './queues';
import type { UploadQueue, Uploads } from './upload-queue';

/** The files on their way to a place, and how to add some. `rev` is the record's revision as it was read. */
export function useUploads(
  { path, id, field }: UploadPlace,
  rev: number | undefined,
): { queue: UploadQueue; uploads: Uploads; add: (files: readonly File[]) => void } {
  const { actor } = useSession();
  const invalidate = useInvalidate();
  const queue = useMemo(
    () =>
      queueOf({ path, id, field, account: actor.documentId }, () => {
        void invalidate({ resource: path, invalidates: ['all'] });
      }),
    [path, id, field, actor.documentId, invalidate],
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads);
  useEffect(() => {
    if (rev !== undefined) queue.seen(rev);
  }, [queue, rev]);
  const add = (files: readonly File[]) =>
    queue.add(files.map((file) => ({ key: newKey(), name: file.name, content: file })));
  return { queue, uploads, add };
}

/** Goes on with files of an earlier visit, at once when the line is back, and warns before they are left. */
export function useUploading(): void {
  const { actor } = useSession();
  const invalidate = useInvalidate();
  useEffect(() => {
    void resumeUploads(actor.documentId, (path) => {
      void invalidate({ resource: path, invalidates: ['all'] });
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (anyUploads()) event.preventDefault();
    };
    window.addEventListener('online', resumeAll);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', resumeAll);
      window.removeEventListener('beforeunload', warn);
    };
  }, [actor.documentId, invalidate]);
}
