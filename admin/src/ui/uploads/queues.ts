import { ifMatch } from '../../providers/data';
import { http } from '../../providers/http';
import { keyHeader } from '../../providers/send-once';
import { dropFile, keepFile, keptFiles, keptPlaces, type Owned } from './kept-files';
import { type Chosen, UploadQueue } from './upload-queue';

/** How long a sending may stand still before it counts as lost, in milliseconds. */
const STILL = 60_000;

const queues = new Map<string, UploadQueue>();

/** Sends a file; one that does not move any more is given up, and the queue begins it anew. */
async function send(
  { path, id, field }: Owned,
  { key, name, content }: Chosen,
  rev: number,
  onProgress: (share: number) => void,
): Promise<number> {
  const form = new FormData();
  form.append('files', content, name);
  const control = new AbortController();
  let timer = setTimeout(() => control.abort(), STILL);
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), STILL);
  };
  try {
    const { data } = await http.post<{ data: { rev: number } }>(`/${path}/${id}/files/${field}`, form, {
      headers: { ...ifMatch(rev), ...keyHeader(key) },
      signal: control.signal,
      onUploadProgress({ progress }) {
        moved();
        onProgress(progress ?? 0);
      },
    });
    return data.data.rev;
  } finally {
    clearTimeout(timer);
  }
}

/** The queue of a place: one for as long as the console is open, so that files go on while people look elsewhere. */
export function queueOf(owned: Owned, arrived: () => void): UploadQueue {
  const name = [owned.account, owned.path, owned.id, owned.field].join(' ');
  const there = queues.get(name);
  if (there) return there;
  const queue = new UploadQueue({
    send: (file, rev, onProgress) => send(owned, file, rev, onProgress),
    arrived,
    keep: (file) => keepFile(owned, file),
    drop: (key) => dropFile(owned, key),
  });
  queues.set(name, queue);
  void keptFiles(owned).then((files) => queue.add(files));
  return queue;
}

/** Goes on with what an earlier visit of the account has left, wherever it belongs. */
export async function resumeUploads(account: string, arrived: (path: string) => void): Promise<void> {
  for (const place of await keptPlaces(account)) queueOf({ ...place, account }, () => arrived(place.path));
}

export const anyUploads = (): boolean => [...queues.values()].some((queue) => queue.isBusy());

export function resumeAll(): void {
  for (const queue of queues.values()) void queue.resume();
}
