import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { ErrorCode } from '@jiedui/shared/text';
import { writeDurably } from './durable';
import type { Removal } from './removals';

/**
 * Publications are files of the model folder, one each: their history, and for the one under way the note by which
 * the next start goes on or goes back. The process that holds the socket reads them too, so nothing here may need
 * Strapi or the database.
 */
export type PublicationStep =
  | 'starting'
  | 'checking'
  | 'switching'
  | 'draining'
  | 'backup'
  | 'clearing'
  | 'dropping'
  | 'done'
  | 'rolledBack';

export type Publication = {
  number: number;
  /** The version that comes into force, below the model folder; `from` is the one before it, null for none. */
  folder: string;
  from: string | null;
  version: string;
  at: string;
  by: { documentId: string; displayName: string; role: string };
  note: string | null;
  step: PublicationStep;
  endedAt: string | null;
  /** How many entries of the plan were of each kind. */
  summary: Record<string, number>;
  /** What is taken out of the database once nothing uses it any more. */
  removals: Removal[];
  /** Where the back-up lies that was made before. */
  backup: string | null;
  /** Why it was rolled back; `said` is what the failed server said, for whoever looks into it. */
  error: { code: ErrorCode; said?: string } | null;
  /** The server that works on it. */
  owner: { host: string; pid: number };
};

const ENDED: readonly PublicationStep[] = ['done', 'rolledBack'];
export const hasEnded = ({ step }: Publication): boolean => ENDED.includes(step);

const CURRENT = 'current.json';
const FOLDER = 'publications';
export const nameOf = (number: number): string => String(number).padStart(4, '0');
export const versionFolder = (number: number): string => `versions/${nameOf(number)}`;

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The folder of the version in force, or null for the program's own model. */
export function readCurrent(modelDir: string): string | null {
  const file = path.join(modelDir, CURRENT);
  return existsSync(file) ? (read(file) as { folder: string }).folder : null;
}

export function writeCurrent(modelDir: string, folder: string | null): void {
  const file = path.join(modelDir, CURRENT);
  if (folder) writeDurably(file, { folder });
  else rmSync(file, { force: true });
}

/** The number of the version in force and since when; 0 is the program's own model. */
export function currentVersion(modelDir: string): { number: number; at: string | null } {
  const folder = readCurrent(modelDir);
  const found = folder && readPublications(modelDir).find((publication) => publication.folder === folder);
  if (found) return { number: found.number, at: found.at };
  return { number: Number(/(\d+)$/.exec(folder ?? '')?.[1] ?? 0), at: null };
}

/** All publications, newest first. */
export function readPublications(modelDir: string): Publication[] {
  const folder = path.join(modelDir, FOLDER);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^\d+\.json$/.test(file));
  return files
    .map((file) => read(path.join(folder, file)) as Publication)
    .sort((one, other) => other.number - one.number);
}

/** The publication that is under way, or was when its server was killed. */
export function publicationUnderWay(modelDir: string): Publication | null {
  return readPublications(modelDir).find((publication) => !hasEnded(publication)) ?? null;
}

export function writePublication(modelDir: string, publication: Publication): void {
  writeDurably(path.join(modelDir, FOLDER, `${nameOf(publication.number)}.json`), publication);
}

/** Moves a publication on and keeps that; gives it as it is then. */
export function movePublication(
  modelDir: string,
  publication: Publication,
  change: Partial<Publication> & { step: PublicationStep },
): Publication {
  const moved = { ...publication, ...change };
  if (hasEnded(moved)) moved.endedAt = new Date().toISOString();
  writePublication(modelDir, moved);
  return moved;
}

/** Whether the server that works on a publication is still there; one on another machine is believed. */
export function ownerLives({ owner }: Publication): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
