import { dropWord, keepWord, readWord, wordKeys } from '../../providers/device';
import { inFormat, isReadable } from './kept-format';
import type { SheetContent } from './sheet-store';

/** Edits that the server does not have yet, kept on the device under the account and the sheet. */
export type Draft = SheetContent & {
  rev: number;
  /** What the server had when they began; null where that is not known. */
  base: SheetContent | null;
};

const PREFIX = 'jiedui:sheet:';
const keyOf = (account: string, sheet: string) => `${PREFIX}${account}:${sheet}`;

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

type Stored = Omit<Draft, 'base'> & { base?: SheetContent | null; format?: unknown };

function parsed(text: string): Stored | null {
  try {
    const stored: unknown = JSON.parse(text);
    return typeof stored === 'object' ? (stored as Stored | null) : null;
  } catch {
    return null;
  }
}

/** The kept edits, or null; also where another program has kept them. A device without storage keeps none. */
export function readDraft(account: string, sheet: string): Draft | null {
  const stored = parsed(readWord(keyOf(account, sheet)) ?? 'null');
  if (!stored || !isReadable(stored)) return null;
  const { format: _, ...draft } = stored;
  return { ...draft, base: draft.base ?? null };
}

export const hasDraft = (account: string, sheet: string): boolean => readWord(keyOf(account, sheet)) !== null;

/** Whether there are edits that this program does not read: another one has kept them. They are never written over. */
export const isUnreadable = (account: string, sheet: string): boolean =>
  hasDraft(account, sheet) && readDraft(account, sheet) === null;

/** Written before anything is sent, and at once: a tab may be closed in the next moment. */
export function keepDraft(account: string, sheet: string, draft: Draft): void {
  if (isUnreadable(account, sheet)) return;
  const isNew = !hasDraft(account, sheet);
  keepWord(keyOf(account, sheet), JSON.stringify(inFormat(draft)));
  if (isNew) tell();
}

/** The edits have arrived on the server: what this program does not read has not. */
export function dropDraft(account: string, sheet: string): void {
  if (!isUnreadable(account, sheet)) discardDraft(account, sheet);
}

/** The person gives the edits up, whoever kept them. */
export function discardDraft(account: string, sheet: string): void {
  dropWord(keyOf(account, sheet));
  tell();
}

/** The sheets of an account of which this device has edits. */
export function draftedSheets(account: string): string[] {
  const own = keyOf(account, '');
  return wordKeys()
    .filter((key) => key.startsWith(own))
    .map((key) => key.slice(own.length))
    .sort();
}

/** Called when a sheet's edits were kept or dropped, also in another window. */
export function subscribeToDrafts(listener: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', heard);
  };
}
