import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SheetRows } from '@jiedui/shared/workbook';
import { LIMITS, UnreadableWorkbook } from './limits';
import type { ReadMessage } from './read-worker';

type Options = {
  /** Stops the reading at once. */
  signal?: AbortSignal;
  /** Called with the rows read so far. */
  onProgress?: (rows: number) => void;
};

/**
 * Reads a workbook in a thread of its own, so that unpacking and parsing hold up nobody.
 * @throws UnreadableWorkbook when it is no workbook or too large; the signal's reason when it was stopped
 */
export async function readWorkbook(file: string, { signal, onProgress }: Options = {}): Promise<SheetRows[]> {
  signal?.throwIfAborted();
  const worker = new Worker(path.join(__dirname, 'read-worker.js'), {
    workerData: { path: file },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerMegabytes },
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await collect(worker, onProgress);
  } catch (error) {
    signal?.throwIfAborted();
    if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new UnreadableWorkbook('FILE_TOO_LARGE');
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function collect(worker: Worker, onProgress?: (rows: number) => void): Promise<SheetRows[]> {
  const sheets: SheetRows[] = [];
  let count = 0;
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ReadMessage) => {
      if (message.kind === 'sheet') sheets.push({ ...message.about, rows: [] });
      else if (message.kind === 'rows') {
        sheets.at(-1)?.rows.push(...message.rows);
        count += message.rows.length;
        onProgress?.(count);
      } else if (message.kind === 'end') resolve(sheets);
      else reject(new UnreadableWorkbook(message.code));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The reading of the workbook ended early')));
  });
}
