import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment';
import { type MadeFile, madeFileStore, type Subject } from './store';

const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const BEAT = 2_000;
const LONGEST = 10 * 60 * 1000;

const folder = () => path.join(readEnvironment().dataDir, 'made-files');

/** Where a file lies once it is made. */
export const placeOfMade = (id: string) => path.join(folder(), `${id}.zip`);

/** Files are made one after the other: they are large, and nobody waits at the screen for one. */
let queue: Promise<void> = Promise.resolve();

export type Report = (progress: MadeFile['progress']) => void;

/** Writes a file part by part; tells how far it is, and stops at the signal. */
export type Write = (file: string, report: Report, signal: AbortSignal) => Promise<void>;

/** Begins a file, or says which one is being made already: it is made after the answer. */
export async function beginFile(
  strapi: Core.Strapi,
  subject: Subject,
  fileName: string,
  write: Write,
): Promise<MadeFile> {
  const store = madeFileStore(strapi);
  const old = await store.removeBefore(Date.now() - KEPT_FOR);
  await Promise.all(old.map((id) => rm(placeOfMade(id), { force: true })));
  const id = randomUUID();
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  if (!(await store.begin(id, subject, fileName))) {
    const known = await store.underWay(subject);
    // It has ended just now: the next one is made.
    return known ?? beginFile(strapi, subject, fileName, write);
  }
  // From now on, not from its turn: one that waits is not one that was interrupted.
  const beat = heartbeat(strapi, id);
  queue = queue.then(() => make(strapi, id, beat, write));
  return { ...subject, id, fileName, state: 'working', progress: { done: 0, total: 0 } };
}

/** Says every other second that a file is still being made, and how far it is. */
function heartbeat(strapi: Core.Strapi, id: string) {
  const store = madeFileStore(strapi);
  let progress = { done: 0, total: 0 };
  // A beat that is lost does no harm: the next one comes, and a silent file counts as interrupted.
  const timer = setInterval(() => void store.report(id, progress).catch(() => undefined), BEAT);
  return {
    report: (now: MadeFile['progress']) => {
      progress = now;
    },
    async end(state: 'done' | 'failed') {
      clearInterval(timer);
      await store.report(id, progress);
      await store.end(id, state);
    },
  };
}

async function make(
  strapi: Core.Strapi,
  id: string,
  beat: ReturnType<typeof heartbeat>,
  write: Write,
): Promise<void> {
  try {
    await write(placeOfMade(id), beat.report, AbortSignal.timeout(LONGEST));
    await beat.end('done');
  } catch (error) {
    strapi.log.error(error);
    await rm(placeOfMade(id), { force: true });
    await beat.end('failed').catch((lost) => strapi.log.error(lost));
  }
}
