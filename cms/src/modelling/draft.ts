import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '@jiedui/shared/canonical';
import { emptyModelSet, type ModelSet } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { writeDurably } from './durable';
import { readModelFile, readModelFolder, writeModelFolder } from './model-folder';
import { readCurrent } from './publication-store';

/** The model that waits to be published, what was not taken over into it, and a revision that changes with it. */
export type Draft = { set: ModelSet; rev: string; notices: Words[]; changedAt: string };

type About = { notices: Words[]; changedAt: string };

const folderOf = (modelDir: string) => path.join(modelDir, 'draft');
const ABOUT = 'draft.json';
/** A lock older than this was left by a process that was killed, in milliseconds. */
const STALE = 10_000;

/** The draft, or null where there is none. */
export function readDraft(modelDir: string): Draft | null {
  return withLock(modelDir, () => read(modelDir));
}

function read(modelDir: string): Draft | null {
  const folder = folderOf(modelDir);
  if (!existsSync(folder)) return null;
  const set = readModelFolder(folder);
  const file = path.join(folder, ABOUT);
  const about = existsSync(file) ? (readModelFile(file) as About) : null;
  return {
    set,
    rev: contentHash(set).slice(0, 32),
    notices: about?.notices ?? [],
    changedAt: about?.changedAt ?? statSync(folder).mtime.toISOString(),
  };
}

/** Makes a model the draft. */
export function writeDraft(modelDir: string, set: ModelSet, notices: Words[] = []): Draft {
  return changeDraft(modelDir, () => ({ set, notices }));
}

/**
 * Makes a new draft of the one that there is. The builder's process and the server may both want to: each reads and
 * writes in one go while the other waits. What the change throws leaves the draft as it is.
 */
export function changeDraft(
  modelDir: string,
  change: (draft: Draft | null) => { set: ModelSet; notices?: Words[] },
): Draft {
  return withLock(modelDir, () => {
    const before = read(modelDir);
    const { set, notices = before?.notices ?? [] } = change(before);
    replaceFolder(folderOf(modelDir), set, { notices, changedAt: new Date().toISOString() });
    return read(modelDir) as Draft;
  });
}

/** Makes the model in force the draft, where there is none. */
export function openDraft(modelDir: string): void {
  withLock(modelDir, () => {
    if (existsSync(folderOf(modelDir))) return;
    replaceFolder(folderOf(modelDir), inForce(modelDir), {
      notices: [],
      changedAt: new Date().toISOString(),
    });
  });
}

/** Forgets a draft in which nothing was changed. */
export function closeDraft(modelDir: string): void {
  withLock(modelDir, () => {
    const draft = read(modelDir);
    const same = draft && contentHash(draft.set) === contentHash(inForce(modelDir));
    if (same) rmSync(folderOf(modelDir), { recursive: true, force: true });
  });
}

/** What is served of the model in force: what it has retired is no part of a draft. */
function inForce(modelDir: string): ModelSet {
  const folder = readCurrent(modelDir);
  const { retired } = emptyModelSet();
  return folder ? { ...readModelFolder(path.resolve(modelDir, folder)), retired } : emptyModelSet();
}

export function discardDraft(modelDir: string): void {
  withLock(modelDir, () => rmSync(folderOf(modelDir), { recursive: true, force: true }));
}

/** All of it at once: who is killed on the way leaves the old draft or the new one, or the old one set aside. */
function replaceFolder(folder: string, set: ModelSet, about: About): void {
  const fresh = `${folder}.new`;
  const old = `${folder}.old`;
  rmSync(fresh, { recursive: true, force: true });
  writeModelFolder(fresh, set);
  writeDurably(path.join(fresh, ABOUT), about);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

function withLock<T>(modelDir: string, work: () => T): T {
  mkdirSync(modelDir, { recursive: true, mode: 0o700 });
  const file = path.join(modelDir, 'draft.lock');
  while (!take(file)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  try {
    putBack(modelDir);
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > STALE) rmSync(file, { force: true });
    return false;
  }
}

/** A process that was killed between two names left the draft set aside. */
function putBack(modelDir: string): void {
  const folder = folderOf(modelDir);
  if (!existsSync(folder) && existsSync(`${folder}.old`)) renameSync(`${folder}.old`, folder);
}
